import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { ComposeDigest, PastDigest } from './compose-digest.ts';
import type { DigestContents } from './digest-contents.ts';
import { dayIn, nextDue, sendWindow } from './due-time.ts';
import { type DigestScope, type Subscription, toSubscription } from './subscriptions.ts';

export interface PlanOptions extends DigestScope {
  readonly contents: DigestContents;
  /** Composes the digests of a day, `YYYY-MM-DD`. */
  readonly composeOn: (day: string) => Promise<ComposeDigest>;
}

// Subscriptions of one transaction: few enough that the event loop is not held up for 50 ms.
const batch = 200;

/**
 * Puts a digest into the outbox for every subscription that is due, however long it has been so: one, not one for each
 * day missed. Answers with the number planned.
 */
export async function planDigests(options: PlanOptions): Promise<number> {
  let planned = 0;
  for (;;) {
    const due = await readDue(options);
    if (due.length === 0) return planned;
    planned += await planBatch(options, due);
    await breathe();
  }
}

interface Due {
  readonly subscription: Subscription;
  readonly zone: string;
  readonly day: string;
  readonly dueAt: number;
}

async function readDue({ db, botId, now, timeZone }: PlanOptions): Promise<readonly Due[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('bot_id', '=', botId)
    .where('paused_at', 'is', null)
    .where('next_at', '<=', now())
    .orderBy('next_at')
    .limit(batch)
    .execute();
  return rows.map((row) => {
    const zone = row.zone ?? timeZone;
    return {
      subscription: toSubscription(row),
      zone,
      day: dayIn(zone, now()),
      dueAt: row.next_at,
    };
  });
}

async function planBatch(options: PlanOptions, due: readonly Due[]): Promise<number> {
  const { db, now } = options;
  const pasts = await readPasts(options, due);
  const rows: Row[] = [];
  for (const each of due) {
    const past = pasts.get(each.subscription.chatId) ?? [];
    if (past.some(({ day }) => day === each.day)) continue;
    const compose = await options.composeOn(each.day);
    const content = await compose(each.subscription, past);
    if (content === undefined) continue;
    const contentId = await options.contents.keep(content);
    rows.push(toRow(options.botId, each, { contentId, at: now() }));
  }
  await db.transaction().execute(async (trx) => {
    await dropOvertaken(trx, options.botId, rows);
    if (rows.length > 0) {
      await trx
        .insertInto('digests')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['bot_id', 'chat_id', 'day']).doNothing())
        .execute();
    }
    await moveOn(trx, options, due);
  });
  return rows.length;
}

type Row = ReturnType<typeof toRow>;

function toRow(
  botId: number,
  { subscription, zone, day }: Due,
  { contentId, at }: { readonly contentId: string; readonly at: number },
) {
  const { from, until } = sendWindow(zone, at);
  return {
    bot_id: botId,
    chat_id: subscription.chatId,
    day,
    content_id: contentId,
    state: 'queued' as const,
    attempts: 0,
    send_after: from,
    send_until: until,
    changed_at: at,
  };
}

/** What each chat was sent, or may have been. A digest that is still queued from an earlier day does not count. */
async function readPasts({ db, botId }: PlanOptions, due: readonly Due[]) {
  const rows = await db
    .selectFrom('digests')
    .select(['chat_id', 'day', 'content_id', 'state'])
    .where('bot_id', '=', botId)
    .where(
      'chat_id',
      'in',
      due.map(({ subscription }) => subscription.chatId),
    )
    .execute();
  const days = new Map(due.map(({ subscription, day }) => [subscription.chatId, day]));
  const pasts = new Map<number, PastDigest[]>();
  for (const row of rows) {
    const isOvertaken = row.state === 'queued' && row.day !== days.get(row.chat_id);
    if (isOvertaken || row.state === 'failed') continue;
    const past = pasts.get(row.chat_id) ?? [];
    pasts.set(row.chat_id, [...past, { day: row.day, contentId: row.content_id }]);
  }
  return pasts;
}

/** A digest of an earlier day that never went out gives way to today's. */
async function dropOvertaken(trx: Transaction<Schema>, botId: number, rows: readonly Row[]) {
  for (const [day, ofDay] of Map.groupBy(rows, (row) => row.day)) {
    await trx
      .deleteFrom('digests')
      .where('bot_id', '=', botId)
      .where('state', '=', 'queued')
      .where('day', '<', day)
      .where(
        'chat_id',
        'in',
        ofDay.map((row) => row.chat_id),
      )
      .execute();
  }
}

/** Sets the next time of each, unless its reader has changed it meanwhile. */
async function moveOn(trx: Transaction<Schema>, options: PlanOptions, due: readonly Due[]) {
  const at = options.now();
  const groups = Map.groupBy(due, ({ subscription, zone, dueAt }) => {
    const next = nextDue({ ...subscription, zone }, at);
    return `${next} ${dueAt}`;
  });
  for (const [key, members] of groups) {
    const [next = 0, dueAt = 0] = key.split(' ').map(Number);
    await trx
      .updateTable('subscriptions')
      .set({ next_at: next })
      .where('bot_id', '=', options.botId)
      .where('next_at', '=', dueAt)
      .where(
        'chat_id',
        'in',
        members.map(({ subscription }) => subscription.chatId),
      )
      .execute();
  }
}
