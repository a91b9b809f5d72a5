import { spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

/** The folder of PostgreSQL's programs, as Debian installs them; undefined when there is none. */
export async function findPostgres(): Promise<string | undefined> {
  const root = '/usr/lib/postgresql';
  const versions = await readdir(root).catch(() => []);
  const newest = versions.map(Number).toSorted((a, b) => b - a)[0];
  return newest === undefined ? undefined : join(root, String(newest), 'bin');
}

/** A PostgreSQL server for one test file, with its data thrown away afterwards. It refuses root: postgres runs it. */
export async function startPostgres(programs: string) {
  const folder = await mkdtemp('/tmp/chazuo-postgres-');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const [uid, gid] = [await idOf('-u'), await idOf('-g')];
    await chown(folder, uid, gid);
  }
  const run = (command: string) =>
    asRoot
      ? runProgram('su', ['postgres', '-s', '/bin/sh', '-c', command])
      : runProgram('/bin/sh', ['-c', command]);
  const data = join(folder, 'data');
  await run(`${programs}/initdb -D ${data} -U postgres -A trust --no-sync`);
  const port = await freePort();
  const start = (how = '') =>
    run(
      `${programs}/pg_ctl -D ${data} -w -l ${folder}/log ` +
        `-o "-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=120" ${how} start`,
    );
  await start();
  const urlOf = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let made = 0;
  return {
    /** Makes an empty database and gives its address. */
    async createDatabase() {
      made += 1;
      const name = `test${made}`;
      const client = new Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    async [Symbol.asyncDispose]() {
      await run(`${programs}/pg_ctl -D ${data} -m immediate stop`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
  return Number(await runProgram('id', [flag, 'postgres']));
}

async function runProgram(program: string, args: readonly string[]): Promise<string> {
  // Output into a pipe would be held open by the server that pg_ctl starts.
  const isServer = args.some((arg) => arg.includes('pg_ctl'));
  const child = spawn(program, args, {
    stdio: ['ignore', isServer ? 'ignore' : 'pipe', isServer ? 'ignore' : 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  child.stderr?.on('data', (part) => {
    output += part;
  });
  const code = await new Promise((ended) => child.once('close', ended));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${output}`);
  return output;
}
