import type { Evidence } from './evidence.ts';
import type { Fault } from './verify.ts';
import { foldQuote } from './verify-quotes.ts';

const quotedTerm = /[“「『《〈]([^“”「」『』《》〈〉]{1,120})[”」』》〉]|"([^"]{1,120})"/gu;

/** What a claim sets in quotation or title marks must stand so, mark or no mark, in what it cites. */
export function checkQuotedTerms(
  claim: string,
  { passages, headings }: Evidence,
): Fault | undefined {
  const source = plain(`${passages}\n${headings}`);
  for (const [, curly, straight] of claim.matchAll(quotedTerm)) {
    const term = curly ?? straight ?? '';
    const missing = term
      .split(/[·、,。;!?]/u)
      .map(plain)
      .find((part) => part !== '' && !source.includes(part));
    if (missing !== undefined) return { fault: 'quoted-term', detail: term };
  }
  return undefined;
}

function plain(text: string): string {
  return foldQuote(text).replace(/["《》〈〉]/gu, '');
}
