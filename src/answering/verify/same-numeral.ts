import { readChineseNumber } from '../../corpus/numerals/chinese-number.ts';
import type { Numeral } from '../../corpus/numerals/numeral.ts';
import { canBeLeftOut, countAlike } from '../measure-words.ts';
import { holdsDate } from './date-parts.ts';

export interface NumeralOptions {
  /** Issue dates of the cited articles. */
  readonly issued?: readonly string[];
  /** No noun comes after the claim's number, whose measure may have been left out: 「平均七万六」. */
  readonly isBare?: boolean;
  /** 「多」 comes after it: 「七成多」. */
  readonly isMore?: boolean;
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
  if (inOtherMeasure(said, source)) return true;
  return hasSameValue(said, source, options) && hasSameUnit(said, source, options);
}

function hasSameValue(said: Numeral, source: Numeral, { isMore = false }: NumeralOptions): boolean {
  if (sameValue(said, source) || isRounded(said, source)) return true;
  return isMore && isLittleMore(said, source);
}

function hasSameUnit(said: Numeral, source: Numeral, { isBare = false }: NumeralOptions): boolean {
  if (source.unit === null && !canBeLeftOut(said.unit)) return false;
  if (said.unit === null && !canBeLeftOut(source.unit) && !isBare) return false;
  if (said.kind === 'ordinal') return countAlike(placedMeasure(said), placedMeasure(source));
  return countAlike(said.unit, source.unit);
}

/** 「位」 of 「第二位」. */
function placedMeasure({ text }: Numeral): string | null {
  return /^第[\d\p{Script=Han}]+?([^\d零一二两三四五六七八九十百千]+)$/u.exec(text)?.[1] ?? null;
}

/** 「6点半」 for 「傍晚六点半」: the part of the day has its own check. */
function isSameHour(said: Numeral, source: Numeral): boolean {
  if (said.value % day === source.value % day) return true;
  return hourOf(said) === hourOf(source) && said.value % halfDay === source.value % halfDay;
}

/** The hour as it is printed. */
function hourOf({ text }: Numeral): number | undefined {
  const written = /^\d+|^\p{Script=Han}+?(?=[点时])/u.exec(text)?.[0] ?? '';
  return /\d/u.test(written) ? Number(written) : readChineseNumber(written)[0];
}

const halfDay = 12 * 60;
const day = 2 * halfDay;

// What a measure is in the smallest of its kind; a month is no number of days.
const measures: readonly Readonly<Record<string, number>>[] = [
  { 毫米: 1, 厘米: 10, 米: 1000, 里: 500_000, 公里: 1_000_000, 千米: 1_000_000 },
  { 克: 1, 两: 50, 斤: 500, 公斤: 1000, 千克: 1000, 吨: 1_000_000 },
  { 角: 1, 毛: 1, 元: 10, 块: 10 },
  {
    秒: 1,
    分钟: 60,
    小时: 3600,
    个小时: 3600,
    天: 86_400,
    周: 604_800,
    个星期: 604_800,
    星期: 604_800,
  },
  { 个月: 1, 月: 1, 个季度: 3, 季度: 3, 年: 12 },
];

// 「两周左右」 for 15天.
const aboutShare = 0.08;

/** 「0.7米」 for 「七十厘米」. */
function inOtherMeasure(said: Numeral, source: Numeral): boolean {
  if (said.unit === source.unit) return false;
  return measures.some((sizes) => {
    const [own, other] = [sizes[said.unit ?? ''], sizes[source.unit ?? '']];
    if (own === undefined || other === undefined) return false;
    const slack = said.approximate && own > other ? aboutShare * source.value : 1e-6;
    return Math.abs(said.value * own - source.value * other) <= slack * other;
  });
}

/** Numbers without a stated kind may be counts. */
export function sameKind(said: Numeral, source: Numeral): boolean {
  return kindOf(said) === kindOf(source);
}

export function sameValue(said: Numeral, source: Numeral): boolean {
  // 9.2 times 100,000,000 is not quite 920,000,000.
  if (Math.abs(said.value - source.value) <= 1e-9 * Math.abs(source.value)) return true;
  // 三分之一 is printed as 33% or 33.3%.
  const isNear = Math.abs(said.value - source.value) < 0.4;
  return said.kind === 'percent' && isNear && !Number.isInteger(source.value);
}

function kindOf({ kind }: Numeral): Numeral['kind'] {
  return kind === 'indefinite' || kind === 'label' ? 'count' : kind;
}

/** 「6.8万多名」 for 68231, 「三十多」 for 35: said to be rough, shorter than the source's figure, and its beginning. */
function isRounded(said: Numeral, source: Numeral): boolean {
  if (said.kind === 'percent') return said.approximate && Math.abs(said.value - source.value) <= 2;
  if (!said.approximate || source.value < 10) return false;
  const digits = significant(said.value);
  if (digits > 3 || digits >= significant(source.value)) return false;
  const step = 10 ** (Math.floor(Math.log10(source.value)) - digits + 1);
  return [Math.floor, Math.round].some((round) => round(source.value / step) * step === said.value);
}

/** 「七成多」 is anything from 70 to 80. */
function isLittleMore(said: Numeral, source: Numeral): boolean {
  const more = source.value - said.value;
  return said.kind === 'percent' && said.value % 10 === 0 && more > 0 && more < 10;
}

function significant(value: number): number {
  return String(Math.round(value)).replace(/0+$/u, '').length;
}
