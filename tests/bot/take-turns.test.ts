import { expect, test } from 'vitest';
import { createTurns } from '../../src/bot/take-turns.ts';

const hour = 60 * 60 * 1000;

test('a task begins when the one before it has ended, or failed', async () => {
  const takeTurns = createTurns(hour);
  const begun: string[] = [];
  const first = Promise.withResolvers<void>();
  const failing = takeTurns(async () => {
    begun.push('first');
    await first.promise;
    throw new Error('it failed');
  });
  const second = takeTurns(async () => begun.push('second'));
  await Promise.resolve();
  expect(begun).toEqual(['first']);
  first.resolve();
  await expect(failing).rejects.toThrow('it failed');
  await second;
  expect(begun).toEqual(['first', 'second']);
});

test('a task that hangs holds up the next one for its turn only', async () => {
  const takeTurns = createTurns(5);
  void takeTurns(() => Promise.withResolvers<never>().promise);
  expect(await takeTurns(async () => 'next')).toBe('next');
});
