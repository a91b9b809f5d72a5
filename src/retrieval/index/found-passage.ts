import { z } from 'zod';
import type { LikelyEvidence, Passage } from '../passage.ts';
import type { PassageTokens } from '../term-counts.ts';
import type { NamedConcepts } from './passage-schema.ts';

/** A passage as a search gives it, with what ranking needs. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly vector: Float32Array;
  /** BM25 for a search by words, cosine for one by meaning. */
  readonly score: number;
  /** As indexed, where concepts were searched for. */
  readonly named?: NamedConcepts;
  /** How far it is about the question, where concepts were searched for. */
  readonly about?: LikelyEvidence;
}

// Each further column costs a search some 0.4 ms; article and ordinal are in the id.
export const namedColumns = ['concepts', 'asked_concepts'];
export const foundColumns = ['id', 'start', 'text', 'vector'];

const vectorColumn = z.custom<{ toArray(): Float32Array }>(
  (value) => typeof value === 'object' && value !== null && 'toArray' in value,
);
const foundRow = z.object({
  id: z.string(),
  start: z.number(),
  text: z.string(),
  vector: vectorColumn,
});
const tokens = z
  .string()
  .nullable()
  .transform((joined) => (joined === null || joined === '' ? [] : joined.split(' ')));
const namedRow = z.object({ concepts: tokens, asked_concepts: tokens });
const tokenRow = z.object({ words: tokens, bigrams: tokens, concepts: tokens, asked: tokens });
const tokenRows = z.array(tokenRow);
export const tokenColumns = Object.keys(tokenRow.shape);

/** A row with `foundColumns`. */
export function readFound(row: unknown, score: number): FoundPassage {
  const { id, start, text, vector } = foundRow.parse(row);
  const mark = id.lastIndexOf('#');
  const articleId = id.slice(0, mark);
  const ordinal = Number(id.slice(mark + 1));
  const passage = { id, articleId, ordinal, text, start };
  return { passage, vector: vector.toArray(), score };
}

/** The same found by a row that has `namedColumns` too. */
export function readNamed(row: unknown, found: FoundPassage): FoundPassage {
  const { concepts, asked_concepts: asked } = namedRow.parse(row);
  return { ...found, named: { passage: concepts, asked } };
}

export function readTokenRows(rows: unknown): readonly PassageTokens[] {
  return tokenRows.parse(rows);
}
