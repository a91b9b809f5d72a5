import { inverseFrequency } from './bm25.ts';
import { noBackground, type TermBackground } from './term-background.ts';
import { type TermKind, termKinds } from './term-kind.ts';

/** In how many passages each term of each indexed column stands. Terms are kept as 32-bit hashes: a few of a million collide. */
export interface TermCounts {
  passages(): number;
  /**
   * Inverse document frequency among the passages with any such term. Fewer than a hundred are filled up with passages of
   * print at large: else what is absent would weigh five times what is present.
   */
  idf(kind: TermKind, term: string): number;
  /** Passages that have the term. */
  count(kind: TermKind, term: string): number;
  /** True when some passage has the term. */
  holds(kind: TermKind, term: string): boolean;
  /** Terms of a passage in the mean, repeated ones included. */
  meanLength(kind: CountedKind): number;
  add(tokens: PassageTokens): void;
  remove(tokens: PassageTokens): void;
  /** The counts as two parallel arrays, terms ascending, for keeping. */
  snapshot(): TermSnapshot;
}

export type CountedKind = 'word' | 'bigram';

/** What is indexed of a passage, column by column. */
export interface PassageTokens {
  readonly words: readonly string[];
  readonly bigrams: readonly string[];
  /** Names of the concepts that are said in it. */
  readonly concepts: readonly string[];
  /** Of the questions its article says it answers. */
  readonly asked: readonly string[];
}

export interface TermSnapshot {
  readonly passages: number;
  /** All words and bigrams of the passages, repeated ones included. */
  readonly words: number;
  readonly bigrams: number;
  /** Passages whose article says what questions it answers. */
  readonly asked: number;
  readonly terms: Uint32Array;
  readonly counts: Uint32Array;
}

export const noTerms: TermSnapshot = {
  passages: 0,
  words: 0,
  bigrams: 0,
  asked: 0,
  terms: new Uint32Array(),
  counts: new Uint32Array(),
};

/** From so many passages on an index speaks for itself. */
export const enoughPassages = 100;

export function createTermCounts(
  kept: TermSnapshot,
  background: TermBackground = noBackground,
): TermCounts {
  let base = kept;
  // What has changed since the arrays were made: small, while the arrays may hold millions.
  const changes = new Map<number, number>();
  let { passages, words, bigrams, asked } = kept;
  const countOf = (hash: number) => Math.max(0, storedCount(base, hash) + (changes.get(hash) ?? 0));

  function change(tokens: PassageTokens, by: 1 | -1) {
    passages += by;
    words += by * tokens.words.length;
    bigrams += by * tokens.bigrams.length;
    asked += by * Math.sign(tokens.asked.length);
    for (const term of hashAll(tokens)) changes.set(term, (changes.get(term) ?? 0) + by);
  }

  return {
    passages: () => passages,
    idf(kind, term) {
      const own = kind === 'asked' ? asked : passages;
      const all = Math.max(own, enoughPassages);
      const filled = all === own ? 0 : (all - own) * background(kind, term);
      return inverseFrequency(countOf(hashTerm(kind, term)) + filled, all);
    },
    count: (kind, term) => countOf(hashTerm(kind, term)),
    holds: (kind, term) => countOf(hashTerm(kind, term)) > 0,
    meanLength: (kind) => (kind === 'word' ? words : bigrams) / Math.max(1, passages),
    add: (tokens) => change(tokens, 1),
    remove: (tokens) => change(tokens, -1),
    snapshot() {
      base = { ...mergeChanges(base, changes), passages, words, bigrams, asked };
      changes.clear();
      return base;
    },
  };
}

/** Each term of a passage once. */
function hashAll({ words, bigrams, concepts, asked }: PassageTokens): ReadonlySet<number> {
  const columns = { word: words, bigram: bigrams, concept: concepts, asked };
  const terms = new Set<number>();
  for (const kind of termKinds) for (const term of columns[kind]) terms.add(hashTerm(kind, term));
  return terms;
}

const starts: Readonly<Record<TermKind, number>> = {
  word: 0x811c9dc5,
  bigram: 0x9747b28c,
  concept: 0x85ebca6b,
  asked: 0xc2b2ae35,
};

// FNV-1a over UTF-16 units, from a start of its own for each kind.
function hashTerm(kind: TermKind, term: string): number {
  let hash = starts[kind];
  for (let at = 0; at < term.length; at += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

function storedCount({ terms, counts }: TermSnapshot, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = terms[middle] ?? 0;
    if (found === term) return counts[middle] ?? 0;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

function mergeChanges(base: TermSnapshot, changes: ReadonlyMap<number, number>) {
  if (changes.size === 0) return base;
  const added = Uint32Array.from(changes.keys()).sort();
  const terms: number[] = [];
  const counts: number[] = [];
  const keep = (term: number, count: number) => {
    if (count > 0) {
      terms.push(term);
      counts.push(count);
    }
  };
  let next = 0;
  for (const [at, term] of base.terms.entries()) {
    for (; (added[next] ?? Infinity) < term; next += 1) keepAdded(added[next] ?? 0);
    if (added[next] === term) next += 1;
    keep(term, (base.counts[at] ?? 0) + (changes.get(term) ?? 0));
  }
  for (; next < added.length; next += 1) keepAdded(added[next] ?? 0);
  return { terms: Uint32Array.from(terms), counts: Uint32Array.from(counts) };

  function keepAdded(term: number) {
    keep(term, changes.get(term) ?? 0);
  }
}
