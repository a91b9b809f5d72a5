/** The pairs of neighbouring characters of a text, as printed: texts that repeat each other do so in the same characters. */
export function characterPairs(text: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let at = 1; at < text.length; at += 1) {
    pairs.add(text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at));
  }
  return pairs;
}

/** Of all pairs of two texts those that both hold (Jaccard). */
export function sharedShare(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const shared = left.intersection(right).size;
  return shared === 0 ? 0 : shared / (left.size + right.size - shared);
}
