import { foldText } from '../corpus/fold-text.ts';
import { questionWords } from './question-words.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const hanRun = /\p{Script=Han}+/gu;

/** All words of a text, folded, in order, duplicates kept. */
export function segmentWords(text: string): readonly string[] {
  return wordsOfFolded(foldText(text));
}

/** The words of a text that say what it is about: without question and function words. */
export function contentWords(text: string): readonly string[] {
  return segmentWords(text).filter((word) => !questionWords.has(word));
}

/** Pairs of neighbouring Han characters, folded, in order; a character that stands alone counts as one. */
export function hanBigrams(text: string): readonly string[] {
  return bigramsOfFolded(foldText(text));
}

/** The same two token lists that are indexed for a passage, folded once. */
export function indexTokens(text: string): {
  words: readonly string[];
  bigrams: readonly string[];
} {
  const folded = foldText(text);
  return { words: wordsOfFolded(folded), bigrams: bigramsOfFolded(folded) };
}

function wordsOfFolded(folded: string): readonly string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(folded)) {
    if (isWordLike) words.push(segment);
  }
  return words;
}

function bigramsOfFolded(folded: string): readonly string[] {
  const bigrams: string[] = [];
  for (const [run] of folded.matchAll(hanRun)) {
    const characters = Array.from(run);
    if (characters.length === 1) bigrams.push(run);
    for (const [at, character] of characters.entries()) {
      const next = characters[at + 1];
      if (next !== undefined) bigrams.push(character + next);
    }
  }
  return bigrams;
}
