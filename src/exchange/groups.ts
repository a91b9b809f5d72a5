import type { BotScope } from './bot-scope.ts';
import { countRows } from './count-rows.ts';

/** The groups one bot works in. */
export interface Groups {
  isAdmitted(chatId: number): Promise<boolean>;
  admit(chatId: number): Promise<void>;
  /** The bot has left the chat, or was removed or blocked: its subscription ends with it. */
  dismiss(chatId: number): Promise<void>;
  /** A group that becomes a supergroup gets a new id; everything of it goes along. */
  rename(from: number, to: number): Promise<void>;
  count(): Promise<number>;
}

export function createGroups({ db, botId, now }: BotScope): Groups {
  return {
    async isAdmitted(chatId) {
      const row = await db
        .selectFrom('groups')
        .select('chat_id')
        .where('bot_id', '=', botId)
        .where('chat_id', '=', chatId)
        .executeTakeFirst();
      return row !== undefined;
    },
    async admit(chatId) {
      await db
        .insertInto('groups')
        .values({ bot_id: botId, chat_id: chatId, admitted_at: now() })
        .onConflict((conflict) => conflict.columns(['bot_id', 'chat_id']).doNothing())
        .execute();
    },
    async dismiss(chatId) {
      await db.transaction().execute(async (trx) => {
        for (const table of ['groups', 'subscriptions'] as const) {
          await trx
            .deleteFrom(table)
            .where('bot_id', '=', botId)
            .where('chat_id', '=', chatId)
            .execute();
        }
      });
    },
    async rename(from, to) {
      await db.transaction().execute(async (trx) => {
        for (const table of ['groups', 'subscriptions', 'digests'] as const) {
          // Both sides of the move may be told: what is there already under the new id stays.
          await trx
            .deleteFrom(table)
            .where('bot_id', '=', botId)
            .where('chat_id', '=', to)
            .execute();
          await trx
            .updateTable(table)
            .set({ chat_id: to })
            .where('bot_id', '=', botId)
            .where('chat_id', '=', from)
            .execute();
        }
        for (const table of ['answers', 'conversations'] as const) {
          await trx.updateTable(table).set({ chat_id: to }).where('chat_id', '=', from).execute();
        }
      });
    },
    count: () => countRows(db, 'groups', botId),
  };
}
