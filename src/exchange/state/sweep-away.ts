import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** What was deleted still stands in the write-ahead log of SQLite until that is emptied. */
export async function sweepAway(db: Kysely<Schema>): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  }
}
