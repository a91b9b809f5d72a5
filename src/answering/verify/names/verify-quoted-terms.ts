import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { foldQuote } from '../verify-quotes.ts';

const quotedTerm = /[“「『《〈]([^“”「」『』《》〈〉]{1,120})[”」』》〉]|"([^"]{1,120})"/gu;

/** What a claim sets in quotation or title marks must stand so, mark or no mark, in what it cites. */
export const quotedTermRules: Rules = {
  'other-quoted': { fault: 'quoted-term', isCertain: true, find: otherQuoted },
};

function otherQuoted(claim: string, { passages, headings }: Evidence): string | undefined {
  const source = plain(`${passages}\n${headings}`);
  for (const [, curly, straight] of claim.matchAll(quotedTerm)) {
    const term = curly ?? straight ?? '';
    const missing = term
      .split(/[·、,。;!?]/u)
      .map(plain)
      .find((part) => part !== '' && !holdsTerm(source, part));
    if (missing !== undefined) return term;
  }
  return undefined;
}

/** 「隐着身」 for 「隐身」, 「少一两赔一斤」 for 「少了一两，赔一斤」: particles and marks change no term. */
function holdsTerm(source: string, term: string): boolean {
  if (source.includes(term)) return true;
  const bare = bareOf(term);
  if (bare.length < 2) return false;
  return (
    (bare !== term && source.includes(bare)) || (bare.length > 4 && bareOf(source).includes(bare))
  );
}

function bareOf(text: string): string {
  return text.replace(/[着了过的,、;]/gu, '');
}

function plain(text: string): string {
  return foldQuote(text).replace(/["《》〈〉]/gu, '');
}
