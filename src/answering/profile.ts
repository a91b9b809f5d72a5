import type { Article } from '../corpus/article.ts';

/** What a reader says they are; all of it optional. Names as in the vocabulary. */
export interface Profile {
  readonly orgType: string | null;
  readonly place: string | null;
  readonly themes: readonly string[];
}

/** How like an article's organisation is to a reader's own. */
export interface Likeness {
  /** 0 to 1. */
  readonly degree: number;
  /** In words for the reader: 「同为社区、同在回民区」; empty when nothing is alike. */
  readonly reason: string;
}

// The kind of organisation decides what can be copied; the place and the theme only add to it.
const shares = { orgType: 0.6, place: 0.3, theme: 0.1 } as const;

export function likenessOf(
  { orgTypes, places, themes }: Article,
  { orgType, place, themes: wanted }: Profile,
): Likeness {
  const theme = wanted.find((one) => themes.includes(one));
  const alike = [
    { share: shares.orgType, reason: orgType && orgTypes.includes(orgType) && `同为${orgType}` },
    { share: shares.place, reason: place && places.includes(place) && `同在${place}` },
    { share: shares.theme, reason: theme && `都关注${theme}` },
  ].filter(({ reason }) => typeof reason === 'string' && reason !== '');
  return {
    degree: alike.reduce((sum, { share }) => sum + share, 0),
    reason: alike.map(({ reason }) => reason).join('、'),
  };
}
