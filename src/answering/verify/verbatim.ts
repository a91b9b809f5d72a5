import type { CitedQuote, DraftClaim } from '../draft-claim.ts';
import { leadInFor } from '../lead-in.ts';
import { foldQuote } from './verify-quotes.ts';

/**
 * Whether a claim is nothing but a quote, from the beginning of a clause to the end of one, with or
 * without the organisation of its article as a lead-in: such a claim says what its source says.
 */
export function isVerbatim({ text, quotes }: DraftClaim): boolean {
  const told = quotes.map((quote) => ({ ...quote, source: quote.passage.text }));
  return [...told, ...joinedQuote(quotes)].some((quote) => isQuoteAlone(text, quote));
}

/** A quote with the text in which it stands. */
interface QuoteInSource extends CitedQuote {
  readonly source: string;
}

/** Quotes that follow one another in their article, as a sentence over the border of two passages is cited. */
function joinedQuote(quotes: readonly CitedQuote[]): readonly QuoteInSource[] {
  const [first, ...others] = quotes;
  if (first === undefined || others.length === 0) return [];
  const isOfOne = others.every(({ article }) => article.id === first.article.id);
  const quote = quotes.map((one) => one.quote).join('');
  return isOfOne ? [{ ...first, quote, source: first.article.body }] : [];
}

function isQuoteAlone(text: string, { article, passage, quote, source }: QuoteInSource): boolean {
  if (!withoutEnd(text).endsWith(withoutEnd(quote))) return false;
  const follows = ['nothing', 'another'] as const;
  const leadIns = follows.map((one) => leadInFor({ article, passage, quote, follows: one }));
  const said = [...leadIns, undefined].map((leadIn) => withoutLeadIn(text, leadIn));
  return said.some((one) => withoutEnd(one) === withoutEnd(quote)) && isWhole(source, quote);
}

function withoutLeadIn(text: string, organisation: string | undefined): string {
  const leadIn = organisation === undefined ? '' : `${organisation}：`;
  return text.startsWith(leadIn) ? text.slice(leadIn.length) : text;
}

/** A quote cut out of the middle of a clause may have lost its 「没有」. */
function isWhole(source: string, quote: string): boolean {
  const at = source.indexOf(quote);
  if (at === -1) return false;
  const before = source.slice(0, at);
  const after = source.slice(at + quote.length);
  return (
    /(?:^|[\p{P}\p{S}\s])$/u.test(before) &&
    (/^(?:$|[\p{P}\p{S}\s])/u.test(after) || endsClause.test(quote))
  );
}

const endsClause = /[\p{P}\p{S}]$/u;

function withoutEnd(text: string): string {
  return foldQuote(text).replace(/[;,:。.]$/u, '');
}
