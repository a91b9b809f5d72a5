import { foldText } from '../../corpus/fold-text.ts';
import type { DraftClaim } from '../draft-claim.ts';
import { readEvidence } from './evidence.ts';
import { findAgainst, likenessOf, type ReadClaim } from './findings.ts';
import { stoppingFinding } from './judgement.ts';
import { readLearned } from './learned.ts';
import { nameInFull } from './names/name-in-full.ts';
import type { FaultKind } from './rules.ts';
import { isVerbatim } from './verbatim.ts';
import { missingQuote } from './verify-quotes.ts';
import { writeAlike } from './write-alike.ts';

/** Why a claim may not be shown, and the words that gave it away. */
export interface Fault {
  readonly fault: FaultKind;
  readonly detail: string;
}

/**
 * Holds a claim against what it cites: every quote verbatim in its passage, and nothing said that
 * the cited passages do not say. The first fault found, or undefined for a claim that may be shown.
 */
export function verifyClaim(draft: DraftClaim): Fault | undefined {
  const unquoted = missingQuote(draft.quotes);
  if (unquoted !== undefined) return { fault: 'quote', detail: unquoted };
  if (isVerbatim(draft)) return undefined;
  const read = readDraft(draft);
  const learned = readLearned();
  const stopping = stoppingFinding(findAgainst(read, learned.signs), likenessOf(read), learned);
  return stopping && { fault: stopping.fault, detail: stopping.detail };
}

/** A claim as it is held against its evidence: folded, its numbers written in one way, its persons named in full. */
export function readDraft({ text, quotes }: DraftClaim): ReadClaim {
  const written = writeAlike(foldText(text));
  const evidence = readEvidence(written, quotes);
  return { claim: nameInFull(written, evidence), evidence };
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
