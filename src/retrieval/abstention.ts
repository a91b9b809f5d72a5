import { splitSentences } from '../corpus/sentences.ts';
import type { FoundPassage, WordQuery } from './passage-index.ts';
import type { TermCounts } from './term-counts.ts';
import { hanBigrams } from './tokenize.ts';

export interface Evidence {
  readonly query: WordQuery;
  /** Share of the question's numbers that the top passages hold, 0 to 1; 1 when it has none. */
  readonly numbersFound: number;
  /** By words, best first. */
  readonly found: readonly FoundPassage[];
}

const bigramShare = 0.2;
const passagesRead = 3;

/**
 * How likely it is that the passages answer the question: higher is likelier, 0 for nothing found. Half the BM25 of
 * the best passage over the idf mass of the query, plus the idf-weighted share of the query's bigrams in the best two
 * neighbouring sentences of the top three passages, less when numbers of the question are missing.
 */
export function abstentionScore(
  { query, numbersFound, found }: Evidence,
  counts: TermCounts,
): number {
  const best = found[0];
  if (best === undefined) return 0;
  const mass =
    sum(query.words.map((word) => counts.idf('word', word))) +
    bigramShare * sum(query.bigrams.map((bigram) => counts.idf('bigram', bigram)));
  if (mass === 0) return 0;
  const coverage = Math.max(
    ...found.slice(0, passagesRead).map(({ passage }) => bestWindow(passage.text, query, counts)),
  );
  return ((0.5 * best.score) / mass + coverage) * (0.5 + 0.5 * numbersFound);
}

function bestWindow(text: string, { bigrams }: WordQuery, counts: TermCounts): number {
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
