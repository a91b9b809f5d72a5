import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Embedder } from '../meaning/embedder.ts';
import type { OpenLancedb } from '../open-lancedb.ts';
import { openTable } from './open-table.ts';
import { embeddingSchema } from './passage-schema.ts';
import { whereIn } from './where.ts';

const rows = z.array(
  z.object({
    key: z.string(),
    vector: z.custom<{ toArray(): Float32Array }>(
      (value) => typeof value === 'object' && value !== null && 'toArray' in value,
    ),
  }),
);

/**
 * Keeps every vector an endpoint has made beside the index, by a hash of the embedder's name and the text: a text is
 * paid for once, also when its article moves, the index is built anew or an ingest is broken off.
 */
export async function cacheEmbeddings(lancedb: OpenLancedb, embedder: Embedder): Promise<Embedder> {
  const dimension = await embedder.dimension();
  const table = await openTable(lancedb, `embeddings_${dimension}`, embeddingSchema(dimension));

  async function readKept(keys: readonly string[]) {
    const kept = await table.query().where(whereIn('key', keys)).toArray();
    return new Map(rows.parse(kept).map(({ key, vector }) => [key, vector.toArray()]));
  }

  return {
    ...embedder,
    async embed(texts, signal) {
      const keys = texts.map((text) => keyOf(embedder.name, text));
      const known = await readKept(keys);
      const wanted = texts.map((text, at): [string, string] => [keys[at] ?? '', text]);
      const missing = new Map(wanted.filter(([key]) => !known.has(key)));
      if (missing.size > 0) {
        const vectors = await embedder.embed(Array.from(missing.values()), signal);
        const made = Array.from(missing.keys(), (key, at) => ({ key, vector: vectors[at] }));
        await table.mergeInsert('key').whenNotMatchedInsertAll().execute(made);
        for (const { key, vector } of made) if (vector) known.set(key, vector);
      }
      return keys.flatMap((key) => known.get(key) ?? []);
    },
  };
}

function keyOf(name: string, text: string): string {
  return createHash('sha256').update(`${name}\0${text}`).digest('hex');
}
