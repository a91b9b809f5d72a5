import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Schema } from '../state/schema.ts';
import type { ComposeDigest } from './compose-digest.ts';
import type { DigestContent } from './digest-content.ts';
import type { DigestContents } from './digest-contents.ts';
import { timesAt } from './due-time.ts';
import { type Due, type Moment, readDue } from './read-due.ts';
import type { DigestScope } from './subscriptions.ts';

interface PlanOptions extends DigestScope {
  readonly contents: DigestContents;
  /** Composes the digests of a day, `YYYY-MM-DD`. */
  readonly composeOn: (day: string) => Promise<ComposeDigest>;
}

// Subscriptions of one transaction: few enough that the event loop is not held up for 50 ms.
const batch = 500;
// Where readers have different pasts each choice is made anew: others have their turn after so many milliseconds.
const turn = 10;

/**
 * Puts a digest into the outbox for every subscription that is due, however long it has been so: one, not one for each
 * day missed. Answers with the number planned.
 */
export async function planDigests(options: PlanOptions): Promise<number> {
  let planned = 0;
  for (;;) {
    const at = options.now();
    const moment = { at, times: timesAt(at) };
    const due = await readDue(options, moment, batch);
    if (due.length === 0) return planned;
    await breathe();
    planned += await planBatch(options, { ...moment, due });
    await breathe();
  }
}

interface Batch extends Moment {
  readonly due: readonly Due[];
}

async function planBatch(options: PlanOptions, planning: Batch): Promise<number> {
  const { db, botId, contents } = options;
  const chosen = await choose(options, planning.due);
  const contentIds = await contents.keepAll(chosen.map(({ content }) => content));
  const rows = chosen.map((each, index) =>
    toRow(planning, { ...each, botId, contentId: contentIds[index] ?? '' }),
  );
  await db.transaction().execute(async (trx) => {
    for (const { due } of chosen) await dropOvertaken(trx, botId, due);
    if (rows.length > 0) {
      await trx
        .insertInto('digests')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['bot_id', 'chat_id', 'day']).doNothing())
        .execute();
    }
    await moveOn(trx, botId, planning);
  });
  return rows.length;
}

interface Chosen {
  readonly due: Due;
  readonly content: DigestContent;
}

async function choose({ composeOn }: PlanOptions, all: readonly Due[]): Promise<readonly Chosen[]> {
  const chosen: Chosen[] = [];
  let began = performance.now();
  for (const due of all) {
    if (due.past.some(({ day }) => day === due.day)) continue;
    const compose = await composeOn(due.day);
    const content = await compose(due.subscription, due.past);
    if (content !== undefined) chosen.push({ due, content });
    if (performance.now() - began < turn) continue;
    await breathe();
    began = performance.now();
  }
  return chosen;
}

interface Planned extends Chosen {
  readonly botId: number;
  readonly contentId: string;
}

function toRow({ at, times }: Moment, { botId, due, contentId }: Planned) {
  const { from, until } = times.window(due.zone);
  return {
    bot_id: botId,
    chat_id: due.subscription.chatId,
    day: due.day,
    content_id: contentId,
    state: 'queued' as const,
    attempts: 0,
    send_after: from,
    send_until: until,
    changed_at: at,
  };
}

/** A digest of an earlier day that never went out gives way to today's. */
async function dropOvertaken(trx: Transaction<Schema>, botId: number, due: Due): Promise<void> {
  for (const day of due.overtaken) {
    await trx
      .deleteFrom('digests')
      .where('bot_id', '=', botId)
      .where('chat_id', '=', due.subscription.chatId)
      .where('day', '=', day)
      .where('state', '=', 'queued')
      .execute();
  }
}

/** Sets the next time of each, unless its reader has changed it meanwhile. */
async function moveOn(
  trx: Transaction<Schema>,
  botId: number,
  { due, times }: Batch,
): Promise<void> {
  const groups = Map.groupBy(due, ({ subscription, zone, dueAt }) => {
    return `${times.next({ ...subscription, zone })} ${dueAt}`;
  });
  for (const [key, members] of groups) {
    const [next = 0, dueAt = 0] = key.split(' ').map(Number);
    await trx
      .updateTable('subscriptions')
      .set({ next_at: next })
      .where('bot_id', '=', botId)
      // Added to, it can not be looked up in its index, which would lead to all that are due at that time.
      .where(({ eb }) => eb(eb('next_at', '+', 0), '=', dueAt))
      .where(
        'chat_id',
        'in',
        members.map(({ subscription }) => subscription.chatId),
      )
      .execute();
  }
}
