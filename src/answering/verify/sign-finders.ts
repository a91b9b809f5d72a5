import { polaritySigns } from './denials/polarity-signs.ts';
import { doerSigns } from './doers/doer-signs.ts';
import { namingSigns } from './names/naming-signs.ts';
import type { SignFinder, SignKind } from './sign.ts';
import { exchangeSigns } from './words/exchange-signs.ts';
import { replacementSigns } from './words/replacement-signs.ts';
import { wordingSigns } from './words/wording-signs.ts';

/** What finds the signs of each kind. */
export const signFinders: Readonly<Record<SignKind, SignFinder>> = {
  replacement: replacementSigns,
  polarity: polaritySigns,
  doer: doerSigns,
  naming: namingSigns,
  wording: wordingSigns,
  exchange: exchangeSigns,
};

export const signKinds = [
  'replacement',
  'polarity',
  'doer',
  'naming',
  'wording',
  'exchange',
] as const;

/** One thing for each kind of sign. */
export function forKinds<T>(make: (kind: SignKind) => T): Readonly<Record<SignKind, T>> {
  return {
    replacement: make('replacement'),
    polarity: make('polarity'),
    doer: make('doer'),
    naming: make('naming'),
    wording: make('wording'),
    exchange: make('exchange'),
  };
}
