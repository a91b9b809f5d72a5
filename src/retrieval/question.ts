import { foldText } from '../corpus/fold-text.ts';
import type { Concepts } from './meaning/find-concepts.ts';
import { sum } from './sum.ts';
import type { TermCounts } from './term-counts.ts';
import { contentWords, hanBigrams, segmentFolded } from './tokenize.ts';

/** A question made ready for searching. */
export interface PreparedQuestion {
  /** What is searched for by meaning. */
  readonly text: string;
  /** Each once. */
  readonly words: readonly string[];
  /** Each once. */
  readonly bigrams: readonly string[];
  readonly concepts: readonly SaidConcept[];
}

/** A place in a question where concepts are said. */
interface SaidConcept {
  readonly names: readonly string[];
  /** As the question says it. */
  readonly words: readonly string[];
  readonly bigrams: readonly string[];
}

/** What a bigram weighs beside a word. */
export const bigramWeight = 0.2;

// UTF-16 units: of a longer question the beginning is searched for.
const longestText = 2000;
// Of more terms than these the rarest are searched for, so that a pasted page takes no longer than a question.
const mostWords = 48;
const mostBigrams = 96;
const mostConcepts = 16;

/**
 * Makes a question ready: folded, each term once, question words dropped from the words. Any text will do: one that
 * says nothing (emoji, nothing but question words) leaves no word.
 */
export function prepareQuestion(
  question: string,
  { counts, concepts }: { readonly counts: TermCounts; readonly concepts: Concepts | undefined },
): PreparedQuestion {
  const text = question.slice(0, longestText);
  return {
    text,
    words: rarest(contentWords(text), mostWords, (word) => counts.idf('word', word)),
    bigrams: rarest(hanBigrams(text), mostBigrams, (bigram) => counts.idf('bigram', bigram)),
    concepts: concepts === undefined ? [] : saidConcepts(text, concepts),
  };
}

/** The idf of all terms of a question, whether the index holds them or not. */
export function questionWorth({ words, bigrams }: PreparedQuestion, counts: TermCounts): number {
  const inWords = sum(words.map((word) => counts.idf('word', word)));
  return inWords + bigramWeight * sum(bigrams.map((bigram) => counts.idf('bigram', bigram)));
}

function rarest(terms: readonly string[], most: number, idf: (term: string) => number) {
  const once = Array.from(new Set(terms));
  if (once.length <= most) return once;
  return once.toSorted((left, right) => idf(right) - idf(left)).slice(0, most);
}

function saidConcepts(text: string, concepts: Concepts): readonly SaidConcept[] {
  const folded = foldText(text);
  const said = concepts.findIn(segmentFolded(folded)).slice(0, mostConcepts);
  return said.map(({ names, start, end }) => {
    const expression = folded.slice(start, end);
    return { names, words: contentWords(expression), bigrams: hanBigrams(expression) };
  });
}
