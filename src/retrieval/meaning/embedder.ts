/** Turns texts into vectors of one length. Two makers: word vectors in the project, or an endpoint. */
export interface Embedder {
  /** Kept with the index: another name means other vectors, and the index is built anew. */
  readonly name: string;
  /**
   * `static`: word vectors, weak and free: a small term beside the words, for passages that words have found.
   * `endpoint`: strong and slow: a search of its own, fused as an equal, and every vector is kept.
   */
  readonly kind: 'static' | 'endpoint';
  /** Texts that may go into one call; a caller that has more calls again. */
  readonly batch: number;
  /** Length of the vectors; may ask the endpoint once. */
  dimension(signal?: AbortSignal): Promise<number>;
  /** One vector of length 1 per text, in order; a text without a known word gets a zero vector. Throws EmbeddingError. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
}

/** The endpoint did not give vectors that can be used. */
export class EmbeddingError extends Error {
  override readonly name = 'EmbeddingError';
}

/** Scales a vector to length 1 in place; a zero vector stays zero. */
export function normalize(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length > 0) for (const at of vector.keys()) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

/** Dot product: the cosine of two vectors of length 1. */
export function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
