import { setImmediate as breathe } from 'node:timers/promises';
import type { ComposeDigest } from './compose-digest.ts';
import type { DigestContent } from './digest-content.ts';
import { timesAt } from './due-time.ts';
import type { Openings } from './openings.ts';
import { readDue } from './read-due.ts';
import type { DigestScope } from './subscriptions.ts';

interface WriteAheadOptions extends DigestScope {
  readonly openings: Openings;
  /** Composes the digests of a day, `YYYY-MM-DD`, without openings. */
  readonly composeOn: (day: string) => Promise<ComposeDigest>;
}

// Milliseconds before a digest is due: time for a model that is slow, or down for a while.
const ahead = 15 * 60 * 1000;
const subscriptionsLookedAt = 300;

/** Has the openings of digests written that will be due soon, those that most readers get first. */
export async function writeOpenings(
  options: WriteAheadOptions,
  signal: AbortSignal,
): Promise<void> {
  const at = options.now() + ahead;
  const due = await readDue(options, { at, times: timesAt(at) }, subscriptionsLookedAt);
  const readers = new Map<DigestContent, number>();
  for (const { day, past, subscription } of due) {
    const content = await (await options.composeOn(day))(subscription, past);
    if (content !== undefined) readers.set(content, (readers.get(content) ?? 0) + 1);
    await breathe();
  }
  const commonestFirst = [...readers].toSorted(([, left], [, right]) => right - left);
  for (const [content] of commonestFirst) {
    if (signal.aborted) return;
    await options.openings.write(content, { signal });
  }
}
