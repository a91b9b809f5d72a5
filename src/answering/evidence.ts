import { foldText } from '../corpus/fold-text.ts';
import type { CitedQuote } from './draft-claim.ts';

/** All that a claim may draw on, folded. */
export interface Evidence {
  /** The cited passages. */
  readonly text: string;
  /** The quotes themselves. */
  readonly quoted: string;
  /** Where organisations may stand too: kickers, titles and organisations of the cited articles. */
  readonly headings: string;
}

/** Reads the evidence of a claim from its citations. */
export function readEvidence(quotes: readonly CitedQuote[]): Evidence {
  const passages = new Map(quotes.map(({ passage }) => [passage.id, passage.text]));
  const articles = new Map(quotes.map(({ article }) => [article.id, article]));
  const headings = [...articles.values()].flatMap((article) => [
    article.kicker ?? '',
    article.title ?? '',
    article.subtitle ?? '',
    ...article.organisations,
  ]);
  return {
    text: foldText([...passages.values()].join('\n')),
    quoted: foldText(quotes.map(({ quote }) => quote).join('\n')),
    headings: foldText(headings.join('\n')),
  };
}
