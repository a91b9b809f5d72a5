import type { Table } from '@lancedb/lancedb';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Article, articleSchema } from '../../corpus/article.ts';
import type { Filters } from '../passage.ts';
import { allOf, whereArticleRow, whereFilters, whereIn } from './where.ts';

/** What is stored of an article beside its content. */
export interface StoredArticle {
  readonly id: string;
  readonly hash: string;
  /** Full path of its file. */
  readonly file: string;
}

interface ListOptions {
  readonly filters?: Filters;
  readonly limit?: number;
  readonly offset?: number;
}

/** The articles of the index, for reading and browsing. */
export interface StoredArticles {
  readArticle(id: string): Promise<Article | undefined>;
  /** In the order of the ids; one that is not there is left out. */
  readArticles(ids: readonly string[]): Promise<readonly Article[]>;
  /** In the order of their ids. */
  listArticles(options?: ListOptions): Promise<readonly Article[]>;
  countArticles(filters?: Filters): Promise<number>;
  /** Where each article is stored, by its id; all of them without ids. */
  readOrigins(ids?: readonly string[]): Promise<ReadonlyMap<string, StoredArticle>>;
}

const articleRows = z.array(z.object({ article: z.string() }));
const originRows = z.array(
  z.object({ article_id: z.string(), hash: z.string(), file: z.string() }),
);

// Articles kept after reading, some 10 KB each: the same few are found again and again.
const mostKept = 500;

export function createStoredArticles(table: Table): StoredArticles {
  const kept = new LRUCache<string, Article>({ max: mostKept });
  let keptVersion = 0;

  async function readArticles(ids: readonly string[]): Promise<readonly Article[]> {
    const version = await table.version();
    if (version !== keptVersion) kept.clear();
    keptVersion = version;
    const held = new Map(ids.map((id) => [id, kept.get(id)]));
    const missing = ids.filter((id) => held.get(id) === undefined);
    for (const article of await readStored(missing)) {
      held.set(article.id, article);
      if (version === keptVersion) kept.set(article.id, article);
    }
    return ids.flatMap((id) => held.get(id) ?? []);
  }

  async function readStored(ids: readonly string[]): Promise<readonly Article[]> {
    if (ids.length === 0) return [];
    const query = table.query().where(whereIn('id', ids.map(firstPassageId)));
    return articleRows.parse(await query.select(['article']).toArray()).map(parseArticle);
  }

  return {
    readArticles,
    async readArticle(id) {
      return (await readArticles([id]))[0];
    },
    async listArticles({ filters, limit, offset = 0 } = {}) {
      const query = table
        .query()
        .where(whereArticleRow(whereFilters(filters)))
        .select(['article']);
      const rows = articleRows.parse(await query.toArray()).map(parseArticle);
      const sorted = rows.toSorted((left, right) => compareText(left.id, right.id));
      return sorted.slice(offset, limit === undefined ? undefined : offset + limit);
    },
    countArticles: (filters) => table.countRows(whereArticleRow(whereFilters(filters))),
    async readOrigins(ids) {
      const condition = allOf([whereArticleRow(), ids && whereIn('article_id', ids)]) ?? '';
      const query = table.query().where(condition).select(['article_id', 'hash', 'file']);
      const rows = originRows.parse(await query.toArray());
      return new Map(rows.map(({ article_id: id, hash, file }) => [id, { id, hash, file }]));
    },
  };
}

function firstPassageId(articleId: string): string {
  return `${articleId}#0`;
}

function parseArticle({ article }: { readonly article: string }): Article {
  return articleSchema.parse(JSON.parse(article));
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
