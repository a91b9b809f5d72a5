import type { Table } from '@lancedb/lancedb';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { OpenLancedb } from '../open-lancedb.ts';
import type { TermBackground } from '../term-background.ts';
import { createTermCounts, noTerms, type TermCounts, type TermSnapshot } from '../term-counts.ts';
import { openTable, tableNames } from './open-table.ts';
import type { PassageIndex } from './passage-index.ts';
import { termCountSchema } from './passage-schema.ts';
import { optimizeTable } from './write-table.ts';

/** The term counts of an index, kept beside it so that a start needs not count anew. */
export interface KeptTermCounts extends TermCounts {
  /** Keeps the counts for the present version of the passages. */
  save(): Promise<void>;
}

const key = 'passages';
const row = z.object({
  version: z.number(),
  passages: z.number(),
  words: z.number(),
  bigrams: z.number(),
  asked: z.number(),
  terms: z.instanceof(Uint8Array),
  counts: z.instanceof(Uint8Array),
});

export async function openTermCounts(
  lancedb: OpenLancedb,
  index: PassageIndex,
  { background, log }: { readonly background: TermBackground; readonly log: Logger },
): Promise<KeptTermCounts> {
  const table = await openTable(lancedb, tableNames.termCounts, termCountSchema);
  const version = await index.version();
  const [stored] = z.array(row).parse(await table.query().limit(1).toArray());
  const counts =
    stored?.version === version
      ? createTermCounts(readSnapshot(stored), background)
      : await countTerms(index, background);
  const saved = stored?.version === version;
  const kept: KeptTermCounts = { ...counts, save: () => saveCounts(table, { counts, index, log }) };
  if (!saved) await kept.save();
  return kept;
}

/** Counts from the passages: after a crash between an ingest and its save, or for a new index. */
async function countTerms(index: PassageIndex, background: TermBackground): Promise<TermCounts> {
  const counts = createTermCounts(noTerms, background);
  for await (const passages of index.readAllTokens())
    for (const tokens of passages) counts.add(tokens);
  return counts;
}

interface Saving {
  readonly counts: TermCounts;
  readonly index: PassageIndex;
  readonly log: Logger;
}

async function saveCounts(table: Table, { counts, index, log }: Saving): Promise<void> {
  const { terms, counts: numbers, ...sums } = counts.snapshot();
  const version = await index.version();
  await table
    .mergeInsert('key')
    .whenMatchedUpdateAll()
    .whenNotMatchedInsertAll()
    .execute([{ key, version, ...sums, terms: bytesOf(terms), counts: bytesOf(numbers) }]);
  await optimizeTable(table, log);
}

function readSnapshot({ terms, counts, ...sums }: z.infer<typeof row>): TermSnapshot {
  return { ...sums, terms: numbersOf(terms), counts: numbersOf(counts) };
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

// Copied: what LanceDB gives need not start at a multiple of four bytes.
function numbersOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
