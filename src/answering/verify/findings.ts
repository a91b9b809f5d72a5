import { charactersAndPairs } from './align-clauses.ts';
import { allRules } from './all-rules.ts';
import type { Evidence } from './evidence.ts';
import type { FaultKind } from './rules.ts';
import { type Sign, type SignKind, type SignWeights, weightOf } from './sign.ts';
import { signFinders, signKinds } from './sign-finders.ts';

/** Something that speaks against a claim: what a rule found, or one of the two heaviest signs of their kind. */
export interface Finding {
  /** The rule's name, or the kind of sign, with `next` for the second. */
  readonly name: string;
  readonly fault: FaultKind;
  /** The words that give it away. */
  readonly detail: string;
  /** It stops the claim whatever else is found or not. */
  readonly isCertain: boolean;
  readonly isSign: boolean;
  /** 1 for a rule, the log odds of a sign. */
  readonly weight: number;
}

/** A claim as it is held against its evidence. */
export interface ReadClaim {
  readonly claim: string;
  readonly evidence: Evidence;
}

export type LearnedSigns = Readonly<Record<SignKind, SignWeights>>;

/** All that rules and signs find against a claim. */
export function findAgainst(read: ReadClaim, learned: LearnedSigns): readonly Finding[] {
  const bySigns = signKinds.flatMap((kind) => {
    const signs = signFinders[kind].find(read.claim, read.evidence);
    return heaviestOf(kind, { signs, weights: learned[kind] });
  });
  return [...findByRules(read), ...bySigns];
}

export function findByRules({ claim, evidence }: ReadClaim): readonly Finding[] {
  return Object.entries(allRules).flatMap(([name, { fault, find, isCertain = false }]) => {
    const detail = find(claim, evidence);
    const finding = { name, fault, isCertain, isSign: false, weight: 1 };
    return detail === undefined ? [] : [{ ...finding, detail }];
  });
}

interface SignsOfKind {
  readonly signs: readonly Sign[];
  readonly weights: SignWeights;
}

/** The two heaviest signs of a kind, as far as there are any. */
export function heaviestOf(kind: SignKind, { signs, weights }: SignsOfKind): readonly Finding[] {
  return signs
    .map((sign) => ({
      fault: sign.fault ?? signFinders[kind].fault,
      detail: sign.detail,
      isCertain: false,
      isSign: true,
      weight: weightOf(sign, weights),
    }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .map((finding, at) => ({ name: at === 0 ? kind : `${kind} next`, ...finding }));
}

/** How much of a claim its source holds, 0 to 1 of its characters and pairs of characters, and how long it is. */
export interface Likeness {
  readonly held: number;
  readonly length: number;
}

export function likenessOf({ claim, evidence: { text, headings } }: ReadClaim): Likeness {
  const parts = [...charactersAndPairs(claim)];
  const held = parts.filter((part) => text.includes(part) || headings.includes(part));
  return { held: held.length / Math.max(1, parts.length), length: claim.length };
}
