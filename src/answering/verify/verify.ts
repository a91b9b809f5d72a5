import { foldText } from '../../corpus/fold-text.ts';
import type { DraftClaim } from '../draft-claim.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { nameInFull } from './name-in-full.ts';
import type { FaultKind, Rule, Rules } from './rules.ts';
import { signWeights } from './sign-weights.ts';
import { isVerbatim } from './verbatim.ts';
import { actorRules } from './verify-actors.ts';
import { affirmationRules } from './verify-affirmed.ts';
import { speakerRules } from './verify-attribution.ts';
import { doerRules } from './verify-doers.ts';
import { figureRules } from './verify-figures.ts';
import { likenessRules } from './verify-likes.ts';
import { nameRules } from './verify-names.ts';
import { numberRules } from './verify-numbers.ts';
import { outrightRules } from './verify-outright.ts';
import { pairRules } from './verify-pairs.ts';
import { polarityRules } from './verify-polarity.ts';
import { quotedTermRules } from './verify-quoted-terms.ts';
import { missingQuote } from './verify-quotes.ts';
import { rhythmRules } from './verify-rhythm.ts';
import { swapRules } from './verify-swaps.ts';
import { thingRules } from './verify-things.ts';
import { timeRules } from './verify-times.ts';
import { wordRules } from './verify-words.ts';
import { type LearnedWeights, weighSigns } from './weigh-signs.ts';
import { writeAlike } from './write-alike.ts';

/** Why a claim may not be shown, and the words that gave it away. */
export interface Fault {
  readonly fault: FaultKind;
  readonly detail: string;
}

export const rules: Rules = {
  ...numberRules,
  ...timeRules,
  ...rhythmRules,
  ...figureRules,
  ...quotedTermRules,
  ...nameRules,
  ...likenessRules,
  ...polarityRules,
  ...affirmationRules,
  ...outrightRules,
  ...pairRules,
  ...speakerRules,
  ...actorRules,
  ...doerRules,
  ...thingRules,
  ...swapRules,
  ...wordRules,
};

/**
 * Holds a claim against what it cites: every quote verbatim in its passage, and nothing said that
 * the cited passages do not say. The first fault found, or undefined for a claim that may be shown.
 */
export function verifyClaim(draft: DraftClaim): Fault | undefined {
  const unquoted = missingQuote(draft.quotes);
  if (unquoted !== undefined) return { fault: 'quote', detail: unquoted };
  if (isVerbatim(draft)) return undefined;
  return judgeRead(readDraft(draft), signWeights);
}

/** Holds a claim against the evidence read with it, its signs weighed by what was learned. */
export function judgeRead(
  { claim, evidence }: ReadClaim,
  learned: LearnedWeights,
): Fault | undefined {
  return firstFault(certain, claim, evidence) ?? weighedFault({ claim, evidence }, learned);
}

export interface ReadClaim {
  readonly claim: string;
  readonly evidence: Evidence;
}

/** A claim as it is held against its evidence: folded, its numbers written in one way, its persons named in full. */
export function readDraft({ text, quotes }: DraftClaim): ReadClaim {
  const written = writeAlike(foldText(text));
  const evidence = readEvidence(written, quotes);
  return { claim: nameInFull(written, evidence), evidence };
}

function firstFault(some: readonly Rule[], claim: string, evidence: Evidence): Fault | undefined {
  for (const { fault, find } of some) {
    const detail = find(claim, evidence);
    if (detail !== undefined) return { fault, detail };
  }
  return undefined;
}

/** One heavy sign, or two of less weight. */
function weighedFault({ claim, evidence }: ReadClaim, learned: LearnedWeights): Fault | undefined {
  const signs = weighSigns(claim, evidence, learned);
  const heavy = signs.find(({ stops }) => stops);
  if (heavy !== undefined) return { fault: heavy.fault, detail: heavy.detail };
  const doubt = firstFault(weak, claim, evidence);
  const doubts = [doubt, ...signs].filter((one) => one !== undefined);
  // One wrong denial shows in several ways.
  const denial = doubts.find(({ fault }) => fault === 'negation');
  const [first, second] = doubts.filter((one) => one === denial || one.fault !== 'negation');
  return first === undefined || second === undefined
    ? undefined
    : { fault: first.fault, detail: `${first.detail}; ${second.detail}` };
}

const certain = Object.values(rules).filter(({ isWeak }) => isWeak !== true);
const weak = Object.values(rules).filter(({ isWeak }) => isWeak === true);

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
