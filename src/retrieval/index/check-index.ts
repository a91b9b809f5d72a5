import type { Table } from '@lancedb/lancedb';
import { z } from 'zod';
import type { OpenLancedb } from '../open-lancedb.ts';
import { tableNames } from './open-table.ts';
import { whereFilters, whereIn } from './where.ts';

const sampleRow = z.object({
  id: z.string(),
  words: z.string().nullable(),
  bigrams: z.string().nullable(),
  concepts: z.string().nullable(),
  asked: z.string().nullable(),
});
type Sample = z.infer<typeof sampleRow>;
const textColumns = ['words', 'bigrams', 'concepts', 'asked'] as const;

/**
 * Reads a little of every file of the index, so that damage shows now and not in the middle of an answer: one small
 * column of each table, and each index of the passages once. Throws what LanceDB throws.
 */
export async function checkIndex({ connection, module }: OpenLancedb): Promise<void> {
  const names = await connection.tableNames();
  const firstColumns = {
    passages: 'ordinal',
    files: 'path',
    term_counts: 'key',
    vocabulary: 'word',
    written_asked: 'key',
  };
  for (const name of Object.values(tableNames)) {
    if (!names.includes(name)) continue;
    const table = await connection.openTable(name);
    for await (const _batch of table.query().select([firstColumns[name]]));
    if (name === tableNames.passages) await checkIndexes(table, module);
    if (name === tableNames.vocabulary) await table.query().limit(1).toArray();
    table.close();
  }
}

async function checkIndexes(
  table: Table,
  { BooleanQuery, MatchQuery, Occur }: OpenLancedb['module'],
): Promise<void> {
  const [sample] = z.array(sampleRow).parse(
    await table
      .query()
      .limit(1)
      .select(['id', ...textColumns])
      .toArray(),
  );
  if (sample === undefined) return;
  const query = new BooleanQuery(
    textColumns.map((column) => [Occur.Should, new MatchQuery(firstTerm(sample, column), column)]),
  );
  await table.query().fullTextSearch(query).limit(1).select(['id']).toArray();
  const filters = [
    { themes: [''] },
    { orgTypes: [''] },
    { places: [''] },
    { publications: [''] },
    { dateFrom: '9999-12-31' },
  ].map(whereFilters);
  const conditions = [whereIn('id', [sample.id]), whereIn('article_id', ['']), ...filters];
  for (const condition of conditions) await table.countRows(condition);
}

function firstTerm(sample: Sample, column: (typeof textColumns)[number]): string {
  return sample[column]?.split(' ')[0] || '的';
}
