import type { Numeral } from '../../../corpus/numerals/numeral.ts';

// What a measure is in the smallest of its kind; a month is no number of days.
const measures: readonly Readonly<Record<string, number>>[] = [
  { 毫米: 1, 厘米: 10, 尺: 1000 / 3, 米: 1000, 里: 500_000, 公里: 1_000_000, 千米: 1_000_000 },
  { 克: 1, 两: 50, 斤: 500, 公斤: 1000, 千克: 1000, 吨: 1_000_000 },
  { 分: 1, 角: 10, 毛: 10, 元: 100, 块: 100 },
  {
    秒: 1,
    分钟: 60,
    小时: 3600,
    个小时: 3600,
    天: 86_400,
    日: 86_400,
    周: 604_800,
    个星期: 604_800,
    星期: 604_800,
  },
  { 个月: 1, 月: 1, 个季度: 3, 季度: 3, 年: 12 },
];

// 「两周左右」 for 15天.
const aboutShare = 0.08;

/** Whether two measures are of one kind and not the same: 斤 and 吨. */
export function areOfOneMeasure(one: string, other: string): boolean {
  return measures.some((sizes) => one in sizes && other in sizes && sizes[one] !== sizes[other]);
}

/** The value of a source's figure in the larger unit of a claim's. */
export function inUnitOf({ unit }: Numeral, source: Numeral): number | undefined {
  return measures
    .map((sizes) => [sizes[unit ?? ''], sizes[source.unit ?? '']])
    .flatMap(([own = 0, other = 0]) =>
      own > other && other > 0 ? [(source.value * other) / own] : [],
    )[0];
}

/** 「0.7米」 for 「七十厘米」; with more than is said, 「两年多」 for 28个月. */
export function inOtherMeasure(said: Numeral, source: Numeral, isMore: boolean): boolean {
  if (said.unit === source.unit) return false;
  return measures.some((sizes) => {
    const [own, other] = [sizes[said.unit ?? ''], sizes[source.unit ?? '']];
    if (own === undefined || other === undefined) return false;
    const [claimed, told] = [said.value * own, source.value * other];
    if (isMore && own > other) return told >= claimed && told < claimed + own;
    const slack = said.approximate && own > other ? aboutShare * told : 1e-6 * other;
    return Math.abs(claimed - told) <= slack;
  });
}
