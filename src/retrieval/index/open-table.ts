import type { Connection, Index, IndexOptions, Table } from '@lancedb/lancedb';
import type { Schema } from 'apache-arrow';
import type { Logger } from 'pino';
import type { LancedbModule, OpenLancedb } from '../open-lancedb.ts';
import {
  type IndexOrigin,
  isSameSchema,
  passageSchema,
  type VectorOrigin,
} from './passage-schema.ts';
import { watchProgress } from './watch-progress.ts';

export const tableNames = {
  passages: 'passages',
  files: 'files',
  termCounts: 'term_counts',
  vocabulary: 'vocabulary',
  writtenAsked: 'written_asked',
} as const;

/** Opens a table, or makes it when there is none. */
export async function openTable(
  { connection }: OpenLancedb,
  name: string,
  schema: Schema,
): Promise<Table> {
  const names = await connection.tableNames();
  if (names.includes(name)) return connection.openTable(name);
  return connection.createEmptyTable(name, schema);
}

/** What the vectors of the stored index were made by; undefined without an index. */
export async function readVectorOrigin({
  connection,
}: OpenLancedb): Promise<VectorOrigin | undefined> {
  const names = await connection.tableNames();
  if (!names.includes(tableNames.passages)) return undefined;
  const table = await connection.openTable(tableNames.passages);
  const { metadata } = await table.schema();
  return { embedder: metadata.get('embedder') ?? '', dimension: Number(metadata.get('dimension')) };
}

/**
 * Opens the table of passages. One of another layout or other makers is dropped. With it, or when it has got lost, goes the
 * record of files, so that the next ingest fills it again.
 */
export async function openPassageTable(
  lancedb: OpenLancedb,
  origin: IndexOrigin,
  log: Logger,
): Promise<Table> {
  const { connection, module } = lancedb;
  const names = await connection.tableNames();
  if (names.includes(tableNames.passages)) {
    const table = await connection.openTable(tableNames.passages);
    if (
      hasVocabulary(names, origin) &&
      isSameSchema(await table.schema(), origin) &&
      (await hasIndexes(table, module))
    ) {
      return table;
    }
    log.warn(origin, 'index was made otherwise: it is emptied and filled again');
    table.close();
  }
  await dropTables(connection, names);
  return createPassageTable(lancedb, origin);
}

/** The vectors may have one as well. */
async function hasIndexes(table: Table, module: LancedbModule): Promise<boolean> {
  const indexed = new Set((await table.listIndices()).flatMap(({ columns }) => columns));
  return indexes(module).every(([column]) => indexed.has(column));
}

/** One that has got lost is filled again with the passages. */
function hasVocabulary(names: readonly string[], { wordVectors }: IndexOrigin): boolean {
  return wordVectors === '' || names.includes(tableNames.vocabulary);
}

async function dropTables(connection: Connection, names: readonly string[]) {
  // The record of files first: were it to outlive the passages, their files would count as unchanged.
  const { files, termCounts, vocabulary, passages } = tableNames;
  for (const name of [files, termCounts, vocabulary, passages]) {
    if (names.includes(name)) await connection.dropTable(name);
  }
}

async function createPassageTable({ connection, module }: OpenLancedb, origin: IndexOrigin) {
  const table = await connection.createEmptyTable(tableNames.passages, passageSchema(origin));
  for (const [column, config] of indexes(module)) {
    const options: Partial<IndexOptions> = { config };
    await watchProgress(table.createIndex(column, options), { work: `建立索引 ${column}` });
  }
  return table;
}

function indexes({ Index }: LancedbModule): readonly (readonly [string, Index])[] {
  // Tokens come ready-made: nothing of LanceDB's own language handling, which breaks Chinese.
  const tokens = () =>
    Index.fts({
      baseTokenizer: 'whitespace',
      withPosition: true,
      language: 'English',
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      maxTokenLength: 64,
    });
  return [
    ['words', tokens()],
    ['bigrams', tokens()],
    ['concepts', tokens()],
    ['asked', tokens()],
    ['id', Index.btree()],
    ['article_id', Index.btree()],
    ['date', Index.btree()],
    ['publication', Index.bitmap()],
    ['org_types', Index.labelList()],
    ['themes', Index.labelList()],
    ['places', Index.labelList()],
  ];
}
