import type { Citation, Claim } from './answer.ts';
import { citeQuote } from './cite-quote.ts';
import type { CitedQuote, DraftClaim } from './draft-claim.ts';

interface Assembled {
  readonly claims: readonly [Claim, ...Claim[]];
  readonly citations: readonly [Citation, ...Citation[]];
}

/** Numbers the citations of verified claims in the order in which they are read; undefined without a claim. */
export function assembleAnswer(drafts: readonly DraftClaim[]): Assembled | undefined {
  const citations: Citation[] = [];
  const claims: Claim[] = [];
  for (const { text, quotes } of drafts) {
    const [first, ...rest] = quotes.map((quote) => numberOf(quote, citations));
    if (first !== undefined) claims.push({ text, citations: [first, ...rest] });
  }
  const [firstClaim, ...otherClaims] = claims;
  const [firstCitation, ...otherCitations] = citations;
  if (firstClaim === undefined || firstCitation === undefined) return undefined;
  return {
    claims: [firstClaim, ...otherClaims],
    citations: [firstCitation, ...otherCitations],
  };
}

function numberOf(cited: CitedQuote, citations: Citation[]): number {
  const known = citations.find(
    (one) => one.passageId === cited.passage.id && one.quote === cited.quote,
  );
  if (known !== undefined) return known.n;
  const n = citations.length + 1;
  citations.push(citeQuote(cited, n));
  return n;
}
