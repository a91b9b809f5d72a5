import { expect, test } from 'vitest';
import { createPacer } from '../../src/bot/pacer.ts';

/** A clock that stands still until it is told to go on. */
function createClock() {
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
        now = Math.max(now, next.at);
        while (sleepers[0] !== undefined && sleepers[0].at <= now) sleepers.shift()?.wake();
      }
      now = end;
    },
  };
}

function openPacer() {
  const clock = createClock();
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
  expect(went.at(-1)?.at).toBe(6000);
});

test('an answer goes ahead of digests that wait, and at most 30 messages go out in a second', async () => {
  const { clock, went, admit } = openPacer();
  for (let chat = 1; chat <= 60; chat += 1) admit('digest', chat);
  await clock.run(0);
  for (let chat = 101; chat <= 105; chat += 1) admit('answer', chat);
  await clock.run(5000);
  const answers = went.filter(({ kind }) => kind === 'answer');
  expect(answers.map(({ at }) => at)).toEqual([0, 1000, 1000, 1000, 1000]);
  const lateDigest = went.filter(({ kind }) => kind === 'digest')[29];
  expect(went.indexOf(lateDigest!)).toBeGreaterThan(went.indexOf(answers.at(-1)!));
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
  expect(timesOf(7)).toEqual([0, 1000, 2000]);
  expect(timesOf(-7)[19]).toBe(19_000);
  expect(timesOf(-7)[20]).toBe(60_000);
});
