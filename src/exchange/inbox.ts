import type { Kysely } from 'kysely';
import type { Schema } from './state/schema.ts';

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

/** Updates of which nobody knows whether their replies arrived. */
interface Doubts {
  /** It is not handled again unless its reader asks for that. */
  doubt(updateId: number): Promise<void>;
  /** What a doubtful update said; undefined when the update is none. */
  findDoubtful(updateId: number): Promise<unknown>;
  /** A doubtful update is pending again, and may send what it sends anew. False when it is not doubtful any more. */
  reopen(updateId: number): Promise<boolean>;
}

interface InboxOptions {
  readonly db: Kysely<Schema>;
  readonly botId: number;
  readonly now: () => number;
}

// Telegram keeps updates for a day and may start at a random id after a quiet week.
const idsKeptFor = 6 * 24 * 60 * 60 * 1000;
const attemptsAllowed = 3;

export function createInbox({ db, botId, now }: InboxOptions): Inbox {
  const scope = { db, botId, now };
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
      await settle(scope, updateId, { state: 'parked' });
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
      await settle(scope, updateId, { state: 'done', body: '' });
    },
  };
}

function createDoubts(scope: InboxOptions): Doubts {
  const { db, botId } = scope;
  return {
    async doubt(updateId) {
      await settle(scope, updateId, { state: 'doubtful' });
    },
    async findDoubtful(updateId) {
      const row = await db
        .selectFrom('inbox')
        .select('body')
        .where('bot_id', '=', botId)
        .where('update_id', '=', updateId)
        .where('state', '=', 'doubtful')
        .executeTakeFirst();
      return row && JSON.parse(row.body);
    },
    reopen: (updateId) => reopenUpdate(scope, updateId),
  };
}

async function settle(
  { db, botId }: InboxOptions,
  updateId: number,
  values: { readonly state: 'done' | 'parked' | 'doubtful'; readonly body?: string },
): Promise<void> {
  await db
    .updateTable('inbox')
    .set(values)
    .where('bot_id', '=', botId)
    .where('update_id', '=', updateId)
    .execute();
}

async function beginUpdate({ db, botId }: InboxOptions, updateId: number) {
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
  await db
    .updateTable('inbox')
    .set({ state: 'parked' })
    .where('bot_id', '=', botId)
    .where('update_id', '=', updateId)
    .execute();
  return 'parked';
}

async function reopenUpdate({ db, botId }: InboxOptions, updateId: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const reopened = await trx
      .updateTable('inbox')
      .set({ state: 'pending', attempts: 0 })
      .where('bot_id', '=', botId)
      .where('update_id', '=', updateId)
      .where('state', '=', 'doubtful')
      .returning('update_id')
      .executeTakeFirst();
    if (reopened === undefined) return false;
    await trx
      .deleteFrom('effects')
      .where('bot_id', '=', botId)
      .where('update_id', '=', updateId)
      .execute();
    return true;
  });
}

async function acceptUpdates(
  { db, botId, now }: InboxOptions,
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
