import type { Rules } from './rules.ts';
import { affirmationRules } from './verify-affirmed.ts';
import { contrastRules } from './verify-contrasts.ts';
import { deniedDeedRules } from './verify-denied-deeds.ts';
import { figureRules } from './verify-figures.ts';
import { givenNameRules } from './verify-given-names.ts';
import { giverRules } from './verify-givers.ts';
import { inPlaceRules } from './verify-in-place.ts';
import { kindRules } from './verify-kinds.ts';
import { likenessRules } from './verify-likes.ts';
import { nameRules } from './verify-names.ts';
import { numberRules } from './verify-numbers.ts';
import { outrightRules } from './verify-outright.ts';
import { pairRules } from './verify-pairs.ts';
import { quotedTermRules } from './verify-quoted-terms.ts';
import { rhythmRules } from './verify-rhythm.ts';
import { speakerRules } from './verify-speakers.ts';
import { standRules } from './verify-stands.ts';
import { swapRules } from './verify-swaps.ts';
import { timeRules } from './verify-times.ts';
import { trendRules } from './verify-trends.ts';
import { turnedRules } from './verify-turned.ts';
import { universalRules } from './verify-universals.ts';
import { wordRules } from './verify-words.ts';

/** Every rule by its name. */
export const allRules: Rules = {
  ...affirmationRules,
  ...contrastRules,
  ...deniedDeedRules,
  ...figureRules,
  ...giverRules,
  ...givenNameRules,
  ...inPlaceRules,
  ...kindRules,
  ...likenessRules,
  ...nameRules,
  ...numberRules,
  ...outrightRules,
  ...pairRules,
  ...quotedTermRules,
  ...rhythmRules,
  ...standRules,
  ...speakerRules,
  ...swapRules,
  ...timeRules,
  ...trendRules,
  ...turnedRules,
  ...universalRules,
  ...wordRules,
};
