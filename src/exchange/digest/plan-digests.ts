import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { ComposeDigest } from './compose-digest.ts';
import type { DigestContent } from './digest-content.ts';
import type { DigestContents } from './digest-contents.ts';
import { type TimesAt, timesAt } from './due-time.ts';
import { type Pasts, readPasts } from './read-pasts.ts';
import { type DigestScope, type Subscription, toSubscription } from './subscriptions.ts';

export interface PlanOptions extends DigestScope {
  readonly contents: DigestContents;
  /** Composes the digests of a day, `YYYY-MM-DD`. */
  readonly composeOn: (day: string) => Promise<ComposeDigest>;
}

// Subscriptions of one transaction: few enough that the event loop is not held up for 50 ms.
const batch = 200;
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
    const times = timesAt(at);
    const due = await readDue(options, { at, times });
    if (due.length === 0) return planned;
    await breathe();
    planned += await planBatch(options, { at, times, due });
    await breathe();
  }
}

interface Due {
  readonly subscription: Subscription;
  readonly zone: string;
  readonly day: string;
  readonly dueAt: number;
}

interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly times: TimesAt;
}

async function readDue(
  { db, botId, timeZone }: PlanOptions,
  { at, times }: Moment,
): Promise<readonly Due[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('bot_id', '=', botId)
    .where('paused_at', 'is', null)
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .limit(batch)
    .execute();
  return rows.map((row) => {
    const zone = row.zone ?? timeZone;
    return { subscription: toSubscription(row), zone, day: times.day(zone), dueAt: row.next_at };
  });
}

interface Batch extends Moment {
  readonly due: readonly Due[];
}

async function planBatch(options: PlanOptions, planning: Batch): Promise<number> {
  const { db, botId, contents } = options;
  const { due } = planning;
  const chatIds = due.map(({ subscription }) => subscription.chatId);
  const pasts = await readPasts(options, chatIds);
  const chosen = await choose(options, due, pasts);
  const contentIds = await contents.keepAll(chosen.map(({ content }) => content));
  const rows = chosen.map((each, index) =>
    toRow(planning, { ...each, botId, contentId: contentIds[index] ?? '' }),
  );
  await db.transaction().execute(async (trx) => {
    await dropOvertaken(trx, rows, pasts);
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

async function choose(
  { composeOn }: PlanOptions,
  all: readonly Due[],
  pasts: Pasts,
): Promise<readonly Chosen[]> {
  const chosen: Chosen[] = [];
  let began = performance.now();
  for (const due of all) {
    const past = pasts.sentTo(due.subscription.chatId, due.day);
    if (past.some(({ day }) => day === due.day)) continue;
    const compose = await composeOn(due.day);
    const content = await compose(due.subscription, past);
    if (content !== undefined) chosen.push({ due, content });
    if (performance.now() - began < turn) continue;
    await breathe();
    began = performance.now();
  }
  return chosen;
}

type Row = ReturnType<typeof toRow>;

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
async function dropOvertaken(
  trx: Transaction<Schema>,
  rows: readonly Row[],
  pasts: Pasts,
): Promise<void> {
  for (const { bot_id, chat_id, day } of rows) {
    for (const overtaken of pasts.queuedBefore(chat_id, day)) {
      await trx
        .deleteFrom('digests')
        .where('bot_id', '=', bot_id)
        .where('chat_id', '=', chat_id)
        .where('day', '=', overtaken)
        .where('state', '=', 'queued')
        .execute();
    }
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
      .where('next_at', '=', dueAt)
      .where(
        'chat_id',
        'in',
        members.map(({ subscription }) => subscription.chatId),
      )
      .execute();
  }
}
