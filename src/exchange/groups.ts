import { sql, type Transaction } from 'kysely';
import type { BotScope } from './bot-scope.ts';
import { countRows } from './state/count-rows.ts';
import type { Schema } from './state/schema.ts';

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
        for (const kept of keptOfChats) await moveRows(trx, kept, { botId, from, to });
        await trx.updateTable('answers').set({ chat_id: to }).where('chat_id', '=', from).execute();
      });
    },
    count: () => countRows(db, 'groups', botId),
  };
}

/** What there is one of in a chat: at all, a day, or for each reader. */
const keptOfChats = [
  { table: 'groups', one: 'bot_id', isOfBot: true },
  { table: 'subscriptions', one: 'bot_id', isOfBot: true },
  { table: 'digests', one: 'day', isOfBot: true },
  { table: 'conversations', one: 'reader_id', isOfBot: false },
] as const;

interface Move {
  readonly botId: number;
  readonly from: number;
  readonly to: number;
}

/** A move may be told twice, by the chat and by a digest that was refused: what is there under the new id stays. */
async function moveRows(
  trx: Transaction<Schema>,
  { table, one, isOfBot }: (typeof keptOfChats)[number],
  { botId, from, to }: Move,
): Promise<void> {
  const rows = sql.table(table);
  const key = sql.ref(one);
  const ofBot = isOfBot ? sql`and bot_id = ${botId}` : sql``;
  await sql`
    delete from ${rows} where chat_id = ${from} ${ofBot}
    and ${key} in (select ${key} from ${rows} where chat_id = ${to} ${ofBot})
  `.execute(trx);
  await sql`update ${rows} set chat_id = ${to} where chat_id = ${from} ${ofBot}`.execute(trx);
}
