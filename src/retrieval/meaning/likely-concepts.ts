import type { Concept } from '../../corpus/thesaurus.ts';
import { inverseFrequency, occurrenceWeight } from '../bm25.ts';
import { sum } from '../sum.ts';
import { characterMark, everydayTokens } from '../tokenize.ts';

/** How likely a text is about each of some concepts, likeliest first: its share of the likeliest one, above 0 to 1. */
export type LikelyConcepts = readonly (readonly [name: string, share: number])[];

/** Weighs a text against the concepts of a thesaurus, also where it says none of their expressions. */
export interface ConceptSpace {
  likelyIn(text: string, most: number): LikelyConcepts;
  /** True for a folded word that some concept has. */
  knows(word: string): boolean;
}

// What a single character counts beside a word or a pair.
const characterShare = 0.4;

/**
 * Explicit semantic analysis with the thesaurus as its base (Gabrilovich, Markovitch: Computing semantic relatedness using
 * Wikipedia-based explicit semantic analysis, IJCAI 2007): each concept is a document of all its expressions, a text is
 * what BM25 finds for it there, by words, character pairs and characters.
 */
export function createConceptSpace(concepts: readonly Concept[]): ConceptSpace {
  const postings = postingsOf(concepts);
  return {
    knows: (word) => postings.has(word),
    likelyIn(text, most) {
      const scores = new Float64Array(concepts.length);
      const { words, signs } = everydayTokens(text);
      for (const term of new Set([...words, ...signs])) {
        for (const { concept, weight } of postings.get(term) ?? [])
          scores[concept] = (scores[concept] ?? 0) + weight;
      }
      const found = concepts
        .map(({ name }, at) => ({ name, score: scores[at] ?? 0 }))
        .filter(({ score }) => score > 0)
        .toSorted((left, right) => right.score - left.score)
        .slice(0, most);
      const best = found[0]?.score ?? 1;
      return found.map(({ name, score }) => [name, score / best]);
    },
  };
}

interface Posting {
  readonly concept: number;
  readonly weight: number;
}

function postingsOf(concepts: readonly Concept[]): ReadonlyMap<string, readonly Posting[]> {
  const documents = concepts.map(countTerms);
  const lengths = documents.map((document) => sum(document.values()));
  const mean = sum(lengths) / Math.max(1, lengths.length);
  const holders = Map.groupBy(
    documents.flatMap((document, concept) =>
      Array.from(document, ([term, times]) => ({ term, times, concept })),
    ),
    ({ term }) => term,
  );
  return new Map(
    Array.from(holders, ([term, held]) => {
      // Rare on both sides, as in a cosine of tf-idf vectors: once for the text, once for the concept.
      const share = term.startsWith(characterMark) ? characterShare : 1;
      const worth = share * inverseFrequency(held.length, concepts.length) ** 2;
      const postings = held.map(({ concept, times }) => ({
        concept,
        weight: worth * occurrenceWeight(times, (lengths[concept] ?? 0) / mean),
      }));
      return [term, postings];
    }),
  );
}

function countTerms({
  name,
  words,
  sayings,
  regional,
  around,
}: Concept): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const expression of [name, ...words, ...sayings, ...regional, ...around]) {
    const tokens = everydayTokens(expression);
    for (const term of [...tokens.words, ...tokens.signs])
      times.set(term, (times.get(term) ?? 0) + 1);
  }
  return times;
}
