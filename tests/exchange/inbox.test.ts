import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState } from '../../src/exchange/open-state.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { databases, openExchange } from './open-exchange.ts';

const update = (updateId: number) => ({
  updateId,
  body: { update_id: updateId, text: `问${updateId}` },
});
const day = 24 * 60 * 60 * 1000;

describe.each(databases)('%s', (kind) => {
  test('an update that comes twice is new once', async () => {
    await using memory = await openExchange(kind);
    const inbox = memory.exchange().inboxOf(1);
    expect(await inbox.accept([update(5), update(6)])).toEqual([update(5), update(6)]);
    expect(await inbox.accept([update(6), update(7), update(7)])).toEqual([update(7)]);
    expect(await inbox.accept([])).toEqual([]);
  });

  test('what was accepted and not finished is pending after a restart, in order', async () => {
    await using memory = await openExchange(kind);
    const before = memory.exchange().inboxOf(1);
    await before.accept([update(8), update(9)]);
    memory.clock.now += 1000;
    // Update ids jump when a bot was quiet for a week.
    await before.accept([update(3)]);
    await before.begin(9);
    await before.finish(8);
    await memory.reopen();
    expect(await memory.exchange().inboxOf(1).pending()).toEqual([update(9), update(3)]);
  });

  test('what a finished update said is erased', async () => {
    await using memory = await openExchange(kind);
    const inbox = memory.exchange().inboxOf(1);
    await inbox.accept([update(8)]);
    await inbox.finish(8);
    expect(await memory.db().selectFrom('inbox').select(['update_id', 'body']).execute()).toEqual([
      { update_id: 8, body: '' },
    ]);
    expect(await inbox.accept([update(8)])).toEqual([]);
  });

  test('two bots may have updates of the same id', async () => {
    await using memory = await openExchange(kind);
    await memory
      .exchange()
      .inboxOf(1)
      .accept([update(8)]);
    const other = memory.exchange().inboxOf(2);
    expect(await other.pending()).toEqual([]);
    expect(await other.accept([update(8)])).toEqual([update(8)]);
  });

  test('an update the process died over three times is parked', async () => {
    await using memory = await openExchange(kind);
    const inbox = memory.exchange().inboxOf(1);
    await inbox.accept([update(8)]);
    const begun: string[] = [];
    for (let start = 1; start <= 4; start += 1) begun.push(await inbox.begin(8));
    expect(begun).toEqual(['begun', 'begun', 'begun', 'parked']);
    expect(await inbox.pending()).toEqual([]);
  });

  test('after a week an id may come again as a new update', async () => {
    await using memory = await openExchange(kind);
    const inbox = memory.exchange().inboxOf(1);
    await inbox.accept([update(8), update(9)]);
    await inbox.finish(8);
    memory.clock.now += 7 * day;
    expect(await inbox.accept([update(8)])).toEqual([update(8)]);
    expect(await inbox.pending()).toEqual([update(9), update(8)]);
  });
});

test('kill -9 loses nothing that was acknowledged', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('state.db');
  const writer = new URL('./accept-updates.ts', import.meta.url).pathname;
  for (let round = 0; round < 3; round += 1) {
    const child = spawn(process.execPath, [writer, file, String(round * 1_000_000)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: number[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(Number(line));
      if (acknowledged.length === 40 + round) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    await using state = await openState({ file });
    const inbox = createExchange({ db: state.db, now: Date.now }).inboxOf(1);
    const pending = new Set((await inbox.pending()).map(({ updateId }) => updateId));
    expect(acknowledged.filter((id) => !pending.has(id))).toEqual([]);
  }
});
