import { affirmationRules } from './denials/verify-affirmed.ts';
import { comparisonRules } from './denials/verify-comparisons.ts';
import { contrastRules } from './denials/verify-contrasts.ts';
import { deniedDeedRules } from './denials/verify-denied-deeds.ts';
import { outrightRules } from './denials/verify-outright.ts';
import { pendingRules } from './denials/verify-pending.ts';
import { plainDenialRules } from './denials/verify-plain-denials.ts';
import { quantityRules } from './denials/verify-quantities.ts';
import { slotDenialRules } from './denials/verify-slot-denials.ts';
import { standRules } from './denials/verify-stands.ts';
import { trendRules } from './denials/verify-trends.ts';
import { turnedRules } from './denials/verify-turned.ts';
import { agentRules } from './doers/verify-agents.ts';
import { giverRules } from './doers/verify-givers.ts';
import { speakerRules } from './doers/verify-speakers.ts';
import { subjectRules } from './doers/verify-subjects.ts';
import { givenNameRules } from './names/verify-given-names.ts';
import { kindRules } from './names/verify-kinds.ts';
import { nameRules } from './names/verify-names.ts';
import { quotedTermRules } from './names/verify-quoted-terms.ts';
import { slotRules } from './names/verify-slots.ts';
import { figureRules } from './numbers/verify-figures.ts';
import { numberRules } from './numbers/verify-numbers.ts';
import { pairRules } from './numbers/verify-pairs.ts';
import { rhythmRules } from './numbers/verify-rhythm.ts';
import { swapRules } from './numbers/verify-swaps.ts';
import { universalRules } from './numbers/verify-universals.ts';
import type { Rules } from './rules.ts';
import { timeRules } from './times/verify-times.ts';
import { likenessRules } from './words/verify-likes.ts';
import { wordRules } from './words/verify-words.ts';

/** The rules by what they are about; no name stands in two. */
export const ruleSets: readonly Rules[] = [
  affirmationRules,
  agentRules,
  comparisonRules,
  contrastRules,
  deniedDeedRules,
  figureRules,
  giverRules,
  givenNameRules,
  kindRules,
  likenessRules,
  nameRules,
  numberRules,
  outrightRules,
  pairRules,
  pendingRules,
  plainDenialRules,
  quantityRules,
  quotedTermRules,
  rhythmRules,
  slotDenialRules,
  standRules,
  speakerRules,
  subjectRules,
  swapRules,
  timeRules,
  trendRules,
  turnedRules,
  universalRules,
  wordRules,
  slotRules,
];

/** Every rule by its name. */
export const allRules: Rules = Object.assign({}, ...ruleSets);
