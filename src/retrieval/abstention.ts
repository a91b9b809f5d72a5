import { findNumerals } from '../corpus/numerals/numerals.ts';
import { splitSentences } from '../corpus/sentences.ts';
import { type Concepts, conceptNames, conceptNamesIn } from './find-concepts.ts';
import type { Hit } from './passage.ts';
import type { PreparedQuestion } from './question.ts';
import { indexedText } from './split-passages.ts';
import type { CountedKind, TermCounts } from './term-counts.ts';
import {
  everydayTokens,
  hanBigrams,
  indexTokens,
  signWeight,
  type TextSegment,
} from './tokenize.ts';

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
/** Hits that are read for the score. */
export const hitsRead = 3;
// What the passage says in other words is no match of full weight.
const conceptShare = 0.5;
// BM25 as in LanceDB.
const saturation = 1.2;
const lengthShare = 0.75;

interface Evidence {
  readonly counts: TermCounts;
  readonly concepts: Concepts | undefined;
}

/**
 * How likely it is that the hits answer the question: higher is likelier, 0 for nothing found. For each of the best
 * three: half the BM25 of its passage over the idf mass of the question, plus the idf-weighted share of the question's
 * bigrams in its best two neighbouring sentences, less when numbers of the question are missing. Words that were added
 * to the question count nothing; a word of the question counts half where the passage says its concept in other words.
 * Or, where that is more, how far the best article's own questions are like this one.
 */
export function abstentionScore(
  question: PreparedQuestion,
  hits: readonly Hit[],
  evidence: Evidence,
): number {
  const read = hits.slice(0, hitsRead);
  const [best] = read;
  const mass = idfMass(question, evidence.counts);
  if (best === undefined || mass === 0) return 0;
  const told = Math.max(...read.map((hit) => scoreHit(question, hit, { ...evidence, mass })));
  const texts = read.map(({ passage }) => passage.text);
  const printed = told * (0.5 + 0.5 * shareOfNumbers(question.text, texts));
  return printed >= mostLikeness
    ? printed
    : Math.max(printed, askedLikeness(question, best, evidence));
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
    bigramShare * bm25(question.bigrams, printed.bigrams, inBigrams);
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

// Any two questions share this much of their terms: measured on long questions about other things.
const commonShare = 0.1;
// A shared concept, in words of the rarest kind.
const conceptTerms = 0.3;
// Per such word shared beyond the common: 1.3 make .40, which 20 unanswerable questions of 20 stay below in the main.
const termWorth = 0.3;
const mostLikeness = 0.6;

/** How far the questions that an article says it answers are like this one. */
function askedLikeness(
  question: PreparedQuestion,
  hit: Hit,
  { counts, concepts }: Evidence,
): number {
  const { article } = hit;
  if (article.asked.length === 0) return 0;
  const idf = (token: string) => counts.idf('asked', token);
  const own = everydayTokens(question.text);
  const tokens = article.asked.map(everydayTokens);
  const words = sharedTerms(
    own.words,
    tokens.flatMap((asked) => asked.words),
    idf,
  );
  const signs = sharedTerms(
    own.signs,
    tokens.flatMap((asked) => asked.signs),
    idf,
  );
  const shared = words.shared + signWeight * signs.shared;
  const mass = words.mass + signWeight * signs.mass;
  const rarest = counts.idf('asked', '');
  const terms = rarest === 0 ? 0 : (shared - commonShare * mass) / rarest;
  const likeness = terms + conceptTerms * sharedConcepts(question, hit, concepts);
  return Math.min(mostLikeness, Math.max(0, termWorth * likeness));
}

function sharedTerms(
  own: readonly string[],
  asked: readonly string[],
  idf: (term: string) => number,
): { readonly shared: number; readonly mass: number } {
  const known = new Set(asked);
  const terms = Array.from(new Set(own));
  return {
    shared: sum(terms.filter((term) => known.has(term)).map(idf)),
    mass: sum(terms.map(idf)),
  };
}

function sharedConcepts(
  question: PreparedQuestion,
  { article, passage }: Hit,
  concepts: Concepts | undefined,
): number {
  if (concepts === undefined || question.concepts.length === 0) return 0;
  const told = new Set(
    conceptNamesIn(concepts, [article.title, passage.text, ...article.asked].join('\n')),
  );
  const own = new Set(question.concepts.flatMap(({ names }) => names));
  return own.intersection(told).size;
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
  const norm = saturation * (1 - lengthShare + lengthShare * length);
  return sum(
    asked.map((term) => {
      const count = times.get(term) ?? 0;
      const unsaid = said.has(term) ? conceptShare : 0;
      const weight = count === 0 ? unsaid : (count * (saturation + 1)) / (count + norm);
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
