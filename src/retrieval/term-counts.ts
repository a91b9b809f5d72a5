/** In how many passages each word and each bigram stands. Terms are kept as 32-bit hashes: a few of a million collide. */
export interface TermCounts {
  passages(): number;
  /** Inverse document frequency as in BM25: ln(1 + (N - n + 0.5) / (n + 0.5)). */
  idf(kind: TermKind, term: string): number;
  add(tokens: PassageTokens): void;
  remove(tokens: PassageTokens): void;
  /** The counts as two parallel arrays, terms ascending, for keeping. */
  snapshot(): TermSnapshot;
}

export type TermKind = 'word' | 'bigram';

export interface PassageTokens {
  readonly words: Iterable<string>;
  readonly bigrams: Iterable<string>;
}

export interface TermSnapshot {
  readonly passages: number;
  readonly terms: Uint32Array;
  readonly counts: Uint32Array;
}

export const noTerms: TermSnapshot = {
  passages: 0,
  terms: new Uint32Array(),
  counts: new Uint32Array(),
};

export function createTermCounts(kept: TermSnapshot): TermCounts {
  let base = kept;
  // What has changed since the arrays were made: small, while the arrays may hold millions.
  const changes = new Map<number, number>();
  let passages = kept.passages;

  function change({ words, bigrams }: PassageTokens, by: 1 | -1) {
    passages += by;
    const terms = new Set<number>();
    for (const word of words) terms.add(hashTerm('word', word));
    for (const bigram of bigrams) terms.add(hashTerm('bigram', bigram));
    for (const term of terms) changes.set(term, (changes.get(term) ?? 0) + by);
  }

  return {
    passages: () => passages,
    idf(kind, term) {
      const hash = hashTerm(kind, term);
      const count = Math.max(0, storedCount(base, hash) + (changes.get(hash) ?? 0));
      return Math.log(1 + (Math.max(0, passages - count) + 0.5) / (count + 0.5));
    },
    add: (tokens) => change(tokens, 1),
    remove: (tokens) => change(tokens, -1),
    snapshot() {
      base = mergeChanges(base, changes, passages);
      changes.clear();
      return base;
    },
  };
}

// FNV-1a over UTF-16 units, from a start of its own for each kind.
function hashTerm(kind: TermKind, term: string): number {
  let hash = kind === 'word' ? 0x811c9dc5 : 0x9747b28c;
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

function mergeChanges(base: TermSnapshot, changes: ReadonlyMap<number, number>, passages: number) {
  if (changes.size === 0) return { ...base, passages };
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
  return { passages, terms: Uint32Array.from(terms), counts: Uint32Array.from(counts) };

  function keepAdded(term: number) {
    keep(term, changes.get(term) ?? 0);
  }
}
