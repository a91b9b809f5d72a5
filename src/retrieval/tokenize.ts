import { cutWords } from '../corpus/cut-words.ts';
import { foldText } from '../corpus/fold-text.ts';
import { questionWords } from './question-words.ts';

const hanRun = /\p{Script=Han}+/gu;

/** All words of a text, folded, in order, duplicates kept. */
export function segmentWords(text: string): readonly string[] {
  return wordsOf(segmentFolded(foldText(text)));
}

/** The words of a text that say what it is about: without question and function words. */
export function contentWords(text: string): readonly string[] {
  return segmentWords(text).filter((word) => !questionWords.has(word));
}

/** Pairs of neighbouring Han characters, folded, in order; a character that stands alone counts as one. */
export function hanBigrams(text: string): readonly string[] {
  return bigramsOfFolded(foldText(text));
}

/** A piece of a folded text between two boundaries of the Segmenter. */
export interface TextSegment {
  readonly segment: string;
  /** UTF-16 offset in the folded text. */
  readonly index: number;
  readonly isWord: boolean;
}

/** All segments of a folded text, in order, nothing left out. */
export function segmentFolded(folded: string): readonly TextSegment[] {
  return Array.from(cutWords(folded), ({ segment, index, isWordLike = false }) => ({
    segment,
    index,
    isWord: isWordLike,
  }));
}

/** The token lists that are indexed for a passage, folded and cut once. */
export function indexTokens(text: string): {
  words: readonly string[];
  bigrams: readonly string[];
  segments: readonly TextSegment[];
} {
  const folded = foldText(text);
  const segments = segmentFolded(folded);
  return { words: wordsOf(segments), bigrams: bigramsOfFolded(folded), segments };
}

/** What a marked pair or character counts beside a word of an everyday question. */
export const signWeight = 0.25;
// Marks that no word begins with keep pairs and single characters apart from words in one column.
/** Before a pair of characters among everyday tokens, and before a single one. */
export const pairMark = '+';
export const characterMark = '.';

/** What a question in everyday words shares with another: its content words, character pairs and characters. */
export function everydayTokens(text: string): {
  readonly words: readonly string[];
  /** Marked pairs and characters. */
  readonly signs: readonly string[];
} {
  const folded = foldText(text);
  const words = wordsOf(segmentFolded(folded)).filter((word) => !questionWords.has(word));
  const pairs = bigramsOfFolded(folded).map((pair) => pairMark + pair);
  const characters = Array.from(folded.matchAll(/\p{Script=Han}/gu), ([character]) => character);
  const telling = characters.filter((character) => !plainCharacters.has(character));
  return { words, signs: [...pairs, ...telling.map((character) => characterMark + character)] };
}

// Characters that stand in questions about anything.
const plainCharacters: ReadonlySet<string> = new Set(
  '的了着过得地之吗呢吧啊呀嘛么哦呗啦哪谁何几多少什怎样如为啥咋里儿是不有没在和与及或跟同对把被由从向往到给让用以于因这那个些它他她我你您们咱自己也都还又再就才很太更最只别要想会能可应该请问说讲看人家一上下去来',
);

function wordsOf(segments: readonly TextSegment[]): readonly string[] {
  return segments.filter(({ isWord }) => isWord).map(({ segment }) => segment);
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
