import type { Article } from '../corpus/article.ts';
import type { DraftClaim } from './draft-claim.ts';
import { gapNote } from './notes.ts';
import { organisationOf } from './organisation.ts';

/** One note for each cited article of which something is missing. */
export function gapNotes(claims: readonly DraftClaim[]): readonly string[] {
  const articles = new Map<string, Article>();
  for (const { quotes } of claims)
    for (const { article } of quotes) articles.set(article.id, article);
  return [...articles.values()]
    .filter(({ complete }) => !complete)
    .map((article) =>
      gapNote({
        title: article.title ?? organisationOf(article) ?? '这篇报道',
        gaps: article.gaps,
      }),
    );
}
