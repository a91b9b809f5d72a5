import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { isSameNumeral } from './same-numeral.ts';

const begins = /^[^,。;]{0,4}(?:开始|起|开[门张放馆课讲])/u;
const ends = /^[^,。;]{0,4}(?:结束|为止|止|收[摊工班]|关[门闭]|散[场会])/u;
const toAnother = /^[到至~—–-]+\p{Script=Han}{0,2}$/u;

interface Place {
  readonly numeral: Numeral;
  readonly after: string;
  /** It is the first, or the second, of two with 「到」 between them. */
  readonly isFrom: boolean;
  readonly isTo: boolean;
}

/** 「从七点二十分开始」 where the source has 「六点到七点二十分」: one end of a span stands for the other. */
export function turnedRange(claim: string, source: string): string | undefined {
  const told = placesIn(source);
  return placesIn(claim).find((said) => {
    const same = told.filter(({ numeral }) => isSameNumeral(said.numeral, numeral));
    if (same.length === 0 || said.isFrom || said.isTo) return false;
    if (begins.test(said.after)) return same.every(({ isTo }) => isTo);
    return ends.test(said.after) && same.every(({ isFrom }) => isFrom);
  })?.numeral.text;
}

function placesIn(text: string): readonly Place[] {
  const moments = findNumerals(text).filter(({ kind }) => /time|date/u.test(kind));
  return moments.map((numeral, at) => {
    const end = endOf(numeral);
    const [previous, next] = [moments[at - 1], moments[at + 1]];
    return {
      numeral,
      after: text.slice(end, end + 10),
      isFrom: next !== undefined && toAnother.test(text.slice(end, next.start)),
      isTo: previous !== undefined && toAnother.test(text.slice(endOf(previous), numeral.start)),
    };
  });
}

function endOf({ start, text }: Numeral): number {
  return start + text.length;
}
