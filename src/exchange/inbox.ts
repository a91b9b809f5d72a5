import type { BotScope } from './bot-scope.ts';
import { createDoubts, type Doubts } from './doubts.ts';
import { settleUpdate } from './settle-update.ts';

/** One update as Telegram sent it; what is in `body` is the bot's affair. */
export interface InboxUpdate {
  readonly updateId: number;
  readonly body: unknown;
}

/** Updates are written here before they are acknowledged, so that none is lost and none is handled as new twice. */
export interface Inbox extends Doubts {
  /** Writes updates down, on disk when it returns; gives back those it had not seen before, in order. */
  accept(updates: readonly InboxUpdate[]): Promise<readonly InboxUpdate[]>;
  /** What was accepted but not finished, oldest first: to be handled after a restart. */
  pending(): Promise<readonly InboxUpdate[]>;
  /** Counts an attempt; `parked` when the process has died over this update too often, `over` when it is erased. */
  begin(updateId: number): Promise<'begun' | 'parked' | 'over'>;
  /** The attempt does not count: the program stops, and the update waits for the next start. */
  postpone(updateId: number): Promise<void>;
  /** Every attempt failed: it is not handled again, and kept for whoever looks into it. */
  park(updateId: number): Promise<void>;
  countParked(): Promise<number>;
  /** The update is handled: what it said is erased, its id is kept to know it again. */
  finish(updateId: number): Promise<void>;
}

// Telegram keeps updates for a day and may start at a random id after a quiet week.
const idsKeptFor = 6 * 24 * 60 * 60 * 1000;
const attemptsAllowed = 3;

export function createInbox(scope: BotScope): Inbox {
  const { db, botId } = scope;
  return {
    ...createDoubts(scope),
    accept: (updates) => acceptUpdates(scope, updates),
    async pending() {
      const rows = await db
        .selectFrom('inbox')
        .select(['update_id', 'body'])
        .where('bot_id', '=', botId)
        .where('state', '=', 'pending')
        .orderBy('received_at')
        .orderBy('update_id')
        .execute();
      return rows.map((row) => ({ updateId: row.update_id, body: JSON.parse(row.body) }));
    },
    begin: (updateId) => beginUpdate(scope, updateId),
    async postpone(updateId) {
      await db
        .updateTable('inbox')
        .set((column) => ({ attempts: column('attempts', '-', 1) }))
        .where('bot_id', '=', botId)
        .where('update_id', '=', updateId)
        .execute();
    },
    async park(updateId) {
      await settleUpdate(scope, updateId, { state: 'parked' });
    },
    async countParked() {
      const { n } = await db
        .selectFrom('inbox')
        .select((column) => column.fn.countAll<number>().as('n'))
        .where('bot_id', '=', botId)
        .where('state', '=', 'parked')
        .executeTakeFirstOrThrow();
      return Number(n);
    },
    async finish(updateId) {
      await settleUpdate(scope, updateId, { state: 'done', body: '' });
    },
  };
}

async function beginUpdate(scope: BotScope, updateId: number) {
  const { db, botId } = scope;
  const attempted = await db
    .updateTable('inbox')
    .set((column) => ({ attempts: column('attempts', '+', 1) }))
    .where('bot_id', '=', botId)
    .where('update_id', '=', updateId)
    .where('state', '=', 'pending')
    .returning('attempts')
    .executeTakeFirst();
  if (attempted === undefined) return 'over';
  if (attempted.attempts <= attemptsAllowed) return 'begun';
  await settleUpdate(scope, updateId, { state: 'parked' });
  return 'parked';
}

async function acceptUpdates(
  { db, botId, now }: BotScope,
  updates: readonly InboxUpdate[],
): Promise<readonly InboxUpdate[]> {
  if (updates.length === 0) return [];
  const rows = updates.map((update) => toRow(update, { botId, receivedAt: now() }));
  const fresh = await db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('inbox')
      .where('bot_id', '=', botId)
      .where('state', '=', 'done')
      .where('received_at', '<', now() - idsKeptFor)
      .execute();
    return transaction
      .insertInto('inbox')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['bot_id', 'update_id']).doNothing())
      .returning('update_id')
      .execute();
  });
  const ids = new Set(fresh.map((row) => row.update_id));
  return updates.filter((update) => ids.delete(update.updateId));
}

function toRow(
  { updateId, body }: InboxUpdate,
  { botId, receivedAt }: { readonly botId: number; readonly receivedAt: number },
) {
  return {
    bot_id: botId,
    update_id: updateId,
    body: JSON.stringify(body),
    state: 'pending' as const,
    attempts: 0,
    received_at: receivedAt,
  };
}
