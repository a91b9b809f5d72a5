/** How much alike two texts of one page are, from 0 to 1. */
export interface TextSimilarity {
  /** Cosine of the bigrams of two texts, each weighted by how rare it is on the page. */
  cosine(first: string, second: string): number;
  /** The share of the first text's bigrams, by weight, that stand in the second. */
  coverage(first: string, second: string): number;
}

/** Weighs bigrams by the number of the page's texts they stand in. */
export function createTextSimilarity(texts: readonly string[]): TextSimilarity {
  const documents = new Map<string, number>();
  for (const text of texts) {
    for (const gram of new Set(bigramsOf(text))) {
      documents.set(gram, (documents.get(gram) ?? 0) + 1);
    }
  }
  const weigh = (gram: string) => Math.log(1 + texts.length / (documents.get(gram) ?? 1));
  return {
    cosine(first, second) {
      const a = weights(first, weigh);
      const b = weights(second, weigh);
      let dot = 0;
      for (const [gram, weight] of a) dot += weight * (b.get(gram) ?? 0);
      const length = lengthOf(a) * lengthOf(b);
      return length === 0 ? 0 : dot / length;
    },
    coverage(first, second) {
      const there = new Set(bigramsOf(second));
      let found = 0;
      let all = 0;
      for (const gram of new Set(bigramsOf(first))) {
        all += weigh(gram);
        if (there.has(gram)) found += weigh(gram);
      }
      return all === 0 ? 0 : found / all;
    },
  };
}

function weights(text: string, weigh: (gram: string) => number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const gram of bigramsOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  for (const [gram, count] of counts) counts.set(gram, Math.log(1 + count) * weigh(gram));
  return counts;
}

function lengthOf(vector: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

function bigramsOf(text: string): readonly string[] {
  return [...text.matchAll(/[\p{Script=Han}]{2,}/gu)].flatMap(([run]) =>
    Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
}
