import type { Evidence } from '../evidence.ts';
import { type NumberInContext, readNumbers } from './number-context.ts';
import { sameKind, sameValue } from './same-numeral.ts';

// What a figure is in its clause: what is left or lacking, the most, the least, all, paid from one's own, given.
const roles: readonly RegExp[] = [
  /缺口|(?<![\p{Script=Han}])[差缺]|(?:还|尚|仍|资金|经费|钱)[差缺]|[剩余]下|其余|结余|[只还]剩|另外/u,
  /最[多高大长]/u,
  /最[少低小短]/u,
  /最快/u,
  /最慢/u,
  /造价|总价|总投资|总共|总额|共需/u,
  /自筹/u,
  /补[助贴]/u,
  /捐/u,
];

/** 「还差38万元」 for 「补助38万元，缺口12万元」: the source has another figure for that. */
export function otherRole(claim: string, { text }: Evidence): string | undefined {
  const told = readNumbers(text).filter(isAmount);
  return readNumbers(claim)
    .filter(isAmount)
    .find((said) => {
      const role = roleOf(said);
      if (role === undefined) return false;
      const like = told.filter(
        (one) => sameKind(one.numeral, said.numeral) && one.numeral.unit === said.numeral.unit,
      );
      const same = like.filter((one) => sameValue(one.numeral, said.numeral));
      return (
        same.length > 0 &&
        same.every((one) => ![undefined, role].includes(roleOf(one))) &&
        like.some((one) => roleOf(one) === role)
      );
    })?.numeral.text;
}

function isAmount({ numeral }: NumberInContext): boolean {
  return /count|percent/u.test(numeral.kind) && numeral.unit !== null;
}

function roleOf({ before }: NumberInContext): RegExp | undefined {
  const found = roles.filter((role) =>
    role.test(role.source.startsWith('最') ? before : before.slice(-6)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** 「全校第二」 for 「全校第四」: at the end of a clause a place is a rank, not part of a name. */
export function otherRank(claim: string, { text }: Evidence): string | undefined {
  const told = ranksIn(text);
  return ranksIn(claim).find(
    (said) =>
      told.length > 0 &&
      !told.some((one) => one.numeral.value === said.numeral.value) &&
      told.some((one) => one.before.slice(-2) === said.before.slice(-2)),
  )?.numeral.text;
}

/** 「第二」 for 「倒数第二」. */
export function fromTheEnd(claim: string, source: string): string | undefined {
  const told = readNumbers(source).filter(({ numeral }) => numeral.kind === 'ordinal');
  return readNumbers(claim).find((said) => {
    const same = told.filter(
      ({ numeral }) =>
        said.numeral.kind === 'ordinal' &&
        numeral.value === said.numeral.value &&
        numeral.text === said.numeral.text,
    );
    const isFromEnd = fromEnd.test(said.before);
    return same.length > 0 && same.every(({ before }) => fromEnd.test(before) !== isFromEnd);
  })?.numeral.text;
}

const fromEnd = /倒数$/u;

function ranksIn(text: string): readonly NumberInContext[] {
  return readNumbers(text).filter(
    ({ numeral, after }) =>
      numeral.kind === 'ordinal' &&
      after === '' &&
      /^第[\d一二三四五六七八九十]+$/u.test(numeral.text),
  );
}
