import type { WriteOpening } from '../../answering/write-opening.ts';
import type { Article } from '../../corpus/article.ts';
import { openCatalogue } from './catalogue.ts';
import { chooseItems } from './choose-items.ts';
import type { DigestContent } from './digest-content.ts';
import { dayIn } from './due-time.ts';
import { findArticles } from './openings.ts';

interface SampleOptions {
  readonly articles: readonly Article[];
  /** Empty: all. */
  readonly themes: readonly string[];
  readonly writeOpening?: WriteOpening | undefined;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Today's digest of a reader who has been sent nothing yet; undefined when there is nothing to send. */
export async function sampleDigest(options: SampleOptions): Promise<DigestContent | undefined> {
  const { articles, themes, timeZone, now } = options;
  const day = dayIn(timeZone, now);
  const catalogue = await openCatalogue({ articles, day, isNew: () => false });
  const wishes = { themes, orgTypes: [] };
  const items = chooseItems(catalogue, { wishes, seen: new Set(), hasStudied: false });
  if (items.length === 0) return undefined;
  const opening = await openingOf(items, options);
  return { day, items, ...(opening && { opening }) };
}

async function openingOf(
  items: DigestContent['items'],
  { articles, writeOpening }: SampleOptions,
): Promise<DigestContent['opening']> {
  const found = findArticles(items, articles);
  return found && writeOpening?.(found);
}
