import { createHash } from 'node:crypto';
import type { Table } from '@lancedb/lancedb';
import { z } from 'zod';
import type { Article } from '../../corpus/article.ts';
import type { OpenLancedb } from '../open-lancedb.ts';
import type { AskedWriter } from '../search-steps.ts';
import { openTable, tableNames } from './open-table.ts';
import { writtenAskedSchema } from './passage-schema.ts';
import { whereIn } from './where.ts';

/** Gives articles that say no questions of their own those a model has written. */
export interface WrittenAsked {
  /** In the same order; what the model fails at stays as it is. */
  addTo(articles: readonly Article[]): Promise<readonly Article[]>;
}

const rows = z.array(z.object({ key: z.string(), asked: z.string() }));
const questions = z.array(z.string());
// Calls of the model side by side.
const atOnce = 4;

/**
 * Keeps what the model writes beside the index, by a hash of model and content: an article is asked about once, also
 * when the index is built anew. What the model fails at is left out and tried at the article's next ingest.
 */
export async function openWrittenAsked(
  lancedb: OpenLancedb,
  writer: AskedWriter,
): Promise<WrittenAsked> {
  const table = await openTable(lancedb, tableNames.writtenAsked, writtenAskedSchema);
  return {
    async addTo(articles) {
      const bare = new Map(
        articles
          .filter(({ asked }) => asked.length === 0)
          .map((article) => [keyOf(writer.name, article), article]),
      );
      const known = await readKept(table, Array.from(bare.keys()));
      const missing = Array.from(bare).filter(([key]) => !known.has(key));
      for (let at = 0; at < missing.length; at += atOnce) {
        const written = await writeAll(missing.slice(at, at + atOnce), writer);
        await keep(table, written);
        for (const { key, asked } of written) known.set(key, asked);
      }
      return articles.map((article) => {
        const asked = article.asked.length > 0 ? undefined : known.get(keyOf(writer.name, article));
        return asked === undefined ? article : { ...article, asked };
      });
    },
  };
}

interface Written {
  readonly key: string;
  readonly asked: readonly string[];
}

async function readKept(table: Table, keys: readonly string[]) {
  const kept = new Map<string, readonly string[]>();
  if (keys.length === 0) return kept;
  for (const { key, asked } of rows.parse(
    await table.query().where(whereIn('key', keys)).toArray(),
  )) {
    kept.set(key, questions.parse(JSON.parse(asked)));
  }
  return kept;
}

async function writeAll(
  articles: readonly (readonly [key: string, article: Article])[],
  writer: AskedWriter,
): Promise<readonly Written[]> {
  const written = await Promise.all(
    articles.map(async ([key, article]) => ({ key, asked: await writer.writeAsked(article) })),
  );
  return written.flatMap(({ key, asked }) => (asked === undefined ? [] : [{ key, asked }]));
}

async function keep(table: Table, written: readonly Written[]) {
  if (written.length === 0) return;
  await table
    .mergeInsert('key')
    .whenNotMatchedInsertAll()
    .execute(written.map(({ key, asked }) => ({ key, asked: JSON.stringify(asked) })));
}

function keyOf(model: string, { title, body }: Article): string {
  return createHash('sha256')
    .update([model, title ?? '', body].join('\0'))
    .digest('hex');
}
