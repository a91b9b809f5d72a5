import type { Rules } from '../rules.ts';
import { findOtherInName, findOtherNoun } from './other-in-slot.ts';

/** Where all the rest is told alike, what stands in one slot must be what the source has there. */
export const slotRules: Rules = {
  'other-in-name': { fault: 'name', isCertain: true, find: findOtherInName('name') },
  'other-in-place': { fault: 'place', isCertain: true, find: findOtherInName('place') },
  'other-in-doer': { fault: 'attribution', isCertain: true, find: findOtherInName('attribution') },
  'noun-for-noun': { fault: 'name', isCertain: true, find: findOtherNoun('name') },
  'place-for-noun': { fault: 'place', isCertain: true, find: findOtherNoun('place') },
  'doer-for-noun': { fault: 'attribution', isCertain: true, find: findOtherNoun('attribution') },
};
