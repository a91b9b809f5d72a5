import { findNumerals } from '../corpus/numerals.ts';
import { splitSentences } from '../corpus/sentences.ts';
import type { FoundPassage } from './passage-index.ts';
import type { PreparedQuestion } from './question.ts';
import type { TermCounts } from './term-counts.ts';
import { hanBigrams } from './tokenize.ts';

/**
 * Least score that is taken for an answer. Answered of the answerable / refused of the unanswerable questions, in %:
 *
 * | score | CMRC folds | DuReader-robust folds | starter questions |
 * |   .20 |   100 / 10 |                99 / 5 |           92 / 40 |
 * |   .30 |   100 / 31 |               97 / 17 |           72 / 44 |
 * |   .40 |   100 / 55 |               93 / 34 |           68 / 52 |
 * |   .45 |    99 / 65 |               90 / 43 |           57 / 60 |
 * |   .60 |    94 / 85 |               78 / 63 |           39 / 76 |
 *
 * .40 is the highest before everyday questions, which share few words with the print, begin to be lost by tens. Of the
 * starter's unanswerable ones half ask a printed organisation for what is not printed: words can not tell these.
 */
export const abstentionThreshold = 0.4;

const bigramShare = 0.2;
const passagesRead = 3;

/**
 * How likely it is that the passages answer the question: higher is likelier, 0 for nothing found. Half the BM25 of
 * the best passage over the idf mass of the query, plus the idf-weighted share of the query's bigrams in the best two
 * neighbouring sentences of the top three passages, less when numbers of the question are missing. `found` is by
 * words, best first.
 */
export function abstentionScore(
  question: PreparedQuestion,
  found: readonly FoundPassage[],
  counts: TermCounts,
): number {
  const best = found[0];
  const mass = idfMass(question, counts);
  if (best === undefined || mass === 0) return 0;
  const texts = found.slice(0, passagesRead).map(({ passage }) => passage.text);
  const coverage = Math.max(...texts.map((text) => bestWindow(text, question, counts)));
  return (
    ((0.5 * best.score) / mass + coverage) * (0.5 + 0.5 * shareOfNumbers(question.text, texts))
  );
}

function idfMass({ words, bigrams }: PreparedQuestion, counts: TermCounts): number {
  const inWords = sum(words.map((word) => counts.idf('word', word)));
  return inWords + bigramShare * sum(bigrams.map((bigram) => counts.idf('bigram', bigram)));
}

function shareOfNumbers(question: string, texts: readonly string[]): number {
  const asked = findNumerals(question).filter(({ kind }) => kind !== 'indefinite');
  if (asked.length === 0) return 1;
  const printed = new Set(texts.flatMap(findNumerals).map(({ value }) => value));
  return asked.filter(({ value }) => printed.has(value)).length / asked.length;
}

function bestWindow(text: string, { bigrams }: PreparedQuestion, counts: TermCounts): number {
  const weights = new Map(bigrams.map((bigram) => [bigram, counts.idf('bigram', bigram)]));
  const mass = sum(Array.from(weights.values()));
  if (mass === 0) return 0;
  const sentences = splitSentences(text).map((sentence) => new Set(hanBigrams(sentence.text)));
  const shares = sentences.map((sentence, at) => {
    const window = sentence.union(sentences[at + 1] ?? new Set());
    return (
      sum(bigrams.map((bigram) => (window.has(bigram) ? (weights.get(bigram) ?? 0) : 0))) / mass
    );
  });
  return Math.max(0, ...shares);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
