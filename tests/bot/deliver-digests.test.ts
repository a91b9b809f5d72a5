import { pino } from 'pino';
import { expect, test } from 'vitest';
import { deliverDigests } from '../../src/bot/deliver-digests.ts';
import type { Outbox } from '../../src/exchange/digest/outbox.ts';
import { openDigests } from '../exchange/digest/open-digests.ts';

const log = pino({ level: 'silent' });
const signal = new AbortController().signal;
const today = '2026-03-02';

/** Digests to so many readers in the outbox, with the calls that are made for them. */
async function openOutbox(readers: number) {
  const open = await openDigests('SQLite');
  const outbox = await open.planFor(...Array.from({ length: readers }, (_, at) => at + 1));
  return { outbox, [Symbol.asyncDispose]: () => open[Symbol.asyncDispose]() };
}

const atOnce = { admit: async () => undefined };

test('each digest is marked before its call, and at most eight are at once', async () => {
  await using open = await openOutbox(50);
  const called: number[] = [];
  const marked: number[] = [];
  const early: number[] = [];
  const sent = await deliverDigests({
    outbox: open.outbox,
    pacer: atOnce,
    prepare: async ({ chatId }) => {
      return async () => {
        const { sending = 0, sent: written = 0 } = await open.outbox.progress(today);
        marked.push(sending);
        if (written > called.length) early.push(chatId);
        called.push(chatId);
      };
    },
    log,
    signal,
  });
  expect(sent).toBe(50);
  expect(new Set(called).size).toBe(50);
  expect(early).toEqual([]);
  expect(Math.max(...marked)).toBe(8);
  expect(Math.min(...marked)).toBeGreaterThanOrEqual(1);
  expect(await open.outbox.progress(today)).toEqual({ sent: 50 });
});

test('digests that wait for their second are written down several at a time', async () => {
  await using open = await openOutbox(50);
  let writes = 0;
  const outbox = countWrites(open.outbox, () => {
    writes += 1;
  });
  let gate: Promise<unknown> = Promise.resolve();
  const oneByOne = {
    admit: async () => {
      gate = gate.then(() => new Promise((resolve) => setImmediate(resolve)));
      await gate;
    },
  };
  const prepare = async () => async () => undefined;
  expect(await deliverDigests({ outbox, pacer: oneByOne, prepare, log, signal })).toBe(50);
  expect(writes).toBeLessThan(20);
});

test('what a failed write should have written down is written after all', async () => {
  await using open = await openOutbox(20);
  let writes = 0;
  const outbox = countWrites(open.outbox, () => {
    writes += 1;
    if (writes === 2) throw new Error('the database is away');
  });
  const called: number[] = [];
  const prepare = async ({ chatId }: { readonly chatId: number }) => {
    return async () => void called.push(chatId);
  };
  const options = { pacer: atOnce, prepare, log, signal };
  await expect(deliverDigests({ outbox, ...options })).rejects.toThrow('the database is away');
  expect(await open.outbox.progress(today)).toEqual({ sent: 8, queued: 12 });
  expect(await deliverDigests({ outbox, ...options })).toBe(12);
  expect(new Set(called).size).toBe(20);
  expect(called).toHaveLength(20);
});

function countWrites(outbox: Outbox, written: () => void): Outbox {
  return {
    ...outbox,
    async settleAndClaim(settlements, limit) {
      written();
      return outbox.settleAndClaim(settlements, limit);
    },
  };
}
