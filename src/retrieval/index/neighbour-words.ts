import type { Table } from '@lancedb/lancedb';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { WordVectors } from '../meaning/word-vectors.ts';
import type { OpenLancedb } from '../open-lancedb.ts';
import { openTable, tableNames } from './open-table.ts';
import { vocabularySchema } from './passage-schema.ts';
import { watchProgress } from './watch-progress.ts';
import { optimizeTable } from './write-table.ts';

interface Neighbour {
  readonly word: string;
  readonly cosine: number;
}

/** The words of the index that have a static vector, in a LanceDB table of their own. */
export interface NeighbourWords {
  /** Words of the index nearest to each given word, nearest first, the word itself left out. */
  findNear(words: readonly string[]): Promise<ReadonlyMap<string, readonly Neighbour[]>>;
  /** Before the passages that hold them are committed: a word too many finds nothing, one too few is not found. */
  add(words: Iterable<string>): Promise<void>;
  optimize(): Promise<void>;
}

// Of these, words that have left the index are dropped later.
const mostNear = 8;
const leastCosine = 0.5;
// A word of one character means too many things.
const shortestWord = 2;
// Below this the flat search of a few words takes 2 ms; of 20 thousand words 17 ms, with an index again 2 ms.
const leastIndexed = 2000;
const partitions = 64;
const probes = 8;
const mostCached = 10_000;

export async function openNeighbourWords(
  lancedb: OpenLancedb,
  vectors: WordVectors,
  log: Logger,
): Promise<NeighbourWords> {
  const table = await openTable(lancedb, tableNames.vocabulary, vocabularySchema(vectors));
  const cache = new Map<string, readonly Neighbour[]>();

  async function findOne(word: string): Promise<readonly Neighbour[]> {
    const vector = hasNeighbours(word) ? vectors.vectorOf(word) : undefined;
    if (vector === undefined) return [];
    const near = await searchNear(table, vector);
    return near.filter((neighbour) => neighbour.word !== word);
  }

  /** Remembered until words are added: questions share most of their words. */
  async function findCached(word: string): Promise<readonly Neighbour[]> {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const found = await findOne(word);
    if (cache.size >= mostCached) cache.clear();
    cache.set(word, found);
    return found;
  }

  return {
    async findNear(words) {
      const found = await Promise.all(words.map(findCached));
      return new Map(words.map((word, at) => [word, found[at] ?? []]));
    },
    async add(words) {
      const rows = Array.from(new Set(words)).flatMap((word) => {
        const vector = hasNeighbours(word) ? vectors.vectorOf(word) : undefined;
        return vector === undefined ? [] : [{ word, vector }];
      });
      if (rows.length === 0) return;
      await table.mergeInsert('word').whenNotMatchedInsertAll().execute(rows);
      cache.clear();
    },
    async optimize() {
      await buildIndex(table, lancedb);
      await optimizeTable(table, log);
    },
  };
}

function hasNeighbours(word: string): boolean {
  return word.length >= shortestWord && !/^\p{N}/u.test(word);
}

const nearRows = z.array(z.object({ word: z.string(), _distance: z.number() }));

async function searchNear(table: Table, vector: Float32Array): Promise<readonly Neighbour[]> {
  const query = table.vectorSearch(vector).distanceType('dot').nprobes(probes);
  const columns = ['word', '_distance'];
  const rows = nearRows.parse(
    await query
      .limit(mostNear + 1)
      .select(columns)
      .toArray(),
  );
  // LanceDB's dot distance is 1 - dot product.
  return rows
    .map(({ word, _distance }) => ({ word, cosine: 1 - _distance }))
    .filter(({ cosine }) => cosine >= leastCosine);
}

async function buildIndex(table: Table, { module }: OpenLancedb) {
  const indices = await table.listIndices();
  if (indices.length > 0 || (await table.countRows()) < leastIndexed) return;
  const config = module.Index.ivfFlat({ distanceType: 'dot', numPartitions: partitions });
  await watchProgress(table.createIndex('vector', { config }), { work: '建立索引 vocabulary' });
}
