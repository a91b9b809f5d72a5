import { expect, test } from 'vitest';
import { createPacer } from '../../src/bot/pacer.ts';

/** A clock that stands still until it is told to go on. Whoever sleeps wakes a little late, as with real timers. */
function createClock(late = 0) {
  let now = 1_000_000;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep(milliseconds: number) {
      const { promise, resolve } = Promise.withResolvers<void>();
      sleepers.push({ at: now + milliseconds, wake: resolve });
      return promise;
    },
    /** Goes on step by step to the next one that sleeps, for so long. */
    async run(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        sleepers.sort((left, right) => left.at - right.at);
        const next = sleepers[0];
        if (next === undefined || next.at > end) break;
        now = Math.max(now, next.at + late);
        while (sleepers[0] !== undefined && sleepers[0].at <= now) sleepers.shift()?.wake();
      }
      now = end;
    },
  };
}

function openPacer(late = 0) {
  const clock = createClock(late);
  const pacer = createPacer(clock);
  const went: { kind: string; chatId: number; at: number }[] = [];
  const start = clock.now();
  const admit = (kind: 'answer' | 'digest', chatId: number) => {
    void pacer.admit(kind, chatId).then(() => went.push({ kind, chatId, at: clock.now() - start }));
  };
  return { clock, went, admit };
}

test('digests go out 29 in any second, though many wait at once', async () => {
  const { clock, went, admit } = openPacer();
  for (let chat = 1; chat <= 200; chat += 1) admit('digest', chat);
  await clock.run(10_000);
  expect(went).toHaveLength(200);
  for (const { at } of went) {
    const window = went.filter((each) => each.at >= at && each.at < at + 1000);
    expect(window.length).toBeLessThanOrEqual(29);
  }
  // 200 at 29 a second, none in a burst.
  expect(went.at(-1)?.at).toBeGreaterThan(6800);
  expect(went.at(-1)?.at).toBeLessThan(7000);
});

test('timers that are late cost no time', async () => {
  const { clock, went, admit } = openPacer(5);
  for (let chat = 1; chat <= 200; chat += 1) admit('digest', chat);
  await clock.run(10_000);
  expect(went.at(-1)?.at).toBeLessThan(7200);
  for (const { at } of went) {
    const window = went.filter((each) => each.at >= at && each.at < at + 1000);
    expect(window.length).toBeLessThanOrEqual(29);
  }
});

test('answers go at once though digests wait, and at most 30 messages go out in a second', async () => {
  const { clock, went, admit } = openPacer();
  for (let chat = 1; chat <= 200; chat += 1) admit('digest', chat);
  const asked: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    admit('answer', 1000 + n);
    asked.push(n * 150);
    await clock.run(150);
  }
  await clock.run(20_000);
  const answers = went.filter(({ kind }) => kind === 'answer');
  const waits = answers.map(({ at }, index) => at - asked[index]!);
  expect(Math.max(...waits)).toBeLessThanOrEqual(40);
  expect(went.filter(({ kind }) => kind === 'digest')).toHaveLength(200);
  for (const { at } of went) {
    const window = went.filter((each) => each.at >= at && each.at < at + 1000);
    expect(window.length).toBeLessThanOrEqual(30);
  }
});

test('one chat gets a digest a second at most, a group 20 a minute', async () => {
  const { clock, went, admit } = openPacer();
  for (let n = 0; n < 3; n += 1) admit('digest', 7);
  for (let n = 0; n < 21; n += 1) admit('digest', -7);
  await clock.run(120_000);
  const timesOf = (chat: number) =>
    went.filter(({ chatId }) => chatId === chat).map(({ at }) => at);
  const [reader, group] = [timesOf(7), timesOf(-7)];
  expect([reader.length, group.length]).toEqual([3, 21]);
  for (const times of [reader, group]) {
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  }
  expect(group[20]! - group[0]!).toBeGreaterThanOrEqual(60_000);
});
