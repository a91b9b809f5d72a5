import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll } from 'vitest';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { migrate } from '../../src/exchange/state/migrate.ts';
import { openState, type State, type StatePlace } from '../../src/exchange/state/open-state.ts';
import type { Schema } from '../../src/exchange/state/schema.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const postgresPrograms = await findPostgres();

/** The databases the contract is held against: PostgreSQL where a server can be started. */
export const databases = [
  'SQLite',
  'PGlite',
  ...(postgresPrograms === undefined ? [] : (['PostgreSQL'] as const)),
] as const;

/** Those that survive a kill. */
export const databasesOnDisk = databases.filter((kind) => kind !== 'PGlite');

export type DatabaseKind = (typeof databases)[number];

/** What is remembered, with a clock to set: `await using memory = await openExchange()`. */
export async function openExchange(kind: DatabaseKind = 'SQLite') {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const file = folder.file('state.db');
  const openAgain = kind === 'PGlite' ? await openPglite() : opener(await placeOf(kind, file));
  const clock = { now: Date.parse('2026-03-01T08:00:00Z') };
  const open = async () => {
    const state = await openAgain();
    return { state, exchange: createExchange({ db: state.db, now: () => clock.now }) };
  };
  let current = await open();
  stack.defer(() => current.state[Symbol.asyncDispose]());
  return {
    clock,
    file,
    db: () => current.state.db,
    exchange: () => current.exchange,
    async reopen() {
      await current.state[Symbol.asyncDispose]();
      current = await open();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function opener(place: StatePlace): () => Promise<State> {
  return () => openState(place);
}

/** A place for what is remembered: the file, or a database of its own on the test's server. */
export async function placeOf(kind: DatabaseKind, file: string): Promise<StatePlace> {
  return kind === 'SQLite' ? { file } : { databaseUrl: await createPostgresDatabase() };
}

let server: ReturnType<typeof startPostgres> | undefined;

/** An empty database on a server that is started for this test file. */
export async function createPostgresDatabase(): Promise<string> {
  if (postgresPrograms === undefined) throw new Error('PostgreSQL is not installed');
  server ??= startPostgres(postgresPrograms);
  return (await server).createDatabase();
}

let pglite: PGlite | undefined;

/** One instance for a test file, emptied for each test. It lives in memory: opening it again finds what was there. */
async function openPglite(): Promise<() => Promise<State>> {
  pglite ??= await PGlite.create();
  const instance = pglite;
  await instance.exec('drop schema public cascade; create schema public');
  return async () => {
    const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: instance }) });
    await migrate(db);
    return { db, [Symbol.asyncDispose]: async () => undefined };
  };
}

afterAll(async () => {
  await pglite?.close();
  await (await server)?.[Symbol.asyncDispose]();
});
