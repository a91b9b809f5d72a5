import { LRUCache } from 'lru-cache';

// Many rules look at the same claim, and many claims cite the same articles.
const most = 256;

/** Reads each text once and keeps what came of the last ones. */
export function keepLast<T extends object>(read: (text: string) => T): (text: string) => T {
  return keepLastBy((text) => text, read);
}

/** The same of what is read from more than a text: alike is what has the same key. */
export function keepLastBy<Read extends readonly unknown[], T extends object>(
  keyOf: (...of: Read) => string,
  read: (...of: Read) => T,
): (...of: Read) => T {
  const kept = new LRUCache<string, T>({ max: most });
  return (...of) => {
    const key = keyOf(...of);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const result = read(...of);
    kept.set(key, result);
    return result;
  };
}
