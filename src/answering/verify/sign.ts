import type { Evidence } from './evidence.ts';
import type { FaultKind } from './rules.ts';

/** Something in a claim that may speak against it, with what is measured of it. */
export interface Sign {
  /** The words that give it away. */
  readonly detail: string;
  /** Where it is another one than the finder's. */
  readonly fault?: FaultKind;
  /** Measures by name, mostly 0 or 1. */
  readonly features: Readonly<Record<string, number>>;
}

/** Finds the signs of one kind. What they weigh is learned: see bench/train-verify.ts. */
export interface SignFinder {
  readonly fault: FaultKind;
  /** The mutations of the suite that the signs are to tell from true claims. */
  readonly mutations: readonly string[];
  readonly find: (claim: string, evidence: Evidence) => readonly Sign[];
}

/** A measure of yes or no. */
export function flag(isSo: boolean): number {
  return isSo ? 1 : 0;
}

/** Adds the products of some measures, by the names of both. */
export function withProducts(
  features: Readonly<Record<string, number>>,
  pairs: readonly (readonly [string, string])[],
): Readonly<Record<string, number>> {
  const products = pairs.map(([one, other]) => [
    `${one} × ${other}`,
    (features[one] ?? 0) * (features[other] ?? 0),
  ]);
  return { ...features, ...Object.fromEntries(products) };
}

export type SignKind = 'replacement' | 'polarity' | 'doer' | 'naming' | 'wording' | 'exchange';

/** What the measures of one kind of sign weigh. */
export interface SignWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The log odds that a claim with such a sign is not borne out, as among the claims learned from. */
export function weightOf({ features }: Sign, { bias, weights }: SignWeights): number {
  return Object.entries(features).reduce(
    (sum, [name, value]) => sum + (weights[name] ?? 0) * value,
    bias,
  );
}
