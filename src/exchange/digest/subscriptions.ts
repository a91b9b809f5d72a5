import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { BotScope } from '../bot-scope.ts';
import { countRows } from '../state/count-rows.ts';
import type { Rhythm } from '../state/digest-tables.ts';
import type { Schema } from '../state/schema.ts';
import type { Wishes } from './choose-items.ts';
import { nextDue } from './due-time.ts';

/** A chat that wants digests. */
export interface Subscription extends Wishes {
  readonly chatId: number;
  /** Minutes after midnight in the zone. */
  readonly minute: number;
  readonly rhythm: Rhythm;
  /** IANA name; null: the configured one. */
  readonly zone: string | null;
  readonly isPaused: boolean;
}

export type SubscriptionChange = Partial<Omit<Subscription, 'chatId'>>;

/** Who of one bot's chats wants digests, and how. */
export interface Subscriptions {
  find(chatId: number): Promise<Subscription | undefined>;
  /** Subscribes, or changes what is given. */
  change(chatId: number, change: SubscriptionChange): Promise<Subscription>;
  cancel(chatId: number): Promise<void>;
  count(): Promise<number>;
}

const byDefault = {
  themes: [],
  orgTypes: [],
  minute: 8 * 60,
  rhythm: 'daily',
  zone: null,
  isPaused: false,
} as const;

const namesSchema = z.array(z.string());

export interface DigestScope extends BotScope {
  /** IANA name of the zone of those who have not set one. */
  readonly timeZone: string;
}

export function createSubscriptions({ db, botId, now, timeZone }: DigestScope): Subscriptions {
  const find = async (chatId: number) => {
    const row = await db
      .selectFrom('subscriptions')
      .selectAll()
      .where('bot_id', '=', botId)
      .where('chat_id', '=', chatId)
      .executeTakeFirst();
    return row && toSubscription(row);
  };
  return {
    find,
    async change(chatId, change) {
      const at = now();
      const changed = { ...byDefault, ...(await find(chatId)), ...change, chatId };
      const zone = changed.zone ?? timeZone;
      const values = {
        themes: JSON.stringify(changed.themes),
        org_types: JSON.stringify(changed.orgTypes),
        minute: changed.minute,
        rhythm: changed.rhythm,
        zone: changed.zone,
        paused_at: changed.isPaused ? at : null,
        next_at: nextDue({ ...changed, zone }, at),
      };
      await db
        .insertInto('subscriptions')
        .values({ bot_id: botId, chat_id: chatId, created_at: at, ...values })
        .onConflict((conflict) => conflict.columns(['bot_id', 'chat_id']).doUpdateSet(values))
        .execute();
      return changed;
    },
    async cancel(chatId) {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('subscriptions')
          .where('bot_id', '=', botId)
          .where('chat_id', '=', chatId)
          .execute();
        await trx
          .updateTable('digests')
          .set({ state: 'gone', changed_at: now() })
          .where('bot_id', '=', botId)
          .where('chat_id', '=', chatId)
          .where('state', '=', sql.lit('queued'))
          .execute();
      });
    },
    count: () => countRows(db, 'subscriptions', botId),
  };
}

/** Reads a row of `subscriptions`, checking the JSON in it. */
export function toSubscription(row: Selectable<Schema['subscriptions']>): Subscription {
  return {
    chatId: row.chat_id,
    themes: namesSchema.parse(JSON.parse(row.themes)),
    orgTypes: namesSchema.parse(JSON.parse(row.org_types)),
    minute: row.minute,
    rhythm: row.rhythm,
    zone: row.zone,
    isPaused: row.paused_at !== null,
  };
}
