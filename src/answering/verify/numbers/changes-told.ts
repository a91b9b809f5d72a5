import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { sameValue } from './same-numeral.ts';

const fromTo = /^[\p{Script=Han}]{0,5}[到至为成]了?(?:\p{Script=Han}{1,4}的)?$/u;
const once = /(?:原来|起初|最初|同期|以前|过去|从前|原先|早先|当初|开始)\p{Script=Han}{0,4}$/u;
const now = /(?:如今|现在|后来|目前|眼下|今年|最后)/u;

// 「发生19起，上一年为6起」: told the other way round.
const theYearBefore = /^,(?:而|比)?(?:上一?年|去年)(?:同期)?(?:仅|只|则)?[为是有]$/u;

// 「售价6800元……价格压到4300元」
const changed = /[升涨增降减压缩][高长加低少短]?(?:到|至|为)了?$/u;

interface Rise {
  readonly from: Numeral;
  readonly to: Numeral;
}

/** 「从12起降到53起」 for 「由53起减少到12起」. */
export function turnedRound(claim: string, source: string): string | undefined {
  const told = risesOf(source.replace(/上一年/gu, '上年'));
  return risesOf(claim.replace(/上一年/gu, '上年')).find(
    ({ from, to }) =>
      !sameValue(from, to) &&
      told.some((one) => sameValue(from, one.to) && sameValue(to, one.from)),
  )?.to.text;
}

/** 「五份减到三份」 for 「五份减为两份」: it begins or ends there as told, and goes elsewhere or comes from elsewhere. */
export function otherEnd(claim: string, source: string): string | undefined {
  const told = risesOf(source);
  const isLike = (one: Numeral, other: Numeral) => sameValue(one, other) && one.unit === other.unit;
  return risesOf(claim).find(({ from, to }) => {
    if (!fromTo.test(claim.slice(from.start + from.text.length, to.start))) return false;
    const [begun, ended] = [
      told.filter((one) => isLike(one.from, from)),
      told.filter((one) => isLike(one.to, to)),
    ];
    return (
      from.kind === to.kind &&
      from.unit === to.unit &&
      begun.length + ended.length > 0 &&
      begun.every((one) => one.to.unit === to.unit && !sameValue(one.to, to)) &&
      ended.every((one) => one.from.unit === from.unit && !sameValue(one.from, from))
    );
  })?.to.text;
}

function risesOf(text: string): readonly Rise[] {
  const all = findNumerals(text);
  // 「12人一间改为6人一间」
  const figures = all.filter(({ kind }) => kind !== 'indefinite');
  return [all, ...(figures.length < all.length ? [figures] : [])].flatMap((some) =>
    risesAmong(some, text),
  );
}

function risesAmong(numerals: readonly Numeral[], text: string): readonly Rise[] {
  return numerals.flatMap((to, at) => {
    const from = numerals[at - 1];
    if (from === undefined) return [];
    const between = text.slice(from.start + from.text.length, to.start);
    const before = text.slice(Math.max(0, from.start - 8), from.start);
    if (isYearBefore(between, before)) return [{ from: to, to: from }];
    const isRise = fromTo.test(between) || (once.test(before) && now.test(between));
    if (isRise && between.length < 16) return [{ from, to }];
    const first = numerals.slice(0, at).findLast(({ unit }) => unit === to.unit);
    return changed.test(between) && first !== undefined ? [{ from: first, to }] : [];
  });
}

/** The second figure is of the year before; 「2021年有47起，去年有16起」 tells of a year after. */
function isYearBefore(between: string, before: string): boolean {
  return theYearBefore.test(between) && !(between.includes('去年') && /\d年/u.test(before));
}
