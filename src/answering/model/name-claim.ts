import { foldText } from '../../corpus/fold-text.ts';
import type { CitedQuote, DraftClaim } from '../draft-claim.ts';
import { placesTold } from '../extracts/practice-card.ts';
import { offsetOf, withLeadIn } from '../lead-in.ts';
import { shortNames, subjectBefore } from '../organisation.ts';
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
  if (shape === 'claims') {
    const previous = kept.at(-1)?.quotes.at(-1)?.article.id;
    return withLeadIn({ ...quoted, said: sayParts(parts, shape), previous });
  }
  const who = subjectBefore(article, offsetOf(quoted)) ?? (article.title && `《${article.title}》`);
  const where = placesTold(article).filter((place) => who?.includes(place) !== true);
  return `${[who, where.join(' '), ...parts].filter(Boolean).join(' · ')}。`;
}

// Less behind a name says nothing.
const shortestRest = 4;

/** The parts without the article's own organisation in front, where no quote has it: the program names it. */
export function withoutOwnName([first, ...rest]: Parts, quotes: readonly CitedQuote[]): Parts {
  const quoted = foldText(quotes.map(({ quote }) => quote).join('\n'));
  const names = quotes
    .flatMap(({ article: { organisations, kicker } }) => [...organisations, kicker ?? ''])
    .flatMap(shortNames)
    .filter((name) => name !== '' && !quoted.includes(foldText(name)))
    .toSorted((a, b) => b.length - a.length);
  const name = names.find((one) => first.replace(/^在/u, '').startsWith(one));
  const bare = first
    .replace(/^在/u, '')
    .slice(name?.length ?? 0)
    .replace(/^[的，,：:、\s]+/u, '');
  return name === undefined || bare.length < shortestRest ? [first, ...rest] : [bare, ...rest];
}
