import { readChineseNumber } from '../../../corpus/numerals/chinese-number.ts';
import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import type { Evidence } from '../evidence.ts';

interface PartOfYear {
  /** First and last month. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const number = '\\d{1,2}|[一二两三四五六七八九十]{1,2}';

/** Ways to name the first months or a quarter of a year, with the months they mean. */
const ways: readonly (readonly [
  RegExp,
  (one: number, other: number) => readonly [number, number],
])[] = [
  [/(\d{1,2})月至(\d{1,2})月/gu, (from, to) => [from, to]],
  [new RegExp(`[前头](${number})个月`, 'gu'), (months) => [1, months]],
  [new RegExp(`[前头](${number})个?季度?`, 'gu'), (quarters) => [1, 3 * quarters]],
  [new RegExp(`第(${number})季度?`, 'gu'), (quarter) => [3 * quarter - 2, 3 * quarter]],
  [/上半年/gu, () => [1, 6]],
  [/下半年/gu, () => [7, 12]],
];

/** 「1月至9月」 for 「前9个月」 or 「前三季度」, of the same year where the claim names one. */
export function isPartOfYear(
  { start, kind, value }: Numeral,
  claim: string,
  { text, issued }: Evidence,
): boolean {
  const part = partsOfYear(claim).find((one) => start >= one.start - 5 && start < one.end);
  if (part === undefined) return false;
  const year = kind === 'date' ? Math.floor(value / 10_000) : 0;
  const isYearTold =
    year === 0 || text.includes(`${year}年`) || issued.some((date) => date.startsWith(`${year}-`));
  return isYearTold && tellsPart(text, part);
}

/** Whether a text tells of the same months of a year. */
export function tellsPart(text: string, { from, to }: Pick<PartOfYear, 'from' | 'to'>): boolean {
  return partsOfYear(text).some((one) => one.from === from && one.to === to);
}

/** The parts of a year that a text names by their months. */
export function partsOfYear(text: string): readonly PartOfYear[] {
  return ways.flatMap(([pattern, monthsOf]) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: one = '', 2: other = '', index }) => {
      const [from, to] = monthsOf(read(one), read(other));
      return { from, to, start: index, end: index + whole.length };
    }),
  );
}

function read(written: string): number {
  return /^\d/u.test(written) ? Number(written) : (readChineseNumber(written)[0] ?? 0);
}
