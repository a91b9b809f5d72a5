import type { Concepts } from './find-concepts.ts';
import type { NeighbourWords } from './neighbour-words.ts';
import type { WordClause } from './passage-index.ts';
import type { PreparedQuestion } from './question.ts';
import type { SearchSteps } from './search-steps.ts';
import type { TermCounts } from './term-counts.ts';
import { everydayTokens, signWeight } from './tokenize.ts';

export interface WideningParts {
  readonly counts: TermCounts;
  readonly concepts: Concepts;
  /** Undefined without word vectors. */
  readonly neighbours: NeighbourWords | undefined;
  readonly steps: SearchSteps;
}

// Weights beside a word of the question, which counts 1.
const bigramWeight = 0.2;
const conceptWeight = 0.5;
const expressionWeight = 0.3;
const neighbourWeight = 0.35;
// A neighbour helps where the index hardly holds the word itself; beside a frequent one it misleads (DuReader-robust
// MRR .811 with all neighbours at full weight, .817 with this or none).
const heldPassages = 3;
// In more passages than these no neighbour would weigh enough: it is not looked for.
const mostHeld = 10;
// Every weight is a search of its own in LanceDB: added words go by steps, and what weighs least is left out.
const weightStep = 0.15;
const leastWeight = 0.1;
const mostNeighbours = 3;
const mostAdded = 40;

/** What is searched for: the question's own words, and at lower weights what says the same in other words. */
export async function widenQuestion(
  question: PreparedQuestion,
  parts: WideningParts,
): Promise<readonly WordClause[]> {
  const { counts, steps } = parts;
  const held = (kind: Parameters<TermCounts['holds']>[0], terms: readonly string[]) =>
    terms.filter((term) => counts.holds(kind, term));
  const asked = steps.asked ? everydayTokens(question.text) : { words: [], signs: [] };
  const clauses: readonly WordClause[] = [
    { column: 'words', terms: held('word', question.words), weight: 1 },
    { column: 'bigrams', terms: held('bigram', question.bigrams), weight: bigramWeight },
    { column: 'concepts', terms: held('concept', namesOf(question)), weight: conceptWeight },
    { column: 'asked', terms: held('asked', once(asked.words)), weight: 1 },
    { column: 'asked', terms: held('asked', once(asked.signs)), weight: signWeight },
    ...addedClauses(await findAdded(question, parts)),
  ];
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
