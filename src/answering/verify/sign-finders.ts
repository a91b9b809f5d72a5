import { doerSigns } from './doer-signs.ts';
import { namingSigns } from './naming-signs.ts';
import { polaritySigns } from './polarity-signs.ts';
import { replacementSigns } from './replacement-signs.ts';
import type { SignFinder, SignKind } from './sign.ts';

/** What finds the signs of each kind. */
export const signFinders: Readonly<Record<SignKind, SignFinder>> = {
  replacement: replacementSigns,
  polarity: polaritySigns,
  doer: doerSigns,
  naming: namingSigns,
};

export const signKinds = ['replacement', 'polarity', 'doer', 'naming'] as const;

/** One thing for each kind of sign. */
export function forKinds<T>(make: (kind: SignKind) => T): Readonly<Record<SignKind, T>> {
  return {
    replacement: make('replacement'),
    polarity: make('polarity'),
    doer: make('doer'),
    naming: make('naming'),
  };
}
