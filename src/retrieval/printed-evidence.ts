import { findNumerals } from '../corpus/numerals/numerals.ts';
import { splitSentences } from '../corpus/sentences.ts';
import { occurrenceWeight } from './bm25.ts';
import { type Concepts, conceptNames } from './meaning/find-concepts.ts';
import type { Hit } from './passage.ts';
import { bigramWeight, type PreparedQuestion, questionWorth } from './question.ts';
import { indexedText } from './split-passages.ts';
import { sum } from './sum.ts';
import type { CountedKind, TermCounts } from './term-counts.ts';
import { hanBigrams, indexTokens, type TextSegment } from './tokenize.ts';

// What the passage says in other words is no match of full weight.
const conceptShare = 0.5;

interface Evidence {
  readonly counts: TermCounts;
  readonly concepts: Concepts | undefined;
}

/**
 * How far the print of the best hit says what is asked: half the BM25 of its passage over the idf mass of the question,
 * plus the idf-weighted share of the question's bigrams in its best two neighbouring sentences, less when numbers of the
 * question are missing. Words that were added to the question count nothing; a word of the question counts half where
 * the passage says its concept in other words.
 */
export function printedEvidence(
  question: PreparedQuestion,
  hits: readonly Hit[],
  evidence: Evidence,
): number {
  const mass = questionWorth(question, evidence.counts);
  if (mass === 0) return 0;
  const told = Math.max(...hits.map((hit) => scoreHit(question, hit, { ...evidence, mass })));
  const texts = hits.map(({ passage }) => passage.text);
  return told * (0.5 + 0.5 * shareOfNumbers(question.text, texts));
}

function scoreHit(
  question: PreparedQuestion,
  { article, passage }: Hit,
  { counts, concepts, mass }: Evidence & { readonly mass: number },
): number {
  const printed = indexTokens(indexedText(article, passage));
  const said = saidConcepts(question, printed.segments, concepts);
  const words = said.flatMap((concept) => concept.words);
  const bigrams = said.flatMap((concept) => concept.bigrams);
  const inWords: Weighing = { kind: 'word', counts, said: new Set(words) };
  const inBigrams: Weighing = { kind: 'bigram', counts, said: new Set(bigrams) };
  const score =
    bm25(question.words, printed.words, inWords) +
    bigramWeight * bm25(question.bigrams, printed.bigrams, inBigrams);
  return (0.5 * score) / mass + bestWindow(passage.text, question, inBigrams);
}

/** The concepts of the question that the passage says too. */
function saidConcepts(
  question: PreparedQuestion,
  segments: readonly TextSegment[],
  concepts: Concepts | undefined,
) {
  if (concepts === undefined || question.concepts.length === 0) return [];
  const names = new Set(conceptNames(concepts, segments));
  return question.concepts.filter((concept) => concept.names.some((name) => names.has(name)));
}

interface Weighing {
  readonly kind: CountedKind;
  readonly counts: TermCounts;
  /** Terms of the question whose concept the passage says. */
  readonly said: ReadonlySet<string>;
}

function bm25(
  asked: readonly string[],
  printed: readonly string[],
  { kind, counts, said }: Weighing,
): number {
  const times = new Map<string, number>();
  for (const term of printed) times.set(term, (times.get(term) ?? 0) + 1);
  const length = printed.length / Math.max(1, counts.meanLength(kind));
  return sum(
    asked.map((term) => {
      const count = times.get(term) ?? 0;
      const unsaid = said.has(term) ? conceptShare : 0;
      const weight = count === 0 ? unsaid : occurrenceWeight(count, length);
      return weight === 0 ? 0 : weight * counts.idf(kind, term);
    }),
  );
}

function bestWindow(
  text: string,
  { bigrams }: PreparedQuestion,
  { counts, said }: Weighing,
): number {
  const weights = bigrams.map((bigram) => counts.idf('bigram', bigram));
  const mass = sum(weights);
  if (mass === 0) return 0;
  const shares = bigrams.map((bigram) => (said.has(bigram) ? conceptShare : 0));
  const sentences = splitSentences(text).map((sentence) => new Set(hanBigrams(sentence.text)));
  const windows = sentences.map((sentence, at) => {
    const window = sentence.union(sentences[at + 1] ?? new Set());
    const covered = bigrams.map(
      (bigram, term) => (weights[term] ?? 0) * (window.has(bigram) ? 1 : (shares[term] ?? 0)),
    );
    return sum(covered) / mass;
  });
  return Math.max(0, ...windows);
}

function shareOfNumbers(question: string, texts: readonly string[]): number {
  const asked = findNumerals(question).filter(({ kind }) => kind !== 'indefinite');
  if (asked.length === 0) return 1;
  const printed = new Set(texts.flatMap(findNumerals).map(({ value }) => value));
  return asked.filter(({ value }) => printed.has(value)).length / asked.length;
}
