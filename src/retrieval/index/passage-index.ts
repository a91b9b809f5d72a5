import type { Query, Table, VectorQuery } from '@lancedb/lancedb';
import type { Logger } from 'pino';
import { EmbeddingError } from '../meaning/embedder.ts';
import type { OpenLancedb } from '../open-lancedb.ts';
import type { PassageTokens } from '../term-counts.ts';
import {
  type FoundPassage,
  foundColumns,
  namedColumns,
  readFound,
  readNamed,
  readTokenRows,
  tokenColumns,
} from './found-passage.ts';
import { openPassageTable } from './open-table.ts';
import {
  type IndexedArticle,
  type IndexOrigin,
  passageRows,
  type VectorOrigin,
} from './passage-schema.ts';
import { indexVectors, probeIndex } from './vector-index.ts';
import { type FilterColumn, whereIn } from './where.ts';
import { optimizeTable } from './write-table.ts';

/** Terms that should occur in a column. */
export interface WordClause {
  readonly column: 'words' | 'bigrams' | 'concepts' | 'asked';
  /** Each once. */
  readonly terms: readonly string[];
  /** What its BM25 counts in the sum over all clauses. */
  readonly weight: number;
}

export interface FindOptions {
  readonly limit: number;
  /** A condition made by where.ts. */
  readonly where?: string | undefined;
}

/** The passages in LanceDB: found by words, found by meaning, replaced article by article. */
export interface PassageIndex {
  readonly table: Table;
  readonly origin: VectorOrigin;
  findByWords(
    clauses: readonly WordClause[],
    options: FindOptions,
  ): Promise<readonly FoundPassage[]>;
  findByMeaning(vector: Float32Array, options: FindOptions): Promise<readonly FoundPassage[]>;
  /** Puts articles in place of what is stored under their ids and removes others: one commit, all or nothing. */
  replaceArticles(articles: readonly IndexedArticle[], removed: readonly string[]): Promise<void>;
  /** Tokens stored for the articles. */
  readTokens(articleIds: readonly string[]): Promise<readonly PassageTokens[]>;
  /** Tokens of all passages, in parts that fit into memory. */
  readAllTokens(): AsyncIterable<readonly PassageTokens[]>;
  /** Joins files and brings the indexes up to date; searches are right without it, but slower. */
  optimize(): Promise<void>;
  /** Number of the last commit. */
  version(): Promise<number>;
}

interface PassageIndexOptions {
  /** Passages from which on their vectors get an index; undefined where they are not searched for. */
  readonly vectorsFrom: number | undefined;
  readonly log: Logger;
}

export async function openPassageIndex(
  lancedb: OpenLancedb,
  origin: IndexOrigin,
  { vectorsFrom, log }: PassageIndexOptions,
): Promise<PassageIndex> {
  const table = await openPassageTable(lancedb, origin, log);
  const { dimension } = origin;
  const { BooleanQuery, MatchQuery, Occur } = lancedb.module;

  function wordQuery(clauses: readonly WordClause[]) {
    return new BooleanQuery(
      clauses.map(({ column, terms, weight }) => [
        Occur.Should,
        new MatchQuery(terms.join(' '), column, { boost: weight }),
      ]),
    );
  }

  return {
    table,
    origin,
    async findByWords(clauses, options) {
      if (clauses.length === 0) return [];
      const search = table.query().fullTextSearch(wordQuery(clauses));
      const isAbout = clauses.some(({ column }) => column === 'concepts');
      const rows = await limited(search, options)
        .select([...foundColumns, '_score', ...(isAbout ? namedColumns : [])])
        .toArray();
      const found = rows.map((row) => readFound(row, Number(row._score)));
      return isAbout ? found.map((hit, at) => readNamed(rows[at], hit)) : found;
    },
    async findByMeaning(vector, options) {
      if (vector.length !== origin.dimension) throw wrongLength(vector, origin);
      const search = probeIndex(table.vectorSearch(vector), await table.countRows());
      const rows = await limited(search.distanceType('dot'), options)
        .select([...foundColumns, '_distance'])
        .toArray();
      // LanceDB's dot distance is 1 - dot product.
      return rows.map((row) => readFound(row, 1 - Number(row._distance)));
    },
    async replaceArticles(articles, removed) {
      await replaceRows(table, origin, { articles, removed });
    },
    async readTokens(articleIds) {
      if (articleIds.length === 0) return [];
      const query = table.query().where(whereIn('article_id', articleIds));
      return readTokenRows(await query.select(tokenColumns).toArray());
    },
    async *readAllTokens() {
      for await (const batch of table.query().select(tokenColumns))
        yield readTokenRows(batch.toArray());
    },
    async optimize() {
      if (vectorsFrom !== undefined)
        await indexVectors(table, lancedb, { least: vectorsFrom, dimension });
      await optimizeTable(table, log);
    },
    version: () => table.version(),
  };
}

function limited(search: Query | VectorQuery, { limit, where }: FindOptions): Query | VectorQuery {
  return where === undefined ? search.limit(limit) : search.where(where).limit(limit);
}

interface Replacement {
  readonly articles: readonly IndexedArticle[];
  readonly removed: readonly string[];
}

async function replaceRows(table: Table, origin: VectorOrigin, { articles, removed }: Replacement) {
  const replaced = [...articles.map(({ article }) => article.id), ...removed];
  if (replaced.length === 0) return;
  for (const { passages } of articles) {
    for (const { vector } of passages) {
      // LanceDB would pad or cut it without a word.
      if (vector.length !== origin.dimension) throw wrongLength(vector, origin);
    }
  }
  const column: FilterColumn = 'article_id';
  if (articles.length === 0) {
    await table.delete(whereIn(column, removed));
    return;
  }
  await table
    .mergeInsert('id')
    .whenMatchedUpdateAll()
    .whenNotMatchedInsertAll()
    .whenNotMatchedBySourceDelete({ where: whereIn(column, replaced) })
    .execute(articles.flatMap(passageRows));
}

function wrongLength(vector: Float32Array, { embedder, dimension }: VectorOrigin): EmbeddingError {
  return new EmbeddingError(
    `向量长度是 ${vector.length}，索引要的是 ${dimension}（${embedder}）：请检查 EMBEDDING_MODEL，或删掉索引文件夹后重新入库。`,
  );
}
