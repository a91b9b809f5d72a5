import type { WordQuery } from './passage-index.ts';
import type { TermCounts } from './term-counts.ts';
import { contentWords, hanBigrams } from './tokenize.ts';

/** A question made ready for searching. */
export interface PreparedQuestion extends WordQuery {
  /** What is searched for by meaning. */
  readonly text: string;
}

// UTF-16 units: of a longer question the beginning is searched for.
const longestText = 2000;
// Of more terms than these the rarest are searched for, so that a pasted page takes no longer than a question.
const mostWords = 48;
const mostBigrams = 96;

/**
 * Makes a question ready: folded, each term once, question words dropped from the words. Any text will do: one that
 * says nothing (emoji, nothing but question words) leaves no word.
 */
export function prepareQuestion(question: string, counts: TermCounts): PreparedQuestion {
  const text = question.slice(0, longestText);
  return {
    text,
    words: rarest(contentWords(text), mostWords, (word) => counts.idf('word', word)),
    bigrams: rarest(hanBigrams(text), mostBigrams, (bigram) => counts.idf('bigram', bigram)),
  };
}

function rarest(terms: readonly string[], most: number, idf: (term: string) => number) {
  const once = Array.from(new Set(terms));
  if (once.length <= most) return once;
  return once.toSorted((left, right) => idf(right) - idf(left)).slice(0, most);
}
