import type { Article } from '../corpus/article.ts';

/** What a reader says they are; all of it optional. Names as in the vocabulary. */
export interface Profile {
  readonly orgType: string | null;
  readonly place: string | null;
  readonly themes: readonly string[];
}

/** How like an article's organisation is to a reader's own. */
interface Likeness {
  /** 0 to 1. */
  readonly degree: number;
  /** What follows the organisation's name: 「与您同为社区、同在回民区」; empty when nothing is alike. */
  readonly reason: string;
}

// The kind of organisation decides what can be copied; the place and the theme only add to it.
const shares = { orgType: 0.6, touchedType: 0.4, place: 0.3, theme: 0.1 } as const;

export function likenessOf(
  { orgTypes, places, themes }: Article,
  { orgType, place, themes: wanted }: Profile,
): Likeness {
  // The first kind is that of the organisation itself, the others are of those who take part.
  const isSame = orgType !== null && orgTypes[0] === orgType;
  const touchedType = !isSame && orgType !== null && orgTypes.includes(orgType) ? orgType : null;
  const isNear = place !== null && places.includes(place);
  const theme = wanted.find((one) => themes.includes(one)) ?? null;
  const shared = [...(isSame ? [`同为${orgType}`] : []), ...(isNear ? [`同在${place}`] : [])];
  const touched = [touchedType, theme].filter((name) => name !== null).join('、');
  const degree =
    (isSame ? shares.orgType : 0) +
    (touchedType === null ? 0 : shares.touchedType) +
    (isNear ? shares.place : 0) +
    (theme === null ? 0 : shares.theme);
  return { degree, reason: describe(shared.join('、'), touched) };
}

function describe(shared: string, touched: string): string {
  if (shared === '') return touched === '' ? '' : `的做法也涉及${touched}`;
  return touched === '' ? `与您${shared}` : `与您${shared}，做法也涉及${touched}`;
}
