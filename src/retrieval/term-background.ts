import type { WordVectors } from './meaning/word-vectors.ts';
import type { TermKind } from './term-kind.ts';
import { characterMark, pairMark } from './tokenize.ts';

/** How common a term is in print at large: in which share of passages it is to be expected. */
export type TermBackground = (kind: TermKind, term: string) => number;

/** Every term is as rare as can be. */
export const noBackground: TermBackground = () => 0;

// Words of a passage, and of the questions an article says it answers.
const passageWords = 180;
const askedWords = 40;

/**
 * The background from the counts of words in print. A pair of characters is expected inside words, and where a word
 * that ends in the first meets one that begins with the second.
 */
export function createTermBackground(
  words: Pick<WordVectors, 'shareOf' | 'wordShares'>,
): TermBackground {
  // Only small indexes need them.
  let rates: CharacterRates | undefined;
  const ratesOf = () => {
    rates ??= characterRates(words.wordShares());
    return rates;
  };
  const pairRate = (pair: string) => {
    const { starts, ends, pairs } = ratesOf();
    const [first = '', second = ''] = pair;
    return (pairs.get(pair) ?? 0) + (ends.get(first) ?? 0) * (starts.get(second) ?? 0);
  };
  return (kind, term) => {
    if (kind === 'word') return expected(words.shareOf(term), passageWords);
    if (kind === 'bigram') return expected(pairRate(term), passageWords);
    if (kind === 'concept') return 0;
    return expected(rateOfAsked(term), askedWords);
  };

  function rateOfAsked(term: string): number {
    if (term.startsWith(pairMark)) return pairRate(term.slice(pairMark.length));
    if (!term.startsWith(characterMark)) return words.shareOf(term);
    return ratesOf().characters.get(term.slice(characterMark.length)) ?? 0;
  }
}

/** The chance that it occurs at all in so many words, if it occurs at this rate (Poisson). */
function expected(rate: number, length: number): number {
  return 1 - Math.exp(-rate * length);
}

/** How often characters stand somewhere, per word of running text. */
type CharacterRates = Readonly<
  Record<'starts' | 'ends' | 'pairs' | 'characters', ReadonlyMap<string, number>>
>;

function characterRates(shares: Iterable<readonly [word: string, share: number]>): CharacterRates {
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  const pairs = new Map<string, number>();
  const characters = new Map<string, number>();
  const add = (rates: Map<string, number>, key: string | undefined, share: number) => {
    if (key !== undefined) rates.set(key, (rates.get(key) ?? 0) + share);
  };
  for (const [word, share] of shares) {
    const letters = Array.from(word);
    add(starts, letters[0], share);
    add(ends, letters.at(-1), share);
    for (const [at, letter] of letters.entries()) {
      add(characters, letter, share);
      if (at > 0) add(pairs, letters[at - 1] + letter, share);
    }
  }
  return { starts, ends, pairs, characters };
}
