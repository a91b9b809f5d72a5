import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { countAlike } from '../../measure-words.ts';

// How much they may be, from and to.
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  几: [2, 10],
  十几: [10, 20],
  几十: [20, 100],
  几百: [100, 1000],
  几千: [1000, 10_000],
  几万: [10_000, 100_000],
};

const spelled =
  /(?<![近前后第这那好])(?:[几数]|上(?=[百千万])|成(?=[百千万]))([十百千万]?)|十[几来]/u;
const measure =
  '个?(?:年|月|天|周|星期|小时|学期)|分钟|[个名位人户家次回趟件条项种类本张块元间座所里米亩斤吨]';
const amount = new RegExp(`(?:${spelled.source})(${measure})`, 'gu');
const span = /年|月|天|周|星期|小时|学期|分钟/u;

interface Vague {
  readonly text: string;
  readonly size: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
}

/** 「几十个人」 for 「十几个人」, 「几个月的习惯」 for 「几十年的习惯」: of the same thing, and nowhere told. */
export function otherAmount(claim: string, source: string): string | undefined {
  const told = amountsIn(source);
  return amountsIn(claim).find(
    (said) =>
      told.some((one) => isOther(one, said) && isBeside(one, said)) &&
      !told.some((one) => !isOther(one, said)) &&
      !tellsSo(said, source),
  )?.text;
}

function amountsIn(text: string): readonly Vague[] {
  return [...text.matchAll(amount)].map(({ 0: all, 1: power = '', 2: unit = '', index }) => ({
    text: all,
    size: /^十/u.test(all) ? '十几' : `几${power}`,
    unit: unit.replace(/^个(?=.)/u, ''),
    before: text
      .slice(0, index)
      .replace(/[的了着过]$/u, '')
      .slice(-2),
    after: /^[的来多]*(\p{Script=Han}{0,2})/u.exec(text.slice(index + all.length))?.[1] ?? '',
  }));
}

function isOther(one: Vague, said: Vague): boolean {
  const isOfOtherSpan = span.test(one.unit) && span.test(said.unit) && one.unit !== said.unit;
  return isOfOtherSpan || (one.size !== said.size && countAlike(one.unit, said.unit));
}

function isBeside(one: Vague, said: Vague): boolean {
  return one.after === '' ? one.before === said.before : one.after === said.after;
}

/** A figure of the source may be what the claim tells so roughly. */
function tellsSo({ size, unit }: Vague, source: string): boolean {
  const [from, to] = sizes[size] ?? [0, 0];
  return findNumerals(source).some(
    (one) =>
      one.value >= from && one.value <= to && countAlike(one.unit, unit) && one.unit !== null,
  );
}
