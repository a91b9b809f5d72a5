import type { Catalogue } from './catalogue.ts';
import { chooseItems, type Wishes } from './choose-items.ts';
import type { DigestContent } from './digest-content.ts';
import type { DigestContents } from './digest-contents.ts';
import { weekOf } from './due-time.ts';

/** A digest that a chat has been sent, or may have been. */
export interface PastDigest {
  readonly day: string;
  readonly contentId: string;
}

interface ComposeOptions {
  readonly contents: DigestContents;
  readonly catalogue: Catalogue;
}

/** Composes the digest of the catalogue's day for wishes and a past; undefined when there is nothing left to send. */
export type ComposeDigest = (
  wishes: Wishes,
  past: readonly PastDigest[],
) => Promise<DigestContent | undefined>;

// Digests of one day: most readers share a few.
const cached = 5000;

/** Readers with the same wishes and the same past get the same digest, which is then composed once. */
export function createComposeDigest({ contents, catalogue }: ComposeOptions): ComposeDigest {
  const composed = new Map<string, DigestContent | undefined>();
  const keys = new WeakMap<readonly PastDigest[], string>();
  const keyOf = (past: readonly PastDigest[]) => {
    const known = keys.get(past);
    if (known !== undefined) return known;
    const ids = past.map(({ contentId }) => contentId).toSorted();
    keys.set(past, ids.join(' '));
    return ids.join(' ');
  };
  return async (wishes, past) => {
    const key = JSON.stringify([wishes.themes, wishes.orgTypes, keyOf(past)]);
    if (composed.has(key)) return composed.get(key);
    const content = await compose({ contents, catalogue }, wishes, past);
    if (composed.size >= cached) composed.clear();
    composed.set(key, content);
    return content;
  };
}

async function compose(
  { contents, catalogue }: ComposeOptions,
  wishes: Wishes,
  past: readonly PastDigest[],
): Promise<DigestContent | undefined> {
  const seen = new Set<string>();
  const thisWeek = weekOf(catalogue.day);
  let hasStudied = false;
  for (const { day, contentId } of past) {
    for (const item of (await contents.find(contentId))?.items ?? []) {
      seen.add(item.articleId);
      if (item.reason.why === 'study' && weekOf(day) === thisWeek) hasStudied = true;
    }
  }
  const items = chooseItems(catalogue, { wishes, seen, hasStudied });
  return items.length === 0 ? undefined : { day: catalogue.day, items };
}
