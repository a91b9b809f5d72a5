import { addedDenialSigns } from './added-denial-signs.ts';
import { contrarySigns } from './contrary-signs.ts';
import { doerSigns } from './doer-signs.ts';
import type { Evidence } from './evidence.ts';
import { lostDenialSigns } from './lost-denial-signs.ts';
import { replacementSigns } from './replacement-signs.ts';
import type { FaultKind } from './rules.ts';
import { type SignFinder, type SignKind, type SignWeights, weightOf } from './sign.ts';
import { signWeights } from './sign-weights.ts';

export const signFinders: Readonly<Record<SignKind, SignFinder>> = {
  replacement: replacementSigns,
  contrary: contrarySigns,
  addedDenial: addedDenialSigns,
  lostDenial: lostDenialSigns,
  doer: doerSigns,
};

export const signKinds = ['replacement', 'contrary', 'addedDenial', 'lostDenial', 'doer'] as const;

/** One thing for each kind of sign. */
export function forKinds<T>(make: (kind: SignKind) => T): Readonly<Record<SignKind, T>> {
  return {
    replacement: make('replacement'),
    contrary: make('contrary'),
    addedDenial: make('addedDenial'),
    lostDenial: make('lostDenial'),
    doer: make('doer'),
  };
}

export type LearnedWeights = Readonly<Record<SignKind, SignWeights>>;

/** The heaviest sign of a kind that speaks against a claim. */
export interface WeighedSign {
  readonly fault: FaultKind;
  readonly detail: string;
  /** It stops the claim by itself. */
  readonly stops: boolean;
}

/** The signs against a folded claim, the heaviest of each kind, that stop it or give cause for doubt. */
export function weighSigns(
  claim: string,
  evidence: Evidence,
  learned: LearnedWeights = signWeights,
): readonly WeighedSign[] {
  return signKinds.flatMap((kind) => {
    const { fault, find } = signFinders[kind];
    const { stops, doubts } = learned[kind];
    const [heaviest] = find(claim, evidence)
      .map((sign) => ({ detail: sign.detail, weight: weightOf(sign, learned[kind]) }))
      .toSorted((a, b) => b.weight - a.weight);
    if (heaviest === undefined || heaviest.weight < doubts) return [];
    return [{ fault, detail: heaviest.detail, stops: heaviest.weight >= stops }];
  });
}
