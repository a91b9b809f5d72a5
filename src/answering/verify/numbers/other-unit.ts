import { countAlike } from '../../measure-words.ts';
import { countedNoun, type NumberInContext } from './number-context.ts';
import type { Figures } from './number-rivals.ts';
import { areOfOneMeasure } from './other-measures.ts';

// 「24小时内」 may be told as a day.
const span = /[年月周天日时分秒]/u;

/** 「一勺茶油」 for 「一桶茶油」, 「赔一吨」 for 「赔一斤」: one of something, of another size. */
export function isOfOtherUnit(said: NumberInContext, { source, evidence }: Figures): boolean {
  const { unit, kind } = said.numeral;
  if (kind !== 'indefinite' || unit === null || evidence.text.includes(unit)) return false;
  const noun = countedNoun(said);
  return source.some(({ numeral, ...one }) => {
    if (numeral.kind !== 'indefinite' || numeral.unit === null) return false;
    if (areOfOneMeasure(unit, numeral.unit)) return !span.test(unit);
    const isSameNoun = noun !== undefined && countedNoun({ numeral, ...one }) === noun;
    return isSameNoun && !countAlike(unit, numeral.unit);
  });
}
