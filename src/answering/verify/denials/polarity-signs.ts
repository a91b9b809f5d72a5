import type { SignFinder } from '../sign.ts';
import { contrarySigns } from './contrary-signs.ts';
import { denialSigns } from './denial-signs.ts';
import { turnSigns } from './turn-signs.ts';

/** What a claim says that its source denies, denies that its source says, or says of which its source says the contrary. */
export const polaritySigns: SignFinder = {
  fault: 'negation',
  mutations: ['negation'],
  find: (claim, evidence) => [
    ...denialSigns(claim, evidence.sentences),
    ...contrarySigns(claim, evidence),
    ...turnSigns(claim, evidence.sentences),
  ],
};
