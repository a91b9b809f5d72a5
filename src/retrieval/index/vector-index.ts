import type { Table, VectorQuery } from '@lancedb/lancedb';
import type { OpenLancedb } from '../open-lancedb.ts';
import { watchProgress } from './watch-progress.ts';

/** Passages from which on their vectors get an index: fewer are compared one by one within a few milliseconds. */
export const leastIndexed = 20_000;

const column = 'vector';
// Quantised to one bit per dimension: so many times the wanted passages are compared again in full.
const refineFactor = 10;
// Partitions are as many as the square root of the passages: 50 of 141 are looked into at 20,000, 200 of 1,000 at a million.
const probedShare = 0.2;
const leastProbes = 50;
const mostProbes = 200;
// RaBitQ packs bits into bytes.
const dimensionStep = 8;

/** Indexes the vectors of a table that has grown to so many rows; later rows are joined by `optimize`. */
export async function indexVectors(
  table: Table,
  { module }: OpenLancedb,
  { least, dimension }: { readonly least: number; readonly dimension: number },
): Promise<void> {
  if (dimension % dimensionStep !== 0 || (await table.countRows()) < least) return;
  const indices = await table.listIndices();
  if (indices.some(({ columns }) => columns.includes(column))) return;
  const config = module.Index.ivfRq({ distanceType: 'dot' });
  await watchProgress(table.createIndex(column, { config }), { work: `建立索引 ${column}` });
}

/** How a search goes through the index; of no effect without one. */
export function probeIndex(search: VectorQuery, rows: number): VectorQuery {
  const probes = Math.round(Math.sqrt(rows) * probedShare);
  return search
    .nprobes(Math.min(mostProbes, Math.max(leastProbes, probes)))
    .refineFactor(refineFactor);
}
