// kill -9 while updates are written down, 30 rounds: node run.mjs bench/kill-while-writing.ts
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createExchange } from '../src/exchange/create-exchange.ts';
import { openState } from '../src/exchange/state/open-state.ts';
import { randomFrom } from '../tests/support/seeded-random.ts';
import { openDatabases } from './databases.ts';

const rounds = 30;
const writer = new URL('../tests/exchange/accept-updates.ts', import.meta.url).pathname;
const random = randomFrom(7);
await using places = await openDatabases();
for (const { name, place } of places.databases) {
  const where = await place();
  const acknowledged: number[] = [];
  let lost = 0;
  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await writeUntilKilled(where, round)));
    await using state = await openState(
      where.startsWith('postgres:') ? { databaseUrl: where } : { file: where },
    );
    const inbox = createExchange({ db: state.db, now: Date.now }).inboxOf(1);
    const kept = new Set((await inbox.pending()).map(({ updateId }) => updateId));
    lost = acknowledged.filter((id) => !kept.has(id)).length;
  }
  console.log(JSON.stringify({ database: name, rounds, acknowledged: acknowledged.length, lost }));
}

async function writeUntilKilled(where: string, round: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [writer, where, String(round * 1_000_000)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.once('line', () => setTimeout(() => child.kill('SIGKILL'), 20 + random() * 200));
  for await (const line of lines) acknowledged.push(Number(line));
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}
