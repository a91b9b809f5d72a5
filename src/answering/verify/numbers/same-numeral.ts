import { readChineseNumber } from '../../../corpus/numerals/chinese-number.ts';
import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { canBeLeftOut, countAlike } from '../../measure-words.ts';
import { holdsDate } from '../times/date-parts.ts';
import { inOtherMeasure } from './other-measures.ts';

/** What is said of how exact a figure is. */
export type Bound = 'below' | 'above' | 'none';

interface NumeralOptions {
  /** Issue dates of the cited articles. */
  readonly issued?: readonly string[];
  /** No noun comes after the claim's number, whose measure may have been left out: 「平均七万六」. */
  readonly isBare?: boolean;
  /** Nothing at all comes after the source's: 「要二十二。」 */
  readonly isBareSource?: boolean;
  /** 「多」 comes after it: 「七成多」, or 「近」 stands before it. */
  readonly bound?: Bound;
}

/** Whether a source's number may be told as the claim's: same kind, same value, the same thing counted. */
export function isSameNumeral(
  said: Numeral,
  source: Numeral,
  options: NumeralOptions = {},
): boolean {
  if (said.kind === 'date' || source.kind === 'date')
    return holdsDate(said, source, options.issued ?? []);
  if (said.kind === 'time' && source.kind === 'time') return isSameHour(said, source);
  if (!sameKind(said, source)) return false;
  if (inOtherMeasure(said, source, options.bound === 'above')) return true;
  return hasSameValue(said, source, options) && hasSameUnit(said, source, options);
}

function hasSameValue(said: Numeral, source: Numeral, { bound = 'none' }: NumeralOptions): boolean {
  if (sameValue(said, source) || isRounded(said, source, bound)) return true;
  return bound === 'above' && isLittleMore(said, source);
}

function hasSameUnit(
  said: Numeral,
  source: Numeral,
  { isBare = false, isBareSource = false }: NumeralOptions,
): boolean {
  if (source.unit === null && !canBeLeftOut(said.unit) && !isBareSource) return false;
  if (said.unit === null && !canBeLeftOut(source.unit) && !isBare) return false;
  if (said.kind === 'ordinal') return countAlike(placedMeasure(said), placedMeasure(source));
  return countAlike(said.unit, source.unit);
}

/** 「位」 of 「第二位」. */
export function placedMeasure({ text }: Numeral): string | null {
  return /^第[\d\p{Script=Han}]+?([^\d零一二两三四五六七八九十百千]+)$/u.exec(text)?.[1] ?? null;
}

/** 「6点半」 for 「傍晚六点半」, 「七点多」 for 「七点一刻」: the part of the day has its own check. */
function isSameHour(said: Numeral, source: Numeral): boolean {
  const later = (source.value - said.value + day) % day;
  const slack = said.approximate ? 60 : 1;
  if (later < slack) return true;
  return later % halfDay < slack && (said.value < halfDay || hourOf(said) === hourOf(source));
}

/** The hour as it is printed. */
function hourOf({ text }: Numeral): number | undefined {
  const written = /^\d+|^\p{Script=Han}+?(?=[点时])/u.exec(text)?.[0] ?? '';
  return /\d/u.test(written) ? Number(written) : readChineseNumber(written)[0];
}

const halfDay = 12 * 60;
const day = 2 * halfDay;

/** Numbers without a stated kind may be counts; 「7号楼」 tells of no seven buildings. */
export function sameKind(said: Numeral, source: Numeral): boolean {
  if (source.kind === 'label' && said.kind !== 'label' && said.unit !== null) return false;
  return kindOf(said) === kindOf(source);
}

export function sameValue(said: Numeral, source: Numeral): boolean {
  // 9.2 times 100,000,000 is not quite 920,000,000.
  if (Math.abs(said.value - source.value) <= 1e-9 * Math.abs(source.value)) return true;
  // 三分之一 is printed as 33% or 33.3%.
  const isNear = Math.abs(said.value - source.value) < Math.min(0.4, 0.05 * source.value);
  return said.kind === 'percent' && isNear && !Number.isInteger(source.value);
}

function kindOf({ kind }: Numeral): Numeral['kind'] {
  return kind === 'indefinite' || kind === 'label' ? 'count' : kind;
}

/** 「6.8万多名」 for 68231, 「三十多」 for 35: said to be rough, shorter than the source's figure, and its beginning. */
function isRounded(said: Numeral, source: Numeral, bound: Bound): boolean {
  if (!said.approximate || source.value < 10) return false;
  const digits = significant(said.value);
  if (digits > 3 || digits >= significant(source.value)) return false;
  if (said.kind === 'percent') return isNearShare(said, source, bound);
  const step = 10 ** (Math.floor(Math.log10(source.value)) - digits + 1);
  return roundings[bound].some((round) => round(source.value / step) * step === said.value);
}

const roundings: Readonly<Record<Bound, readonly ((value: number) => number)[]>> = {
  above: [Math.floor],
  // 「近300」 has its own check: it may be no more than a tenth off.
  below: [],
  none: [Math.floor, Math.round],
};

/** 「约六成」 for 58.7%. */
function isNearShare(said: Numeral, source: Numeral, bound: Bound): boolean {
  const more = source.value - said.value;
  if (bound === 'above') return more > 0 && more <= 2;
  return bound === 'below' ? more < 0 && more >= -2 : Math.abs(more) <= 2;
}

/** 「七成多」 is anything from 70 to 80. */
function isLittleMore(said: Numeral, source: Numeral): boolean {
  const more = source.value - said.value;
  return said.kind === 'percent' && said.value % 10 === 0 && more > 0 && more < 10;
}

/** Digits before the zeros of a whole number, or of all of a share. */
function significant(value: number): number {
  const written = Number.isInteger(value) ? String(value) : String(Math.round(value * 10));
  return written.replace(/0+$/u, '').length;
}
