/**
 * - `count`: so many of something; `percent`: in percent (三成 is 30, 三分之一 is 33.3…)
 * - `ordinal`: 第三; `date`: year × 10000 + month × 100 + day, 0 for what is not said (4月23日 is 423)
 * - `time`: minutes since midnight; `label`: part of a name (66路, 5G, 12345热线)
 * - `indefinite`: 一个, 一名 …, often no more than an article: nobody need prove it.
 */
export type NumeralKind =
  | 'count'
  | 'percent'
  | 'ordinal'
  | 'date'
  | 'time'
  | 'label'
  | 'indefinite';

/** A number of a text: `text.slice(start, start + numeral.text.length) === numeral.text`. */
export interface Numeral {
  readonly value: number;
  readonly kind: NumeralKind;
  /** The measure word or unit after it, without 万 and the like, which are in the value. */
  readonly unit: string | null;
  /** Verbatim, unit included. */
  readonly text: string;
  /** UTF-16 offset. */
  readonly start: number;
  /** Said with 近, 约, 超, 余, 多, 左右 … */
  readonly approximate: boolean;
}

export interface Recognised {
  readonly numerals: readonly Numeral[];
  /** Where to go on. */
  readonly end: number;
}

/** Reads the numbers that stand at one place of a text, if any do. */
export type Recogniser = (text: string, start: number) => Recognised | null;
