import { inverseFrequency } from './bm25.ts';
import type { NeighbourWords } from './index/neighbour-words.ts';
import type { WordClause } from './index/passage-index.ts';
import type { Concepts } from './meaning/find-concepts.ts';
import type { Saying } from './passage.ts';
import { bigramWeight, type PreparedQuestion, questionWorth } from './question.ts';
import type { SearchSteps } from './search-steps.ts';
import { sum } from './sum.ts';
import { enoughPassages, type TermCounts } from './term-counts.ts';
import { everydayTokens, signWeight } from './tokenize.ts';

export interface WideningParts {
  readonly counts: TermCounts;
  readonly concepts: Concepts;
  /** Undefined without word vectors. */
  readonly neighbours: NeighbourWords | undefined;
  readonly steps: SearchSteps;
}

// Weights beside a word of the question, which counts 1.
const expressionWeight = 0.3;
const neighbourWeight = 0.35;
// What the likely concepts can add in all beside all terms of the question, where the words agree with nothing.
const likelyWeight = 0.5;
// Best score by words, over what all terms of the question are worth, from which on the likely concepts count less, and
// nothing: everyday paraphrases stay below .35 in print, nine in ten direct questions of five sets above .6.
const littleAgreement = 0.2;
const enoughAgreement = 0.6;
// Share of a question's words that stand in the thesaurus, from which on and to which it is trusted the more: nineteen in
// twenty everyday questions of the field have .64 and more, half of those about anything have less than .4.
const unknown = 0.5;
const familiar = 0.7;
// A neighbour helps where the index hardly holds the word itself; beside a frequent one it misleads (DuReader-robust
// MRR .811 with all neighbours at full weight, .817 with this or none).
const heldPassages = 3;
// In more passages than these no neighbour would weigh enough: it is not looked for.
const mostHeld = 10;
// Every weight is a search of its own in LanceDB: added words and concepts go by steps, and what weighs least is left out.
const weightStep = 0.15;
const leastWeight = 0.1;
const likelySteps = 5;
const mostNeighbours = 3;
const mostAdded = 40;
const mostLikely = 20;
const mostSayings = 8;
const sayingWeight = 0.6;

/** What a question itself says: in print, and in the words of the questions that articles answer. */
export function ownClauses(
  question: PreparedQuestion,
  { counts, steps }: WideningParts,
): readonly WordClause[] {
  const held = (kind: Parameters<TermCounts['holds']>[0], terms: readonly string[]) =>
    terms.filter((term) => counts.holds(kind, term));
  const asked = steps.asked ? everydayTokens(question.text) : { words: [], signs: [] };
  return filled([
    { column: 'words', terms: held('word', question.words), weight: 1 },
    { column: 'bigrams', terms: held('bigram', question.bigrams), weight: bigramWeight },
    { column: 'asked', terms: held('asked', once(asked.words)), weight: 1 },
    { column: 'asked', terms: held('asked', once(asked.signs)), weight: signWeight },
  ]);
}

/**
 * What is searched for when the words of a question agree with little: with them what says the same in other words, and
 * what the question is likely about, the more the less they agree. Undefined when they agree enough.
 * @param best Score of the best passage for the question's own clauses.
 */
export async function widenQuestion(
  question: PreparedQuestion,
  best: number,
  parts: WideningParts,
): Promise<readonly WordClause[] | undefined> {
  const { counts } = parts;
  const worth = questionWorth(question, counts);
  const agreement = worth === 0 ? 1 : (best * smallness(counts.passages())) / worth;
  if (agreement >= enoughAgreement) return undefined;
  const lack = between(enoughAgreement, littleAgreement, agreement);
  const likely = likelyClauses(question, likelyWeight * lack * worth, parts);
  const added = addedClauses(await findAdded(question, parts));
  const own = ownClauses(question, parts).map((clause) =>
    clause.column === 'asked' ? { ...clause, weight: clause.weight * (1 + lack) } : clause,
  );
  const isWider = [...likely, ...added, ...own.filter(({ column }) => column === 'asked')].length;
  return isWider === 0 ? undefined : filled([...own, ...added, ...likely]);
}

