interface FoundWord {
  readonly word: string;
  /** What the word stands for. */
  readonly names: readonly string[];
  /** UTF-16 offset in the text. */
  readonly start: number;
}

/** Finds words in a text: at each place the longest, and none inside another. */
export type WordFinder = (text: string) => readonly FoundWord[];

/** Makes a finder from pairs of a word and what it stands for; one word may stand for several things. */
export function createWordFinder(
  pairs: readonly (readonly [word: string, name: string])[],
): WordFinder {
  const names = new Map<string, Set<string>>();
  for (const [word, name] of pairs) {
    if (word !== '') names.set(word, (names.get(word) ?? new Set()).add(name));
  }
  const byFirst = Map.groupBy(names.keys(), (word) => word.charCodeAt(0));
  for (const words of byFirst.values()) words.sort((a, b) => b.length - a.length);
  return (text) => {
    const found: FoundWord[] = [];
    for (let start = 0; start < text.length; start += 1) {
      const word = byFirst
        .get(text.charCodeAt(start))
        ?.find((candidate) => text.startsWith(candidate, start) && isWhole(text, start, candidate));
      if (word === undefined) continue;
      found.push({ word, names: [...(names.get(word) ?? [])], start });
      start += word.length - 1;
    }
    return found;
  };
}

/** Latin letters and digits are words only when no other stands beside them: `12345` is not in `123456`. */
function isWhole(text: string, start: number, word: string): boolean {
  const glued = (left: string, right: string) => /[a-z0-9]/i.test(left) && /[a-z0-9]/i.test(right);
  const end = start + word.length;
  return (
    !glued(text.charAt(start - 1), word.charAt(0)) &&
    !glued(word.charAt(word.length - 1), text.charAt(end))
  );
}
