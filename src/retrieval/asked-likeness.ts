import { type Concepts, conceptNamesIn } from './meaning/find-concepts.ts';
import type { Hit } from './passage.ts';
import type { PreparedQuestion } from './question.ts';
import { sum } from './sum.ts';
import type { TermCounts } from './term-counts.ts';
import { everydayTokens, signWeight } from './tokenize.ts';

interface Evidence {
  readonly counts: TermCounts;
  readonly concepts: Concepts | undefined;
}

// Any two questions share this much of their terms: measured on long questions about other things.
const commonShare = 0.1;
// A shared concept beside all questions of an article, in words of the rarest kind; beside one of them, of its idf.
const conceptTerms = 0.3;
const conceptShare = 0.5;
// Worth of a rarest word that all questions together share beyond the common, and of one that the likest shares.
const poolWorth = 0.18;
const singleWorth = 0.16;
const mostPool = 0.36;

/**
 * How far the questions that an article says it answers are like this one, on the scale of the abstention score: in
 * words, character pairs, characters and concepts, each by how rare it is. What is shared with all of them counts, and
 * again what is shared with the likest one: questions about other things share much with all, seldom with one.
 */
export function askedLikeness(question: PreparedQuestion, hit: Hit, evidence: Evidence): number {
  const { asked } = hit.article;
  const rarest = evidence.counts.idf('asked', '');
  if (asked.length === 0 || rarest === 0) return 0;
  const own = weightsOf(question.text, evidence.counts);
  const said = new Set(question.concepts.flatMap(({ names }) => names));
  const each = asked.map((text) => ({
    terms: termsOf(text),
    concepts: conceptsOf(text, evidence, said),
  }));
  const printed = conceptsOf(`${hit.article.title}\n${hit.passage.text}`, evidence, said);
  const pool = new Set(each.flatMap(({ terms }) => Array.from(terms)));
  const beyond = weightShared(own, pool) - commonShare * sum(own.values());
  const concepts = each.reduce((all, one) => all.union(one.concepts), printed);
  const inAll = poolWorth * (beyond / rarest + conceptTerms * concepts.size);
  const inOne = Math.max(
    ...each.map(
      (one) => weightShared(own, one.terms) + weightOfConcepts(one.concepts, evidence.counts),
    ),
  );
  return Math.max(0, Math.min(mostPool, inAll)) + singleWorth * (inOne / rarest);
}

/** The terms of an everyday question, each with what it weighs. */
function weightsOf(text: string, counts: TermCounts): ReadonlyMap<string, number> {
  const { words, signs } = everydayTokens(text);
  return new Map([
    ...words.map((word) => [word, counts.idf('asked', word)] as const),
    ...signs.map((sign) => [sign, signWeight * counts.idf('asked', sign)] as const),
  ]);
}

function termsOf(text: string): ReadonlySet<string> {
  const { words, signs } = everydayTokens(text);
  return new Set([...words, ...signs]);
}

function conceptsOf(
  text: string,
  { concepts }: Evidence,
  said: ReadonlySet<string>,
): ReadonlySet<string> {
  if (concepts === undefined || said.size === 0) return new Set();
  return said.intersection(new Set(conceptNamesIn(concepts, text)));
}

function weightShared(own: ReadonlyMap<string, number>, others: ReadonlySet<string>): number {
  return sum(Array.from(own, ([term, weight]) => (others.has(term) ? weight : 0)));
}

function weightOfConcepts(names: ReadonlySet<string>, counts: TermCounts): number {
  return conceptShare * sum(Array.from(names, (name) => counts.idf('concept', name)));
}
