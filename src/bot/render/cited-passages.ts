import type { Citation } from '../../answering/answer.ts';
import type { Article } from '../../corpus/article.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { splitArticle } from '../../retrieval/split-passages.ts';
import { bold, type Span } from './block.ts';

/** What stands behind the citations of one article. */
interface CitedPassages {
  /** In the order of the article, the cited sentences in bold. */
  readonly passages: readonly (readonly Span[])[];
  /** Cited sentences the article does not hold any more. */
  readonly lost: readonly string[];
}

/** Finds the cited passages as the article has them now; one that has changed may hold a quote elsewhere. */
export function findCitedPassages(article: Article, citations: readonly Citation[]): CitedPassages {
  const passages = splitArticle(article);
  const found = citations.map((citation) => ({
    quote: citation.quote,
    passage: findPassage(passages, citation),
  }));
  const quotesIn = (passage: Passage) =>
    found.filter((each) => each.passage === passage).map((each) => each.quote);
  return {
    passages: passages
      .map((passage) => ({ text: passage.text, quotes: quotesIn(passage) }))
      .filter(({ quotes }) => quotes.length > 0)
      .map(({ text, quotes }) => markQuotes(text, quotes)),
    lost: found.filter(({ passage }) => passage === undefined).map(({ quote }) => quote),
  };
}

function findPassage(
  passages: readonly Passage[],
  { passageId, quote }: Citation,
): Passage | undefined {
  const quoting = passages.filter(({ text }) => text.includes(quote));
  return quoting.find(({ id }) => id === passageId) ?? quoting[0];
}

/** The text with each quote in bold; where two overlap, what they cover together. */
function markQuotes(text: string, quotes: readonly string[]): readonly Span[] {
  const ranges = quotes
    .map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
    .toSorted((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) spans.push({ text: text.slice(at, start) });
    if (end > at) spans.push(bold(text.slice(Math.max(start, at), end)));
    at = Math.max(at, end);
  }
  return [...spans, { text: text.slice(at) }];
}
