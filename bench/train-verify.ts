import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Sign,
  type SignKind,
  type SignWeights,
  weightOf,
} from '../src/answering/verify/sign.ts';
import { isVerbatim } from '../src/answering/verify/verbatim.ts';
import { judgeRead, type ReadClaim, readDraft } from '../src/answering/verify/verify.ts';
import {
  forKinds,
  type LearnedWeights,
  signFinders,
  signKinds,
} from '../src/answering/verify/weigh-signs.ts';
import {
  claimSets,
  readClaims,
  type SuiteClaim,
} from '../tests/answering/mutations/judge-claims.ts';
import { fitLogistic } from './fit-logistic.ts';

const material = new URL('../tests/answering/mutations/', import.meta.url);
const weightsFile = new URL('../src/answering/verify/sign-weights.ts', import.meta.url);

/** What share of an unseen author's true claims one kind of sign may stop by itself, and may make doubtful. */
const shares = { stops: 0.005, doubts: 0.02 };

interface Example {
  readonly set: string;
  readonly claim: SuiteClaim;
  readonly read: ReadClaim;
  readonly isVerbatim: boolean;
  readonly signs: LearnedSigns;
}

type LearnedSigns = Readonly<Record<SignKind, readonly Sign[]>>;

/**
 * Learns what the signs weigh from all sets of claims and writes src/answering/verify/sign-weights.ts. Prints how many claims
 * of each author are stopped by what was learned from the others alone; the thresholds are of this rotation.
 */
function main(): void {
  const examples = claimSets.flatMap(readSet);
  const learned = forKinds((kind) => learn(kind, examples));
  writeFileSync(weightsFile, textOf(learned));
  console.log(`written: ${fileURLToPath(weightsFile)}\n`);
  console.log('| left out | numbers, dates, names | negations, attributions | false alarms |');
  console.log('|---|---|---|---|');
  for (const set of claimSets) {
    const others = examples.filter((example) => example.set !== set);
    const fromOthers = forKinds((kind) => ({ ...learned[kind], ...learnKind(kind, others) }));
    console.log(
      rowOf(
        set,
        examples.filter((example) => example.set === set),
        fromOthers,
      ),
    );
  }
}

function readSet(set: string): readonly Example[] {
  return readClaims(new URL(`${set}.jsonl`, material)).map(({ claim, draft }) => {
    const read = readDraft(draft);
    const signs = forKinds((kind) => signFinders[kind].find(read.claim, read.evidence));
    return { set, claim, read, isVerbatim: isVerbatim(draft), signs };
  });
}

function isTrue({ claim: { truth, derived } }: Example): boolean {
  return truth && !derived;
}

/** Signs of true claims against those of the mutations that the kind is for. */
function learnKind(kind: SignKind, examples: readonly Example[]) {
  const { mutations } = signFinders[kind];
  const isPositive = ({ claim: { mutation } }: Example) => mutations.includes(mutation ?? '');
  return fitLogistic(
    examples
      .filter((example) => !example.isVerbatim && (isTrue(example) || isPositive(example)))
      .flatMap((example) =>
        example.signs[kind].map(({ features }) => ({ features, isPositive: isPositive(example) })),
      ),
  );
}

function learn(kind: SignKind, examples: readonly Example[]): SignWeights {
  const heaviest = claimSets.map((set) => {
    const fitted = learnKind(
      kind,
      examples.filter((example) => example.set !== set),
    );
    return examples
      .filter((example) => example.set === set && isTrue(example) && !example.isVerbatim)
      .map(({ signs }) => Math.max(...signs[kind].map((sign) => weightOf(sign, fitted))));
  });
  return {
    ...learnKind(kind, examples),
    stops: thresholdFor(heaviest, shares.stops),
    doubts: thresholdFor(heaviest, shares.doubts),
  };
}

/** The lowest weight that no more than a share of the true claims reach; every author counts the same. */
function thresholdFor(weights: readonly (readonly number[])[], share: number): number {
  const reached = (threshold: number) =>
    weights.reduce(
      (sum, one) => sum + one.filter((weight) => weight >= threshold).length / one.length,
      0,
    ) / weights.length;
  const candidates = weights
    .flat()
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  const found = candidates.find((threshold) => reached(threshold + 0.01) <= share) ?? 0;
  return round(found + 0.01);
}

function rowOf(set: string, examples: readonly Example[], learned: LearnedWeights): string {
  const share = (belongs: (example: Example) => boolean) => {
    const group = examples.filter(belongs);
    const stopped = group.filter(
      (one) => !one.isVerbatim && judgeRead(one.read, learned) !== undefined,
    );
    return `${((100 * stopped.length) / group.length).toFixed(1)} %`;
  };
  const isOf = (kinds: readonly string[]) => (example: Example) =>
    kinds.includes(example.claim.mutation ?? '');
  const cells = [
    set,
    share(isOf(['number', 'date', 'name'])),
    share(isOf(['negation', 'attribution'])),
    share(isTrue),
  ];
  return `| ${cells.join(' | ')} |`;
}

function textOf(learned: LearnedWeights): string {
  const kinds = signKinds.map((kind) => {
    const { bias, weights, stops, doubts } = learned[kind];
    const lines = Object.entries(weights).map(
      ([name, weight]) => `      ${/^\w+$/u.test(name) ? name : `'${name}'`}: ${round(weight)},`,
    );
    return [
      `  ${kind}: {`,
      `    bias: ${round(bias)},`,
      '    weights: {',
      ...lines,
      '    },',
      `    stops: ${stops},`,
      `    doubts: ${doubts},`,
      '  },',
    ].join('\n');
  });
  return [
    "import type { SignKind, SignWeights } from './sign.ts';",
    '',
    '// Written by bench/train-verify.ts: log odds, for the measures as they are.',
    'export const signWeights: Readonly<Record<SignKind, SignWeights>> = {',
    ...kinds,
    '};',
    '',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}

main();
