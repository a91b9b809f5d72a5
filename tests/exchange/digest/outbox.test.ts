import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../src/exchange/digest/outgoing.ts';
import { databases } from '../open-exchange.ts';
import { hour, openDigests } from './open-digests.ts';

describe.each(databases)('%s', (kind) => {
  test('a queue that reaches into the night goes on in the morning', async () => {
    await using open = await openDigests(kind);
    await open.digests().subscriptions.change(7, { minute: 20 * 60 });
    open.memory.clock.now = Date.parse('2026-03-02T20:00:00+08:00');
    await open.digests().plan();
    open.memory.clock.now = Date.parse('2026-03-02T22:00:00+08:00');
    const { outbox } = open.digests();
    expect(await outbox.claim(8)).toEqual([]);
    await outbox.keepQuiet();
    open.memory.clock.now = Date.parse('2026-03-03T07:00:00+08:00');
    expect(await outbox.claim(8)).toMatchObject([{ chatId: 7, day: '2026-03-02' }]);
  });

  test('what was being sent when the process died is unknown: not sent again but on wish', async () => {
    await using open = await openDigests(kind);
    await (await open.planFor(7)).claim(8);
    await open.memory.reopen();
    const { outbox } = open.digests();
    expect(await outbox.recover()).toBe(1);
    expect(await open.sendDue()).toEqual([]);
    expect(await outbox.unknownDays(7)).toEqual(['2026-03-02']);
    await outbox.sendAgain(7, '2026-03-02');
    expect(await open.sendDue()).toMatchObject([{ chatId: 7, day: '2026-03-02' }]);
    expect(await outbox.unknownDays(7)).toEqual([]);
  });

  test('a flood wait outlasts a restart and ends by itself', async () => {
    await using open = await openDigests(kind);
    const outbox = await open.planFor(7, 8);
    const [first] = await outbox.claim(1);
    const flood = { kind: 'flood', after: 90_000 } as const;
    await outbox.settle([{ outgoing: first!, delivery: flood }]);
    await open.memory.reopen();
    expect(await open.digests().outbox.claim(8)).toEqual([]);
    open.memory.clock.now += 90_000;
    expect(await open.digests().outbox.claim(8)).toHaveLength(2);
  });

  test('each end of a sending has its consequence', async () => {
    await using open = await openDigests(kind);
    const { subscriptions } = open.digests();
    const outbox = await open.planFor(1, 2, 3, 4, -5);
    const ends: Readonly<Record<number, Delivery>> = {
      1: { kind: 'gone' },
      2: { kind: 'failed' },
      3: { kind: 'again', after: 5000 },
      4: { kind: 'unsent' },
      [-5]: { kind: 'moved', to: -1005 },
    };
    const claimed = await outbox.claim(8);
    await outbox.settle(
      claimed.map((outgoing) => ({ outgoing, delivery: ends[outgoing.chatId]! })),
    );
    expect(await subscriptions.find(1)).toBeUndefined();
    expect(await subscriptions.find(2)).toBeDefined();
    expect(await subscriptions.find(-1005)).toBeDefined();
    const next = await outbox.claim(8);
    expect(next.map(({ chatId }) => chatId).toSorted()).toEqual([-1005, 4]);
    expect(next.find(({ chatId }) => chatId === 4)?.attempts).toBe(1);
    open.memory.clock.now += 5000;
    expect(await outbox.claim(8)).toMatchObject([{ chatId: 3, attempts: 2 }]);
    expect(await outbox.progress('2026-03-02')).toEqual({ gone: 1, failed: 1, sending: 3 });
  });

  test('what has ended makes room for what comes next, in one commit', async () => {
    await using open = await openDigests(kind);
    const outbox = await open.planFor(1, 2, 3, 4);
    const first = await outbox.settleAndClaim([], 2);
    const ended = first.map((outgoing) => ({ outgoing, delivery: { kind: 'sent' } as const }));
    const second = await outbox.settleAndClaim(ended, 3);
    expect(new Set([...first, ...second].map(({ chatId }) => chatId))).toEqual(
      new Set([1, 2, 3, 4]),
    );
    expect(await outbox.progress('2026-03-02')).toEqual({ sent: 2, sending: 2 });
  });

  test('a flood wait lets nothing be claimed in its own commit', async () => {
    await using open = await openDigests(kind);
    const outbox = await open.planFor(1, 2);
    const [outgoing] = await outbox.claim(1);
    const delivery = { kind: 'flood', after: 1000 } as const;
    expect(await outbox.settleAndClaim([{ outgoing: outgoing!, delivery }], 8)).toEqual([]);
    expect(await outbox.progress('2026-03-02')).toEqual({ queued: 2 });
  });

  test('a group that has moved is claimed under its new id only', async () => {
    await using open = await openDigests(kind);
    const outbox = await open.planFor(-5);
    const [outgoing] = await outbox.claim(1);
    const delivery = { kind: 'moved', to: -1005 } as const;
    const next = await outbox.settleAndClaim([{ outgoing: outgoing!, delivery }], 8);
    expect(next).toMatchObject([{ chatId: -1005 }]);
    const sent = next.map((each) => ({ outgoing: each, delivery: { kind: 'sent' } as const }));
    await outbox.settle(sent);
    expect(await outbox.progress('2026-03-02')).toEqual({ sent: 1 });
  });

  test('a digest of an earlier day that never went out gives way, one that was sent stays', async () => {
    await using open = await openDigests(kind);
    const outbox = await open.planFor(1, 2);
    const [outgoing] = await outbox.claim(1);
    await outbox.settle([{ outgoing: outgoing!, delivery: { kind: 'sent' } }]);
    open.memory.clock.now += 24 * hour;
    expect(await open.digests().plan()).toBe(2);
    expect(await outbox.progress('2026-03-02')).toEqual({ sent: 1 });
    expect(await outbox.progress('2026-03-03')).toEqual({ queued: 2 });
  });
});
