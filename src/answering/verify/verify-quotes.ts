import { foldText } from '../../corpus/fold-text.ts';
import type { CitedQuote } from '../draft-claim.ts';

/** Folds a text so that white space, width and the shape of quotation marks no longer tell two apart. */
export function foldQuote(text: string): string {
  return foldText(text)
    .replace(/\s+/gu, '')
    .replace(/[“”„‟〝〞「」『』‘’'"]/gu, '"')
    .replace(/[—–―─-]+/gu, '-')
    .replace(/…+|\.{3,}/gu, '…');
}

// Shorter quotes stand in any passage.
const shortestQuote = 4;

/** The first quote that does not stand in its passage, or what is wrong when there is no quote at all. */
export function missingQuote(quotes: readonly CitedQuote[]): string | undefined {
  if (quotes.length === 0) return 'no citation';
  return quotes.find((quote) => !standsInPassage(quote))?.quote;
}

function standsInPassage({ article, passage, quote }: CitedQuote): boolean {
  const folded = foldQuote(quote);
  if (passage.articleId !== article.id || folded.length < shortestQuote) return false;
  return foldQuote(passage.text).includes(folded);
}
