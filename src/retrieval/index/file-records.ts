import { sep } from 'node:path';
import type { Table } from '@lancedb/lancedb';
import { z } from 'zod';
import type { OpenLancedb } from '../open-lancedb.ts';
import { openTable, tableNames } from './open-table.ts';
import { fileSchema } from './passage-schema.ts';
import { whereIn } from './where.ts';

/** A file whose articles are in the index. */
export interface FileRecord {
  /** Full path. */
  readonly path: string;
  /** Fingerprint of its content and of how it was read; empty when it must be read again. */
  readonly hash: string;
  readonly articleIds: readonly string[];
}

/** Which files the index was made from. Written after their articles: a file that is here is wholly in. */
export interface FileRecords {
  readonly table: Table;
  readAll(): Promise<ReadonlyMap<string, FileRecord>>;
  keep(records: readonly FileRecord[]): Promise<void>;
  forget(paths: readonly string[]): Promise<void>;
}

const rows = z.array(
  z.object({ path: z.string(), hash: z.string(), article_ids: z.transform(readTextList) }),
);

export async function openFileRecords(lancedb: OpenLancedb): Promise<FileRecords> {
  const table = await openTable(lancedb, tableNames.files, fileSchema);
  return {
    table,
    async readAll() {
      const stored = rows.parse(await table.query().toArray());
      return new Map(
        stored.map(({ path, hash, article_ids }) => [
          path,
          { path, hash, articleIds: article_ids },
        ]),
      );
    },
    async keep(records) {
      if (records.length === 0) return;
      await table
        .mergeInsert('path')
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .execute(
          records.map(({ path, hash, articleIds }) => ({ path, hash, article_ids: articleIds })),
        );
    },
    async forget(paths) {
      if (paths.length > 0) await table.delete(whereIn('path', paths));
    },
  };
}

/** True when the file is the path itself or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function readTextList(value: unknown): readonly string[] {
  return z.array(z.string()).parse(Array.from(z.custom<Iterable<unknown>>().parse(value)));
}
