import { describe, expect, test } from 'vitest';
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

  test('a doubtful update is handled again on wish alone, and may send anew', async () => {
    await using memory = await openExchange(kind);
    const inbox = memory.exchange().inboxOf(1);
    const { effects } = memory.exchange().of(1);
    await inbox.accept([update(8), update(9)]);
    await inbox.begin(8);
    await effects.begin({ updateId: 8, n: 1 });
    await inbox.doubt(8);
    await inbox.finish(9);
    await memory.reopen();
    const after = memory.exchange().inboxOf(1);
    expect(await after.pending()).toEqual([]);
    expect(await after.findDoubtful(8)).toEqual(update(8).body);
    expect(await after.findDoubtful(9)).toBeUndefined();
    expect([await after.reopen(9), await after.reopen(8), await after.reopen(8)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await after.pending()).toEqual([update(8)]);
    expect(await after.begin(8)).toBe('begun');
    const beginning = await memory.exchange().of(1).effects.begin({ updateId: 8, n: 1 });
    expect(beginning.state).toBe('new');
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
