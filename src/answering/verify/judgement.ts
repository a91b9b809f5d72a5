import type { Finding, Likeness } from './findings.ts';

/** A regression tree: it asks whether a measure reaches a value, and ends in log odds. */
export type Tree =
  | number
  | {
      readonly measure: string;
      readonly from: number;
      readonly below: Tree;
      readonly reached: Tree;
    };

/** What bench/train-verify.ts learned of all findings together: boosted trees (Friedman 2001). */
export interface Trees {
  /** Log odds that any claim is not borne out. */
  readonly bias: number;
  /** Each adds to them. */
  readonly trees: readonly Tree[];
}

/** The log odds from which on a claim is stopped that is said in its quotes' words, and one that is reworded. */
export interface Thresholds {
  readonly quoted: number;
  readonly reworded: number;
}

export interface Judgement extends Trees {
  readonly stops: Thresholds;
}

/** What is learned from freely reworded claims, and what of that and the exchanges of words is learned from answers. */
export interface Judging {
  readonly suspicion: Trees;
  readonly judgement: Judgement;
}

/** Measures by name; what is missing counts as `nothingFound`. */
export type Measures = Readonly<Record<string, number>>;

/** Less than any sign weighs. */
const nothingFound = -9;

const ofWording = /^(?:wording|exchange)/u;

/** What is judged of a claim: each finding by its name, how many there are, of how many kinds, and how much its source holds. */
export function measuresOf(findings: readonly Finding[], likeness: Likeness): Measures {
  // How a claim is worded is something of every claim: it counts by itself alone.
  const against = findings.filter(({ name, weight }) => weight > 0 && !ofWording.test(name));
  const faults = new Set(against.map(({ fault }) => fault));
  const byName = Object.fromEntries(findings.map(({ name, weight }) => [name, weight]));
  return { ...byName, found: against.length, faults: faults.size, ...likeness };
}

/** The log odds that a claim is not borne out. */
export function scoreOf(measures: Measures, { bias, trees }: Trees): number {
  return trees.reduce<number>((sum, tree) => sum + leafOf(tree, measures), bias);
}

function leafOf(tree: Tree, measures: Measures): number {
  let at = tree;
  while (typeof at !== 'number')
    at = (measures[at.measure] ?? nothingFound) >= at.from ? at.reached : at.below;
  return at;
}

/** What the judgement of answers asks: the measures, and what reworded claims would make of them. */
export function answerMeasures(measures: Measures, suspicion: Trees): Measures {
  return { ...measures, suspicion: scoreOf(measures, suspicion) };
}

// Of the characters of a claim in its quotes' words at most so much is no quote's.
const mostUnquoted = 0.15;

/** Whether a claim is said in its quotes' words: what is not theirs is seldom another word for theirs. */
export function isQuoted({ unquoted, length }: Likeness): boolean {
  return unquoted <= mostUnquoted * length;
}

/** The finding that stops a claim: a certain one, or the one that counts most where all together weigh enough. */
export function stoppingFinding(
  findings: readonly Finding[],
  likeness: Likeness,
  { suspicion, judgement }: Judging,
): Finding | undefined {
  const certain = findings.find(({ isCertain }) => isCertain);
  const scoreWithout = (left: Finding | undefined) => {
    const others = findings.filter((one) => one !== left);
    return scoreOf(answerMeasures(measuresOf(others, likeness), suspicion), judgement);
  };
  const { quoted, reworded } = judgement.stops;
  const stops = isQuoted(likeness) ? quoted : reworded;
  if (certain !== undefined || scoreWithout(undefined) < stops) return certain;
  // A rule knows better what is wrong than a sign does.
  const named = findings.filter(({ isSign }) => !isSign);
  const [heaviest] = (named.length > 0 ? named : findings).toSorted(
    (a, b) => scoreWithout(a) - scoreWithout(b),
  );
  return heaviest;
}
