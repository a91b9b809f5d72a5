import { setImmediate as breathe } from 'node:timers/promises';
import type { Article } from '../../corpus/article.ts';
import { foldText } from '../../corpus/fold-text.ts';

// Characters of a shingle, shingles kept of an article, and how many two reports of one event share at least.
const shingleLength = 6;
const sketchSize = 48;
const sharedAtLeast = 12;
// Articles between two breaths: the event loop must not wait longer than 50 ms.
const articlesPerTurn = 20;

/**
 * Puts near-duplicates together, by the smallest hashes of their shingles (Broder 1997): the number of its cluster
 * for each article.
 */
export async function clusterArticles(articles: readonly Article[]): Promise<readonly number[]> {
  const holders = new Map<number, number[]>();
  const clusters: number[] = [];
  for (const [index, article] of articles.entries()) {
    if (index % articlesPerTurn === articlesPerTurn - 1) await breathe();
    const sketch = sketchOf(article);
    clusters.push(findTwin(sketch, { holders, clusters }) ?? index);
    for (const hash of sketch) {
      const known = holders.get(hash);
      if (known === undefined) holders.set(hash, [index]);
      else known.push(index);
    }
  }
  return clusters;
}

interface Earlier {
  readonly holders: ReadonlyMap<number, readonly number[]>;
  readonly clusters: readonly number[];
}

function findTwin(sketch: readonly number[], { holders, clusters }: Earlier): number | undefined {
  const shared = new Map<number, number>();
  for (const hash of sketch) {
    for (const index of holders.get(hash) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  const enough = Math.min(sharedAtLeast, sketch.length);
  const twin = [...shared].find(([, count]) => count >= enough)?.[0];
  return twin === undefined ? undefined : clusters[twin];
}

function sketchOf({ title, body }: Article): readonly number[] {
  const text = foldText(`${title ?? ''}${body}`).replace(/[^\p{L}\p{N}]/gu, '');
  const hashes = new Set<number>();
  for (let at = 0; at + shingleLength <= text.length; at += 1) hashes.add(hashAt(text, at));
  return [...hashes].toSorted((left, right) => left - right).slice(0, sketchSize);
}

/** FNV-1a with a final mix, 32 bits. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + shingleLength; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
