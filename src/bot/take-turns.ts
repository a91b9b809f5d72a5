import { setTimeout as wait } from 'node:timers/promises';

/** Runs tasks that begin one after another. */
export type TakeTurns = <T>(task: () => Promise<T>) => Promise<T>;

/** Each task begins when the one before it has ended, or has had so many milliseconds. */
export function createTurns(longest: number): TakeTurns {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const begun = last.then(() => ({ running: task() }));
    last = begun.then(({ running }) =>
      Promise.race([running.catch(() => undefined), wait(longest, undefined, { ref: false })]),
    );
    return begun.then(({ running }) => running);
  };
}
