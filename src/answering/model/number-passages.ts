import type { Article } from '../../corpus/article.ts';
import type { Hit, Passage } from '../../retrieval/passage.ts';
import { splitArticle } from '../../retrieval/split-passages.ts';

/** A passage under the number by which the model may cite it. */
export interface NumberedPassage {
  /** From 1. */
  readonly number: number;
  readonly article: Article;
  readonly passage: Passage;
}

const hitsShown = 6;
// The passage that was found and the ones beside it: what a report did and what came of it seldom stand in one.
const passagesBeside = 1;
const passagesOfOne = 8;
// About 6,000 characters.
const passagesShown = 20;

/** The passages a model gets to read: those found with their neighbours, or most of the one article asked about. */
export function numberPassages(
  hits: readonly Hit[],
  scope: 'all' | 'one',
): readonly NumberedPassage[] {
  const beside = scope === 'one' ? passagesOfOne : passagesBeside;
  const shown = hits.slice(0, hitsShown).flatMap(({ article, passage: found }) =>
    splitArticle(article)
      .filter(({ ordinal }) => Math.abs(ordinal - found.ordinal) <= beside)
      .map((passage) => ({ article, passage })),
  );
  return shown.slice(0, passagesShown).map((one, index) => ({ number: index + 1, ...one }));
}
