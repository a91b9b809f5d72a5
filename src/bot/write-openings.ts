import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Digests } from '../exchange/digest/digests.ts';
import { safeError } from './safe-error.ts';

interface WritingOptions {
  readonly digests: Digests;
  readonly log: Logger;
}

// How often is looked for digests that will be due soon, in milliseconds.
const lookEvery = 60_000;

/** Has openings written ahead for as long as the bot runs: a digest that is due waits for no model. */
export function startOpenings({ digests, log }: WritingOptions) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const work = async () => {
    while (!signal.aborted) {
      await digests.writeOpenings(signal).catch((error: unknown) => {
        log.error({ err: safeError(error) }, 'openings of digests could not be written');
      });
      // Ends early when it is stopped.
      await wait(lookEvery, undefined, { ref: false, signal }).catch(() => undefined);
    }
  };
  const ended = work();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
