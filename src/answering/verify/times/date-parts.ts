import type { Numeral } from '../../../corpus/numerals/numeral.ts';

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether a source says the date a claim says: every part the claim gives, the year maybe from the issue date. */
export function holdsDate(said: Numeral, source: Numeral, issued: readonly string[]): boolean {
  const [claimed, told] = [partsOf(said), partsOf(source)];
  if (claimed === undefined || told === undefined) return false;
  if (claimed.day !== 0 && claimed.day !== told.day) return false;
  if (claimed.month !== 0 && claimed.month !== told.month) return false;
  if (claimed.year === 0 || claimed.year === told.year) return true;
  const hasMore = claimed.month !== 0 || claimed.day !== 0;
  return hasMore && told.year === 0 && issued.some((date) => date.startsWith(`${claimed.year}-`));
}

function partsOf({ kind, value, unit }: Numeral): DateParts | undefined {
  if (kind === 'date')
    return {
      year: Math.floor(value / 10_000),
      month: Math.floor(value / 100) % 100,
      day: value % 100,
    };
  // 「2022年」 may be read as a count of years.
  if (unit === '年' && value >= 1900 && value < 2100) return { year: value, month: 0, day: 0 };
  return undefined;
}

/** Whether 今年, 去年 … of a claim is told by its number, counted from the day of issue. */
export function namesIssueYear(word: string, text: string, issued: readonly string[]): boolean {
  const shift = { 今年: 0, 去年: 1, 前年: 2, 明年: -1 }[word];
  if (shift === undefined) return false;
  return issued.some((date) => text.includes(`${Number(date.slice(0, 4)) - shift}年`));
}
