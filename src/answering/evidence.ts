import { foldText } from '../corpus/fold-text.ts';
import { splitSentences } from '../corpus/sentences.ts';
import type { CitedQuote } from './draft-claim.ts';

/** All that a claim may draw on, folded. */
export interface Evidence {
  /** The cited passages. */
  readonly text: string;
  /** Their sentences, in order. */
  readonly sentences: readonly string[];
  /** Where organisations may stand too: kickers, titles and organisations of the cited articles. */
  readonly headings: string;
  /** What the cited articles are about: their first organisations, kickers and titles. */
  readonly subjects: string;
  /** Issue dates of the cited articles, `YYYY-MM-DD`. */
  readonly issued: readonly string[];
}

/** Reads the evidence of a claim from its citations. */
export function readEvidence(quotes: readonly CitedQuote[]): Evidence {
  const passages = new Map(quotes.map(({ passage }) => [passage.id, passage.text]));
  const articles = [...new Map(quotes.map(({ article }) => [article.id, article])).values()];
  const text = foldText([...passages.values()].join('\n'));
  const headings = articles.flatMap((article) => [
    article.kicker ?? '',
    article.title ?? '',
    article.subtitle ?? '',
    ...article.organisations,
  ]);
  return {
    text,
    sentences: splitSentences(text).map((sentence) => sentence.text),
    headings: foldText(headings.join('\n')),
    subjects: foldText(
      articles
        .flatMap(({ organisations, kicker, title }) => [organisations[0], kicker, title])
        .join('\n'),
    ),
    issued: articles.flatMap(({ source }) => source.date ?? []),
  };
}
