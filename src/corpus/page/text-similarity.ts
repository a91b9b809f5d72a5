/** How much alike two texts of one page are, from 0 to 1. */
export interface TextSimilarity {
  /** Cosine of the bigrams of two texts, each weighted by how rare it is on the page. */
  cosine(first: string, second: string): number;
  /** The share of the first text's bigrams, by weight, that stand in the second. */
  coverage(first: string, second: string): number;
  /** The bigrams that a text holds more than once, each with where it stands first. */
  repeated(text: string): ReadonlyMap<number, number>;
}

/** A text's bigrams with their weights. */
interface Vector {
  readonly weights: ReadonlyMap<number, number>;
  readonly length: number;
  /** The sum of the page-wide weights of its bigrams, each once. */
  readonly mass: number;
}

/** Weighs bigrams by the number of the page's texts they stand in. What was computed for a text is kept. */
export function createTextSimilarity(texts: readonly string[]): TextSimilarity {
  const documents = new Map<number, number>();
  for (const text of texts) {
    for (const gram of new Set(bigramsOf(text))) {
      documents.set(gram, (documents.get(gram) ?? 0) + 1);
    }
  }
  const rarest = Math.log(1 + texts.length);
  const weights = new Map<number, number>();
  for (const [gram, count] of documents) weights.set(gram, Math.log(1 + texts.length / count));
  const weigh = (gram: number) => weights.get(gram) ?? rarest;
  const vectors = new Map<string, Vector>();
  const repeats = new Map<string, ReadonlyMap<number, number>>();
  const vectorOf = (text: string): Vector => {
    const known = vectors.get(text);
    if (known !== undefined) return known;
    const vector = toVector(text, weigh);
    vectors.set(text, vector);
    return vector;
  };
  return {
    cosine: (first, second) => cosineOf(vectorOf(first), vectorOf(second)),
    coverage(first, second) {
      const { weights: here, mass } = vectorOf(first);
      const there = vectorOf(second).weights;
      let found = 0;
      for (const gram of here.keys()) if (there.has(gram)) found += weigh(gram);
      return mass === 0 ? 0 : found / mass;
    },
    repeated(text) {
      const known = repeats.get(text) ?? repeatedBigrams(text);
      repeats.set(text, known);
      return known;
    },
  };
}

function toVector(text: string, weigh: (gram: number) => number): Vector {
  const counts = new Map<number, number>();
  for (const gram of bigramsOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const weights = new Map<number, number>();
  let squares = 0;
  let mass = 0;
  for (const [gram, count] of counts) {
    const rarity = weigh(gram);
    const weight = Math.log(1 + count) * rarity;
    weights.set(gram, weight);
    squares += weight * weight;
    mass += rarity;
  }
  return { weights, length: Math.sqrt(squares), mass };
}

function cosineOf(first: Vector, second: Vector): number {
  const [small, large] =
    first.weights.size < second.weights.size ? [first, second] : [second, first];
  let dot = 0;
  for (const [gram, weight] of small.weights) dot += weight * (large.weights.get(gram) ?? 0);
  const lengths = first.length * second.length;
  return lengths === 0 ? 0 : dot / lengths;
}

function repeatedBigrams(text: string): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>();
  const repeated = new Map<number, number>();
  eachBigram(text, (gram, at) => {
    const first = firsts.get(gram);
    if (first === undefined) firsts.set(gram, at);
    else if (at >= first + 2) repeated.set(gram, first);
  });
  return repeated;
}

function bigramsOf(text: string): readonly number[] {
  const grams: number[] = [];
  eachBigram(text, (gram) => grams.push(gram));
  return grams;
}

/**
 * The pairs of neighbouring Han characters, each as one number below 2^30: strings would take three times as long, and
 * larger numbers would be objects to V8.
 */
function eachBigram(text: string, take: (gram: number, at: number) => void): void {
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isHan = (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
    const place = code - firstHan + 1;
    if (isHan && before !== 0) take(before * 0x7000 + place, index - 1);
    before = isHan ? place : 0;
  }
}

const firstHan = 0x3400;
