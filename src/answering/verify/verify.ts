import { foldText } from '../../corpus/fold-text.ts';
import type { DraftClaim } from '../draft-claim.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { nameInFull } from './name-in-full.ts';
import { isVerbatim } from './verbatim.ts';
import { checkActors } from './verify-actors.ts';
import { checkAffirmed } from './verify-affirmed.ts';
import { checkAttribution } from './verify-attribution.ts';
import { checkDoers } from './verify-doers.ts';
import { checkFigures } from './verify-figures.ts';
import { checkLikes } from './verify-likes.ts';
import { checkNames } from './verify-names.ts';
import { checkNumbers } from './verify-numbers.ts';
import { checkPairs } from './verify-pairs.ts';
import { checkPolarity } from './verify-polarity.ts';
import { checkQuotedTerms } from './verify-quoted-terms.ts';
import { missingQuote } from './verify-quotes.ts';
import { checkRhythm } from './verify-rhythm.ts';
import { checkSwaps } from './verify-swaps.ts';
import { checkThings } from './verify-things.ts';
import { checkTimes } from './verify-times.ts';
import { checkWords } from './verify-words.ts';
import { writeAlike } from './write-alike.ts';

/** Why a claim may not be shown, and the words that gave it away. */
export interface Fault {
  readonly fault:
    | 'quote'
    | 'number'
    | 'quoted-term'
    | 'organisation'
    | 'name'
    | 'place'
    | 'words'
    | 'negation'
    | 'attribution';
  readonly detail: string;
}

/** A check finds what a claim says and its evidence does not; undefined when it finds nothing. */
export type Check = (claim: string, evidence: Evidence) => Fault | undefined;

const checks: readonly Check[] = [
  checkNumbers,
  checkTimes,
  checkRhythm,
  checkFigures,
  checkQuotedTerms,
  checkNames,
  checkLikes,
  checkPolarity,
  checkAffirmed,
  checkPairs,
  checkAttribution,
  checkActors,
  checkDoers,
  checkThings,
  checkSwaps,
  checkWords,
];

/**
 * Holds a claim against what it cites: every quote verbatim in its passage, and nothing said that
 * the cited passages do not say. The first fault found, or undefined for a claim that may be shown.
 */
export function verifyClaim(draft: DraftClaim): Fault | undefined {
  const { text, quotes } = draft;
  const unquoted = missingQuote(quotes);
  if (unquoted !== undefined) return { fault: 'quote', detail: unquoted };
  if (isVerbatim(draft)) return undefined;
  const written = writeAlike(foldText(text));
  const evidence = readEvidence(written, quotes);
  const claim = nameInFull(written, evidence);
  for (const check of checks) {
    const fault = check(claim, evidence);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export interface VerifiedClaims {
  readonly kept: readonly DraftClaim[];
  readonly dropped: readonly Fault[];
}

/** Keeps the claims that pass and tells why the others were dropped. */
export function verifyClaims(drafts: readonly DraftClaim[]): VerifiedClaims {
  const judged = drafts.map((draft) => ({ draft, fault: verifyClaim(draft) }));
  return {
    kept: judged.filter(({ fault }) => fault === undefined).map(({ draft }) => draft),
    dropped: judged.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
  };
}
