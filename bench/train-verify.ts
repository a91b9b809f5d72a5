import { writeFileSync } from 'node:fs';
import type { Finding } from '../src/answering/verify/findings.ts';
import { measuresOf, type Trees } from '../src/answering/verify/judgement.ts';
import { learnedFile, writeLearnedText } from '../src/answering/verify/learned.ts';
import { answerSets, claimSets, lateSets } from '../tests/answering/mutations/judge-claims.ts';
import { fitTrees } from './fit-trees.ts';
import {
  learnJudgement,
  type RotatedAnswers,
  type Suspected,
  stoppedAt,
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

/** What share of the true claims of answers may be stopped. */
const falseAlarms = 0.02;
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
 * what all findings say together. From answers that a model wrote, and a little from the last authors: what that and the
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
  const stops = findThreshold(rotated);
  const learned = { signs: { ...signs, exchange }, suspicion, judgement: { ...judgement, stops } };
  writeFileSync(learnedFile, writeLearnedText(learned));
  printThresholds(rotated);
  console.log(`\nstops at ${stops}\n`);
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

/** The lowest threshold at which no more than the wanted share of true claims are stopped. */
function findThreshold(rotated: readonly RotatedAnswers[]): number {
  const candidates = Array.from({ length: 121 }, (_, at) => (at - 60) / 20);
  const found = candidates.find((stops) => average(rotated, stops, isTrue) <= falseAlarms);
  return found ?? candidates.at(-1) ?? 0;
}

const isNumber = isOf('number', 'date', 'name');
const isDenial = isOf('negation', 'attribution');

function printThresholds(rotated: readonly RotatedAnswers[]): void {
  console.log(
    '| stops at | numbers, dates, names | units, places | negations, attributions | false alarms |',
  );
  console.log('|---|---|---|---|---|');
  for (let stops = -2; stops <= 3; stops += 0.25) {
    const cells = [isNumber, isOf('unit', 'place'), isDenial, isTrue];
    console.log(
      `| ${[stops, ...cells.map((belongs) => percent(average(rotated, stops, belongs)))].join(' | ')} |`,
    );
  }
}

/** The average over the sets of the share of some of their claims that are stopped. */
function average(
  rotated: readonly RotatedAnswers[],
  stops: number,
  belongs: (example: Example) => boolean,
): number {
  const shares = rotated.map((one) => stoppedAt(stops, one, belongs));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function rowOf(one: RotatedAnswers, stops: number): string {
  const shares = [isNumber, isDenial, isTrue].map((belongs) =>
    percent(stoppedAt(stops, one, belongs)),
  );
  return `| ${[one.set, ...shares].join(' | ')} |`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

main();
