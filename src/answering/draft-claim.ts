import type { Article } from '../corpus/article.ts';
import type { Passage } from '../retrieval/passage.ts';

/** What a claim says it stands on, before anyone has looked. */
export interface CitedQuote {
  readonly article: Article;
  readonly passage: Passage;
  /** Said to stand verbatim in the passage. */
  readonly quote: string;
}

/** One sentence meant for a reader: nothing of it is shown before verify has passed it. */
export interface DraftClaim {
  readonly text: string;
  readonly quotes: readonly CitedQuote[];
}
