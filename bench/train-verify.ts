import { writeFileSync } from 'node:fs';
import type { Finding } from '../src/answering/verify/findings.ts';
import {
  isQuoted,
  measuresOf,
  type Thresholds,
  type Trees,
} from '../src/answering/verify/judgement.ts';
import { learnedFile, writeLearnedText } from '../src/answering/verify/learned.ts';
import {
  answerSets,
  claimSets,
  lateSets,
  promptAnswerSets,
} from '../tests/answering/mutations/claim-sets.ts';
import { fitTrees } from './fit-trees.ts';
import {
  countStopped,
  learnJudgement,
  type RotatedAnswers,
  type Suspected,
} from './learn-judgement.ts';
import {
  type Example,
  findingsOf,
  isFresh,
  isOf,
  isOpen,
  isTrue,
  learnSigns,
  readSet,
} from './suite-examples.ts';

/** What share of the true claims of answers may be stopped: in their quotes' words, as our prompt asks for, and reworded. */
const falseAlarms = { quoted: 0.01, reworded: 0.04 };
/** A true claim that is stopped counts as much as so many false ones that pass; a fresh author's claim as two others'. */
const worth = { ofTrue: 2, ofFresh: 2 };
const growth = { count: 250, depth: 3, rate: 0.07, least: 4, ridge: 3, missing: -9, cuts: 24 };

/** An example with all that was found against it, the signs weighed by what was learned of other authors. */
interface Judged {
  readonly example: Example;
  readonly findings: readonly Finding[];
}

/**
 * Learns in two steps, and writes it beside src/answering/verify. From claims of authors who reworded: what signs weigh and
 * what all findings say together. From answers that a model wrote, and with less worth the last authors: what that and the
 * exchanges of words say. Prints how many claims of each set of answers are stopped by what was learned from the others.
 */
function main(): void {
  const examples = claimSets.flatMap(readSet);
  const signs = learnSigns(examples);
  const judged = folds.flatMap((fold) => {
    const fromOthers = learnSigns(examples.filter(({ set }) => !fold.includes(set)));
    return examples
      .filter(({ set }) => fold.includes(set))
      .map((example) => ({ example, findings: findingsOf(example, fromOthers) }));
  });
  const late = folds.flatMap((fold) => {
    const suspicion = growTrees(judged.filter(({ example }) => !fold.includes(example.set)));
    return judged
      .filter(({ example: { set } }) => fold.includes(set) && lateSets.some((one) => one === set))
      .map((one) => ({ ...one, suspicion }));
  });
  const suspicion = growTrees(judged);
  const answers: readonly Suspected[] = answerSets
    .flatMap(readSet)
    .map((example) => ({ example, findings: findingsOf(example, signs), suspicion }));
  const { exchange, judgement, rotated } = learnJudgement([...late, ...answers]);
  const stops = findThresholds(rotated);
  const learned = { signs: { ...signs, exchange }, suspicion, judgement: { ...judgement, stops } };
  writeFileSync(learnedFile, writeLearnedText(learned));
  console.log('answers to our prompt');
  printThresholds(rotated.filter(isOfPrompt));
  console.log('\nanswers to an earlier one');
  printThresholds(rotated.filter((one) => !isOfPrompt(one)));
  console.log(`\nstops at ${JSON.stringify(stops)}\n`);
  console.log('| left out | numbers, dates, names | negations, attributions | false alarms |');
  console.log('|---|---|---|---|');
  for (const one of rotated) console.log(rowOf(one, stops));
}

/** Sets of claims that are left out together. */
const folds: readonly (readonly string[])[] = Array.from({ length: 10 }, (_, part) =>
  claimSets.filter((_, at) => at % 10 === part),
);

/** What all findings together say, learned from claims that no certain rule stops. */
function growTrees(judged: readonly Judged[]): Trees {
  const cases = judged.filter(isOpen).map(({ example, findings }) => ({
    measures: measuresOf(findings, example.likeness),
    isPositive: !isTrue(example),
    worth: (isTrue(example) ? worth.ofTrue : 1) * (isFresh(example) ? worth.ofFresh : 1),
  }));
  return fitTrees(cases, growth);
}

/** The lowest thresholds at which no more than the wanted shares of true claims are stopped. */
function findThresholds(rotated: readonly RotatedAnswers[]): Thresholds {
  const isIn = (isWanted: boolean) => (example: Example) =>
    isTrue(example) && isQuoted(example.likeness) === isWanted;
  const lowest = (some: readonly RotatedAnswers[], most: number, belongs: Belongs) =>
    candidates.find((stops) => shareStopped(some, stops, belongs) <= most) ?? Infinity;
  return {
    quoted: lowest(rotated.filter(isOfPrompt), falseAlarms.quoted, isIn(true)),
    reworded: lowest(rotated, falseAlarms.reworded, isIn(false)),
  };
}

const candidates = Array.from({ length: 25 }, (_, at) => (at - 12) / 4);

type Belongs = (example: Example) => boolean;

function isOfPrompt({ set }: RotatedAnswers): boolean {
  return promptAnswerSets.some((one) => one === set);
}

const isNumber = isOf('number', 'date', 'name');
const isDenial = isOf('negation', 'attribution');

function printThresholds(rotated: readonly RotatedAnswers[]): void {
  console.log(
    '| stops at | numbers, dates, names | units, places | negations, attributions | false alarms |',
  );
  console.log('|---|---|---|---|---|');
  for (const stops of candidates) {
    const cells = [isNumber, isOf('unit', 'place'), isDenial, isTrue];
    console.log(
      `| ${[stops, ...cells.map((belongs) => percent(shareStopped(rotated, stops, belongs)))].join(' | ')} |`,
    );
  }
}

/** The share of some claims of all sets that are stopped. */
function shareStopped(
  rotated: readonly RotatedAnswers[],
  stops: Thresholds | number,
  belongs: Belongs,
): number {
  const counts = rotated.map((one) => countStopped(stops, one, belongs));
  const sum = (of: 'stopped' | 'all') => counts.reduce((total, one) => total + one[of], 0);
  return sum('stopped') / sum('all');
}

function rowOf(one: RotatedAnswers, stops: Thresholds): string {
  const shares = [isNumber, isDenial, isTrue].map((belongs) =>
    percent(shareStopped([one], stops, belongs)),
  );
  return `| ${[one.set, ...shares].join(' | ')} |`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

main();
