import { segmentWords } from '../tokenize.ts';
import { type Embedder, normalize } from './embedder.ts';
import type { WordVectors } from './word-vectors.ts';

/**
 * Sentence vectors as frequency-weighted sums of word vectors (Arora, Liang, Ma: A simple but tough-to-beat baseline
 * for sentence embeddings, ICLR 2017). No network.
 */
export function createStaticEmbedder(vectors: WordVectors): Embedder {
  return {
    name: `static-${vectors.hash}`,
    kind: 'static',
    batch: 1024,
    dimension: async () => vectors.dimension,
    embed: async (texts) => texts.map((text) => embedText(text, vectors)),
  };
}

function embedText(text: string, { dimension, addWeighted }: WordVectors): Float32Array {
  const sum = new Float32Array(dimension);
  for (const word of segmentWords(text)) addWeighted(word, sum);
  return normalize(sum);
}
