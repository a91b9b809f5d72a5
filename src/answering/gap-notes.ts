import type { Article } from '../corpus/article.ts';
import type { DraftClaim } from './draft-claim.ts';
import { gapNote } from './notes.ts';
import { organisationOf } from './organisation.ts';

/** One note when something is missing of the cited articles; what exactly stands with the article. */
export function gapNotes(claims: readonly DraftClaim[]): readonly string[] {
  const cited = new Map<string, Article>();
  for (const { quotes } of claims) for (const { article } of quotes) cited.set(article.id, article);
  const incomplete = [...cited.values()].filter(({ complete }) => !complete);
  if (incomplete.length === 0) return [];
  return [gapNote(cited.size === 1 ? [] : incomplete.map(nameOf))];
}

function nameOf(article: Article): string {
  return article.title === null ? (organisationOf(article) ?? '其中一篇') : `《${article.title}》`;
}
