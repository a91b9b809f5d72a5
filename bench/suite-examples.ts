import {
  type Finding,
  findByRules,
  heaviestOf,
  type LearnedSigns,
  type Likeness,
  likenessOf,
} from '../src/answering/verify/findings.ts';
import {
  type Sign,
  type SignKind,
  type SignWeights,
  weightOf,
} from '../src/answering/verify/sign.ts';
import { forKinds, signFinders, signKinds } from '../src/answering/verify/sign-finders.ts';
import { isVerbatim } from '../src/answering/verify/verbatim.ts';
import { readDraft } from '../src/answering/verify/verify.ts';
import { freshSets } from '../tests/answering/mutations/claim-sets.ts';
import { readClaims, type SuiteClaim } from '../tests/answering/mutations/judge-claims.ts';
import { fitLasso } from './fit-lasso.ts';
import { fitLogistic } from './fit-logistic.ts';

const material = new URL('../tests/answering/mutations/', import.meta.url);

/** A claim of the suite with what rules found against it and the signs before they are weighed. */
export interface Example {
  readonly set: string;
  readonly claim: SuiteClaim;
  readonly isVerbatim: boolean;
  readonly byRules: readonly Finding[];
  readonly signs: Readonly<Record<SignKind, readonly Sign[]>>;
  readonly likeness: Likeness;
}

/** Reads a set of claims. */
export function readSet(set: string): readonly Example[] {
  return readClaims(new URL(`${set}.jsonl`, material)).map(({ claim, draft }) => {
    const read = readDraft(draft);
    const signs = forKinds((kind) => signFinders[kind].find(read.claim, read.evidence));
    const [byRules, likeness] = [findByRules(read), likenessOf(read)];
    return { set, claim, isVerbatim: isVerbatim(draft), byRules, signs, likeness };
  });
}

/** The kinds of signs that are learned from reworded claims; exchanges are learned from answers. */
const wordKinds = signKinds.filter((kind) => kind !== 'exchange');

/** All that rules and the signs learned from reworded claims find against a claim. */
export function findingsOf(
  { byRules, signs, isVerbatim: passes }: Example,
  learned: LearnedSigns,
): readonly Finding[] {
  if (passes) return [];
  const bySigns = wordKinds.flatMap((kind) =>
    heaviestOf(kind, { signs: signs[kind], weights: learned[kind] }),
  );
  return [...byRules, ...bySigns];
}

/** Whether a claim is to pass. */
export function isTrue({ claim: { truth, derived } }: Example): boolean {
  return truth && !derived;
}

/** Whether trees are to judge an example: it is not printed as it stands, nor stopped by a certain rule. */
export function isOpen({
  example,
  findings,
}: {
  readonly example: Example;
  readonly findings: readonly Finding[];
}): boolean {
  const { isVerbatim: passes, claim } = example;
  return !passes && !claim.derived && !findings.some(({ isCertain }) => isCertain);
}

export function isFresh({ set }: Example): boolean {
  return freshSets.some((one) => one === set);
}

/** Whether a claim was made by one of some mutations. */
export function isOf(...kinds: readonly string[]): (example: Example) => boolean {
  return ({ claim: { mutation } }) => kinds.includes(mutation ?? '');
}

/** What the signs of each kind weigh among some claims, but for exchanges. */
export function learnSigns(examples: readonly Example[]): LearnedSigns {
  return forKinds((kind) => {
    if (kind === 'exchange') return { bias: 0, weights: {} };
    return kind === 'wording' ? learnWording(examples) : learnKind(kind, examples);
  });
}

interface KindOptions {
  readonly worthOf?: (example: Example) => number;
  readonly ridge?: number;
}

/** Signs of true claims against those of the mutations that the kind is for. */
export function learnKind(
  kind: SignKind,
  examples: readonly Example[],
  { worthOf = () => 1, ridge }: KindOptions = {},
): SignWeights {
  const { mutations } = signFinders[kind];
  const cases = examples
    .filter((one) => !one.isVerbatim && (isTrue(one) || isOf(...mutations)(one)))
    .map((one) => ({ isPositive: !isTrue(one), signs: one.signs[kind], worth: worthOf(one) }));
  // Not every sign of a false claim speaks against it: of each the heaviest is learned from.
  let fitted = learnFrom(cases, ridge);
  for (let time = 0; time < times; time += 1) {
    const heaviest = cases.map(({ isPositive, signs, worth }) => ({
      isPositive,
      worth,
      signs: isPositive
        ? signs.toSorted((a, b) => weightOf(b, fitted) - weightOf(a, fitted)).slice(0, 1)
        : signs,
    }));
    fitted = learnFrom(heaviest, ridge);
  }
  return rounded(fitted);
}

function rounded({ bias, weights }: SignWeights): SignWeights {
  const entries = Object.entries(weights).map(([name, weight]) => [name, round(weight)] as const);
  return { bias: round(bias), weights: Object.fromEntries(entries) };
}

/** Thousands of words are measured there, and a claim has one sign. */
function learnWording(examples: readonly Example[]): SignWeights {
  const cases = examples
    .filter(({ isVerbatim: passes, byRules }) => !passes && !byRules.some((one) => one.isCertain))
    .filter((one) => isTrue(one) || isOf(...signFinders.wording.mutations)(one))
    .flatMap((one) =>
      one.signs.wording.map(({ features }) => ({ features, isPositive: !isTrue(one) })),
    );
  return rounded(fitLasso(cases));
}

const times = 2;

interface SignCase {
  readonly isPositive: boolean;
  readonly worth: number;
  readonly signs: readonly Sign[];
}

function learnFrom(cases: readonly SignCase[], ridge?: number): SignWeights {
  return fitLogistic(
    cases.flatMap(({ isPositive, signs, worth }) =>
      signs.map(({ features }) => ({ features, isPositive, worth })),
    ),
    ridge,
  );
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
