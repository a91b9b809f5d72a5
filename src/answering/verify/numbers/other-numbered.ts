import { readChineseNumber } from '../../../corpus/numerals/chinese-number.ts';
import type { Evidence } from '../evidence.ts';

const numbered =
  /(?<![月第\d一二三四五六七八九十])(\d{1,3}|[一二三四五六七八九十]{1,3})号(楼(?!长)|院|\p{Script=Han}{2})/gu;

const lettered = /(?<![a-z])[a-z](座|区|栋|楼|馆|厅|口|岗|班|组)/gu;

/** 「b座」 for 「a座」. */
export function otherLettered(claim: string, { passages, headings }: Evidence): string | undefined {
  const source = `${passages}\n${headings}`;
  const told = [...source.matchAll(lettered)];
  return [...claim.matchAll(lettered)].find(
    ([whole, kind]) => !source.includes(whole) && told.some(([, other]) => other === kind),
  )?.[0];
}

/** 「一号码头」 for 「三号码头」: what bears a number bears another one in all that is cited. */
export function otherNumbered(claim: string, { passages, headings }: Evidence): string | undefined {
  const told = [...`${passages}\n${headings}`.matchAll(numbered)];
  return [...claim.matchAll(numbered)]
    .filter(([, , thing]) => told.some(([, , other]) => other === thing))
    .find(([, number, thing]) =>
      told.every(([, other, one]) => one !== thing || readValue(other) !== readValue(number)),
    )?.[0];
}

function readValue(written = ''): number | undefined {
  return /\d/u.test(written) ? Number(written) : readChineseNumber(written)[0];
}
