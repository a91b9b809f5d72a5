import { type Finding, heaviestOf } from '../src/answering/verify/findings.ts';
import {
  answerMeasures,
  measuresOf,
  stoppingFinding,
  type Thresholds,
  type Trees,
} from '../src/answering/verify/judgement.ts';
import type { SignWeights } from '../src/answering/verify/sign.ts';
import { answerSets, promptAnswerSets } from '../tests/answering/mutations/claim-sets.ts';
import { fitTrees } from './fit-trees.ts';
import { type Example, isOpen, isTrue, learnKind } from './suite-examples.ts';

/** An example with all that rules and the signs of reworded claims find against it, and what trees make of that. */
export interface Suspected {
  readonly example: Example;
  readonly findings: readonly Finding[];
  /** Learned from claims of others. */
  readonly suspicion: Trees;
}

/** Answers of a set, judged by what was learned from all others. */
export interface RotatedAnswers {
  readonly set: string;
  readonly own: readonly Suspected[];
  readonly judgement: Trees;
}

export interface LearnedJudgement {
  readonly exchange: SignWeights;
  readonly judgement: Trees;
  readonly rotated: readonly RotatedAnswers[];
}

const growth = {
  ...{ count: 250, depth: 3, rate: 0.06, least: 4, ridge: 5 },
  ...{ missing: -9, cuts: 200 },
};
/** What claims count beside one of an answer to an earlier prompt, and a true claim beside a false one. */
const worth = { ofPrompt: 4, ofReworded: 2, ofTrue: 2 };
/** What the exchange of a reworded claim counts beside one of an answer. */
const worthOfExchange = 0.3;
const ridge = 10;
const parts = 4;

/**
 * Learns from answers, and with less worth from reworded claims, what exchanges of words weigh and what all findings say. Trees are
 * grown on exchanges weighed by what was learned of other sets.
 */
export function learnJudgement(suspected: readonly Suspected[]): LearnedJudgement {
  const sets = [...new Set(suspected.map(({ example }) => example.set))];
  const reworded = sets.filter((set) => !isAnswers(set));
  const groups = [
    ...sets.filter(isAnswers).map((set) => [set]),
    ...Array.from({ length: parts }, (_, part) => reworded.filter((_, at) => at % parts === part)),
  ];
  const whole = groups.flatMap((group) => {
    const exchange = learnExchange(suspected.filter(({ example }) => !group.includes(example.set)));
    return suspected
      .filter(({ example }) => group.includes(example.set))
      .map((one) => ({ ...one, findings: withExchanges(one, exchange) }));
  });
  const rotated = sets.filter(isAnswers).map((set) => ({
    set,
    own: whole.filter(({ example }) => example.set === set),
    judgement: growTrees(whole.filter(({ example }) => example.set !== set)),
  }));
  return { exchange: learnExchange(suspected), judgement: growTrees(whole), rotated };
}

function isAnswers(set: string): boolean {
  return answerSets.some((one) => one === set);
}

function worthOf(set: string): number {
  if (promptAnswerSets.some((one) => one === set)) return worth.ofPrompt;
  return isAnswers(set) ? 1 : worth.ofReworded;
}

function learnExchange(suspected: readonly Suspected[]): SignWeights {
  const examples = suspected.map(({ example }) => example);
  return learnKind('exchange', examples, {
    worthOf: ({ set }) => (isAnswers(set) ? 1 : worthOfExchange),
    ridge,
  });
}

function withExchanges({ example, findings }: Suspected, weights: SignWeights): readonly Finding[] {
  if (example.isVerbatim) return findings;
  return [...findings, ...heaviestOf('exchange', { signs: example.signs.exchange, weights })];
}

function growTrees(suspected: readonly Suspected[]): Trees {
  const cases = suspected.filter(isOpen).map(({ example, findings, suspicion }) => ({
    measures: answerMeasures(measuresOf(findings, example.likeness), suspicion),
    isPositive: !isTrue(example),
    worth: (isTrue(example) ? worth.ofTrue : 1) * worthOf(example.set),
  }));
  return fitTrees(cases, growth);
}

/** How many of some answers of a rotated set are stopped at a threshold, or at one each for what is quoted and reworded. */
export function countStopped(
  stops: Thresholds | number,
  { own, judgement }: RotatedAnswers,
  belongs: (example: Example) => boolean,
): { readonly stopped: number; readonly all: number } {
  const both = typeof stops === 'number' ? { quoted: stops, reworded: stops } : stops;
  const some = own.filter(({ example }) => belongs(example));
  const stopped = some.filter(({ example, findings, suspicion }) => {
    const judging = { suspicion, judgement: { ...judgement, stops: both } };
    return stoppingFinding(findings, example.likeness, judging) !== undefined;
  });
  return { stopped: stopped.length, all: some.length };
}