/** 0 at `none`, 1 at `all`, and so beyond. */
function between(none: number, all: number, value: number): number {
  return Math.max(0, Math.min(1, (value - none) / (all - none)));
}

/** What a question is likely about, with all the ways to say it, likeliest first. */
export function likelySayings({ text }: PreparedQuestion, concepts: Concepts): readonly Saying[] {
  return concepts.likelyIn(text, mostSayings).map(([name, share]) => ({
    ways: concepts.waysToSay(name),
    weight: sayingWeight * share ** 2,
  }));
}

/** How much more a term of one passage would count if the index were of enough passages; `TermCounts` fills it up so. */
function smallness(passages: number): number {
  const rarest = (all: number) => inverseFrequency(1, all);
  return passages === 0 ? 1 : rarest(Math.max(passages, enoughPassages)) / rarest(passages);
}

/** The likely concepts of a question, with weights that make a passage about all of them worth so much. */
function likelyClauses(
  { text, words }: PreparedQuestion,
  worth: number,
  { counts, concepts, steps }: WideningParts,
): readonly WordClause[] {
  const known = words.filter((word) => concepts.knows(word)).length / Math.max(1, words.length);
  const trust = between(unknown, familiar, known);
  if (!steps.concepts || trust === 0) return [];
  const likely = concepts
    .likelyIn(text, mostLikely)
    .filter(([name]) => counts.holds('concept', name))
    .map(([name, share]) => ({ name, share: share ** 2 }));
  const all = sum(likely.map(({ name, share }) => share * counts.idf('concept', name)));
  const byStep = Map.groupBy(likely, ({ share }) => Math.round(share * likelySteps));
  byStep.delete(0);
  return Array.from(byStep, ([step, concepts]) => ({
    column: 'concepts' as const,
    terms: concepts.map(({ name }) => name),
    weight: ((step / likelySteps) * trust * worth) / all,
  }));
}

function filled(clauses: readonly WordClause[]): readonly WordClause[] {
  return clauses.filter(({ terms }) => terms.length > 0);
}

function namesOf({ concepts }: PreparedQuestion): readonly string[] {
  return once(concepts.flatMap(({ names }) => names));
}

function once(terms: readonly string[]): readonly string[] {
  return Array.from(new Set(terms));
}

/** Words of the index that the question does not hold, with their weights, heaviest first. */
async function findAdded(
  question: PreparedQuestion,
  { counts, concepts, neighbours, steps }: WideningParts,
): Promise<readonly (readonly [word: string, weight: number])[]> {
  const own = new Set(question.words);
  const added = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (weight >= leastWeight && !own.has(word) && counts.holds('word', word))
      added.set(word, Math.max(added.get(word) ?? 0, weight));
  };
  for (const name of namesOf(question)) {
    for (const [word, share] of concepts.wordsOf(name)) add(word, expressionWeight * share);
  }
  const rare = question.words.filter((word) => counts.count('word', word) <= mostHeld);
  const near = steps.neighbours ? await neighbours?.findNear(rare) : undefined;
  for (const [own, words] of near ?? []) {
    const rarity = heldPassages / (heldPassages + counts.count('word', own));
    const held = words.filter(({ word }) => counts.holds('word', word)).slice(0, mostNeighbours);
    for (const { word, cosine } of held) add(word, neighbourWeight * cosine * rarity);
  }
  return Array.from(added)
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, mostAdded);
}

function addedClauses(added: readonly (readonly [string, number])[]): readonly WordClause[] {
  const byStep = Map.groupBy(added, ([, weight]) => Math.max(1, Math.round(weight / weightStep)));
  return Array.from(byStep, ([step, words]) => ({
    column: 'words' as const,
    terms: words.map(([word]) => word),
    weight: step * weightStep,
  }));
}
