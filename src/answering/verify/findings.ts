import { charactersAndPairs } from './align-clauses.ts';
import { allRules } from './all-rules.ts';
import type { Evidence } from './evidence.ts';
import type { FaultKind } from './rules.ts';
import { type Sign, type SignKind, type SignWeights, weightOf } from './sign.ts';
import { signFinders, signKinds } from './sign-finders.ts';
import { findExchanges } from './words/find-exchanges.ts';
import { countUnquoted } from './words/unquoted.ts';
import { whoseName } from './words/whose-name.ts';

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

/** How like its source a claim is. */
export interface Likeness {
  /** How much of it the source holds: 0 to 1 of its characters and pairs of characters. */
  readonly held: number;
  /** How much of it stands in the source's order: 0 to 1 of its letters and digits. */
  readonly aligned: number;
  /** How many pronouns are told by the name of whom the article named last, and how many by another's. */
  readonly resolved: number;
  readonly misnamed: number;
  /** How many of its letters and digits its quotes do not have, clause by clause and in their order. */
  readonly unquoted: number;
  readonly unordered: number;
  /** Characters. */
  readonly length: number;
}

const pronoun = /[他她]/u;

export function likenessOf({ claim, evidence }: ReadClaim): Likeness {
  const { text, headings } = evidence;
  const parts = [...charactersAndPairs(claim)];
  const held = parts.filter((part) => text.includes(part) || headings.includes(part));
  const { share: aligned, exchanges } = findExchanges(claim, evidence);
  const whose = exchanges
    .filter(({ told }) => told === '' || pronoun.test(told))
    .map((one) => whoseName(one, evidence));
  const { byClause, inOrder } = countUnquoted(claim, evidence.quoted);
  return {
    held: held.length / Math.max(1, parts.length),
    aligned,
    resolved: whose.filter((one) => one === 'of the last named').length,
    misnamed: whose.filter((one) => one === 'of another').length,
    unquoted: byClause,
    unordered: inOrder,
    length: claim.length,
  };
}
