import type { Article } from '../corpus/article.ts';
import { characterPairs, sharedShare } from '../retrieval/character-pairs.ts';
import { namesOrganisation } from './organisation.ts';

// A page as printed and its rewritten article share 41 % of their character pairs and more, any other two articles of both
// at most 8 %.
const leastShared = 0.3;
// Of a short text, what a long one holds of it: 70 % and more in a part of one and the same, at most 48 % elsewhere.
const leastHeld = 0.65;

interface OfArticle {
  readonly article: Article;
}

/** Leaves out what tells the same practice of the same organisation as something before it. */
export function oncePerPractice<T extends OfArticle>(list: readonly T[]): readonly T[] {
  const kept: Told[] = [];
  return list.filter(({ article }) => {
    const told = tell(article);
    const isNew = !kept.some((other) => isSame(told, other));
    if (isNew) kept.push(told);
    return isNew;
  });
}

/** Leaves out what tells the same as one of the others. */
export function withoutPractices<T extends OfArticle>(
  list: readonly T[],
  others: readonly OfArticle[],
): readonly T[] {
  const known = others.map(({ article }) => tell(article));
  return list.filter(({ article }) => {
    const told = tell(article);
    return !known.some((other) => isSame(told, other));
  });
}

interface Told {
  readonly article: Article;
  readonly pairs: () => ReadonlySet<number>;
}

function tell(article: Article): Told {
  let pairs: ReadonlySet<number> | undefined;
  return {
    article,
    pairs: () => {
      pairs ??= characterPairs(article.body.replace(/\s+/gu, ''));
      return pairs;
    },
  };
}

function isSame(one: Told, other: Told): boolean {
  if (one.article.id === other.article.id) return true;
  if (!isOfOneOrganisation(one.article, other.article)) return false;
  const [left, right] = [one.pairs(), other.pairs()];
  const smaller = Math.min(left.size, right.size);
  if (smaller === 0) return false;
  const shared = sharedShare(left, right);
  return shared >= leastShared || left.intersection(right).size / smaller >= leastHeld;
}

/** Whether two articles may be of one organisation: a name of each says the other, or one names none. */
export function isOfOneOrganisation(one: Article, other: Article): boolean {
  const [names, others] = [one, other].map(({ organisations, kicker }) =>
    [...organisations, kicker ?? ''].filter((name) => name !== ''),
  );
  if (names === undefined || others === undefined) return false;
  if (names.length === 0 || others.length === 0) return true;
  return names.some((name) =>
    others.some((two) => namesOrganisation(name, two) || namesOrganisation(two, name)),
  );
}
