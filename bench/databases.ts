import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '../tests/support/postgres-server.ts';

/** A fresh place for each run, on SQLite and, where a server can be started, on PostgreSQL; or on one of them alone. */
export async function openDatabases(only?: string) {
  const stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'chazuo-bench-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const programs = await findPostgres();
  const server = programs === undefined ? undefined : stack.use(await startPostgres(programs));
  let made = 0;
  const sqlite = async () => {
    made += 1;
    return join(folder, `state-${made}.db`);
  };
  return {
    databases: [
      { name: 'SQLite', place: sqlite },
      ...(server === undefined ? [] : [{ name: 'PostgreSQL', place: server.createDatabase }]),
    ].filter(({ name }) => only === undefined || name === only),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
