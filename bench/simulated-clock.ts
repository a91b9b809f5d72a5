import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../src/bot/pacer.ts';

/** A clock that goes on to the next one that sleeps as soon as nothing else is being done. */
export function createSimulatedClock(start: number) {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const state = { time: start, doing: 0, isLooking: false };
  // When all that could be done without the time going on is done, it goes on.
  const look = async () => {
    if (state.isLooking) return;
    state.isLooking = true;
    await breathe();
    await breathe();
    state.isLooking = false;
    if (state.doing > 0 || sleepers.length === 0) return;
    sleepers.sort((left, right) => left.at - right.at);
    state.time = Math.max(state.time, sleepers[0]?.at ?? 0);
    while (sleepers[0] !== undefined && sleepers[0].at <= state.time) sleepers.shift()?.wake();
    void look();
  };
  const clock: Clock = {
    now: () => state.time,
    sleep(milliseconds) {
      const { promise, resolve } = Promise.withResolvers<void>();
      sleepers.push({ at: state.time + milliseconds, wake: resolve });
      void look();
      return promise;
    },
  };
  return {
    ...clock,
    /** The time stands still while this is being done. */
    async during<T>(work: Promise<T>): Promise<T> {
      state.doing += 1;
      try {
        return await work;
      } finally {
        state.doing -= 1;
        void look();
      }
    },
  };
}
