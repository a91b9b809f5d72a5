import type { Kysely } from 'kysely';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Schema } from './schema.ts';

export interface State extends AsyncDisposable {
  readonly db: Kysely<Schema>;
}

/** Where what is remembered is kept. */
export type StatePlace =
  | { readonly file: string }
  /** `postgres://user:password@host/database`. */
  | { readonly databaseUrl: string };

/**
 * Opens what is remembered, bringing its tables up to date. Dispose of it to close it.
 * @throws Error with one sentence naming the file or the server, and the remedy.
 */
export async function openState(place: StatePlace): Promise<State> {
  const db = 'file' in place ? await openSqlite(place.file) : await openPostgres(place.databaseUrl);
  return { db, [Symbol.asyncDispose]: () => db.destroy() };
}
