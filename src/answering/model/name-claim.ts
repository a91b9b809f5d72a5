import type { CitedQuote, DraftClaim } from '../draft-claim.ts';
import { placesTold } from '../extracts/practice-card.ts';
import { whoseIs, withLeadIn } from '../lead-in.ts';
import type { Item } from './read-item.ts';

type Parts = Item['parts'];

/** The parts as sentences, for verify: what came of it is not of whoever spoke last of what was done. */
export function sayParts([first, ...rest]: Parts, shape: 'claims' | 'practices'): string {
  return shape === 'claims' ? first : `${[first, ...rest].join('。')}。`;
}

interface NamingContext {
  readonly shape: 'claims' | 'practices';
  /** What has passed before it. */
  readonly kept: readonly DraftClaim[];
}

/** What a reader sees: the parts behind whom they are about, as the article of the quote has it and no model. */
export function nameClaim(
  parts: Parts,
  quoted: CitedQuote,
  { shape, kept }: NamingContext,
): string {
  const { article } = quoted;
  const said = sayParts(parts, shape);
  if (shape === 'claims')
    return withLeadIn({ ...quoted, said, previous: articleBefore(quoted, kept) });
  const who = whoseIs({ ...quoted, said }) ?? (article.title && `《${article.title}》`);
  const where = placesTold(article).filter((place) => who?.includes(place) !== true);
  return `${[who, where.join(' '), ...parts].filter(Boolean).join(' · ')}。`;
}

/** The article of the claim before, but where that one was about another organisation of the same article. */
function articleBefore(quoted: CitedQuote, kept: readonly DraftClaim[]): string | undefined {
  const before = kept.at(-1)?.quotes.at(-1);
  const goesOn = before?.article.id === quoted.article.id;
  return goesOn && whoseIs(before) !== whoseIs(quoted) ? undefined : before?.article.id;
}
