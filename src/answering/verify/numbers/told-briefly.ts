import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import type { NumberInContext } from './number-context.ts';

/** Whether a source has a claim's number without its measure, or in another one that the words beside it tell. */
export function isToldBriefly(said: NumberInContext, source: string): boolean {
  return isAmongFirst(said, source) || isHoursOrPair(said, source);
}

/** 「前十名」 for 「前十」, 「由第15升到」 for 「第15位」: the source has the number without the measure, or with it. */
function isAmongFirst(said: NumberInContext, source: string): boolean {
  const { value, text } = said.numeral;
  const digits = /[\d零一二两三四五六七八九十百]+/u.exec(text)?.[0] ?? '';
  if (/^第[\d零一二三四五六七八九十百]+[升降]$/u.test(text))
    return new RegExp(`第(?:${value}|${digits})[位名]`, 'u').test(source);
  return (
    /[前头]$/u.test(said.before) &&
    /[名位]$/u.test(text) &&
    new RegExp(
      `[前头](?:${value}|${digits})(?![\\d零一二三四五六七八九十百千万年天个月])`,
      'u',
    ).test(source)
  );
}

/** 「两个多小时」 for 140分钟, 「最远的两户之间」 for 「户与户之间」. */
function isHoursOrPair({ numeral: { value, text }, after }: NumberInContext, source: string) {
  const measure = text.slice(-1);
  if (value === 2 && /^之?间/u.test(after) && source.includes(`${measure}与${measure}`))
    return true;
  if (measure !== '个' || !/^多(?:小时|钟头)/u.test(after)) return false;
  return findNumerals(source).some(
    (one) => one.unit === '分钟' && one.value > value * 60 && one.value < (value + 1) * 60,
  );
}
