import type { Citation } from './answer.ts';
import type { CitedQuote } from './draft-claim.ts';
import { organisationOf } from './organisation.ts';

/** A quote as the n-th citation of what is shown. */
export function citeQuote({ article, passage, quote }: CitedQuote, n: number): Citation {
  return {
    n,
    articleId: article.id,
    passageId: passage.id,
    title: article.title,
    organisation: organisationOf(article),
    quote,
    text: article.text,
    source: article.source,
  };
}
