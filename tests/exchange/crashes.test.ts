import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState, type StatePlace } from '../../src/exchange/state/open-state.ts';
import { migrations } from '../../src/exchange/state/schema.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { databasesOnDisk, placeOf } from './open-exchange.ts';

// bench/kill-while-writing.ts does 30.
const rounds = 3;
const addressOf = (place: StatePlace) => ('file' in place ? place.file : place.databaseUrl);

describe.each(databasesOnDisk)('%s', (kind) => {
  test('kill -9 loses nothing that was acknowledged', { timeout: 300_000 }, async () => {
    await using folder = await temporaryFolder();
    const place = await placeOf(kind, folder.file('state.db'));
    const all: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await acceptUntilKilled(place, round, 20 + ((round * 37) % 60));
      all.push(...acknowledged);
      await using state = await openState(place);
      const inbox = createExchange({ db: state.db, now: Date.now }).inboxOf(1);
      const pending = new Set((await inbox.pending()).map(({ updateId }) => updateId));
      expect(all.filter((id) => !pending.has(id))).toEqual([]);
    }
    expect(all.length).toBeGreaterThanOrEqual(rounds * 20);
  });

  test('eight starts at once make the tables once', async () => {
    await using folder = await temporaryFolder();
    const place = await placeOf(kind, folder.file('state.db'));
    const starts = Array.from({ length: 8 }, () => startOnce(place));
    const made = await Promise.all(starts.map((child) => child.output));
    expect(made).toEqual(Array(8).fill(`${Object.keys(migrations).length}\n`));
  });

  test('starts that are killed while they make the tables leave all of them or none', async () => {
    await using folder = await temporaryFolder();
    const place = await placeOf(kind, folder.file('state.db'));
    for (const milliseconds of [0, 5, 10, 20, 40]) {
      const { child } = startOnce(place, milliseconds);
      await once(child, 'exit');
    }
    await using state = await openState(place);
    const applied = await state.db.selectFrom('subscriptions').selectAll().execute();
    expect(applied).toEqual([]);
    expect(await startOnce(place).output).toBe(`${Object.keys(migrations).length}\n`);
  });
});

async function acceptUntilKilled(place: StatePlace, round: number, count: number) {
  const writer = new URL('./accept-updates.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [writer, addressOf(place), String(round * 1_000_000)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

/** Opens the state in a process of its own and says how many migrations were made; or dies so long after it began. */
function startOnce(place: StatePlace, dieAfter?: number) {
  const module = new URL('../../src/exchange/state/open-state.ts', import.meta.url);
  const die =
    dieAfter === undefined
      ? ''
      : `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${dieAfter});`;
  const script = `import { openState } from '${module}';
    ${die}
    await using state = await openState(${JSON.stringify(place)});
    if (${dieAfter !== undefined}) process.kill(process.pid, 'SIGKILL');
    console.log((await state.db.selectFrom('kysely_migration').selectAll().execute()).length);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  return { child, output: once(child, 'close').then(() => text) };
}
