import { LRUCache } from 'lru-cache';

// Many rules look at the same claim, and many claims cite the same articles.
const most = 256;

/** Reads each text once and keeps what came of the last ones. */
export function keepLast<T extends object>(read: (text: string) => T): (text: string) => T {
  const kept = new LRUCache<string, T>({ max: most });
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    kept.set(text, result);
    return result;
  };
}
