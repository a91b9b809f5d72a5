import type { Kysely } from 'kysely';
import type { Answer } from '../answering/answer.ts';
import { type Place, toKeptAnswer } from './answers.ts';
import type { Schema } from './state/schema.ts';

/** What a follow-up question may refer to. */
export interface Conversations {
  /** The last exchanges of a reader in a chat, oldest first; small talk and what is older than a day left out. */
  recall(place: Place): Promise<readonly Answer[]>;
  /** Starts afresh: nothing before now is recalled. The answers stay, and so do their buttons. */
  startAfresh(place: Place): Promise<void>;
}

const rememberedFor = 24 * 60 * 60 * 1000;
// So long a conversation may go on about the question it began with.
const exchangesRecalled = 12;

export function createConversations(db: Kysely<Schema>, now: () => number): Conversations {
  const startOf = async ({ chatId, readerId }: Place) => {
    const row = await db
      .selectFrom('conversations')
      .select('started_at')
      .where('chat_id', '=', chatId)
      .where('reader_id', '=', readerId)
      .executeTakeFirst();
    return Math.max(row?.started_at ?? 0, now() - rememberedFor);
  };
  return {
    async recall(place) {
      const rows = await db
        .selectFrom('answers')
        .selectAll()
        .where('chat_id', '=', place.chatId)
        .where('reader_id', '=', place.readerId)
        .where('answered_at', '>', await startOf(place))
        .where('kind', '!=', 'chat')
        .orderBy('answered_at', 'desc')
        .limit(exchangesRecalled)
        .execute();
      return rows.map((row) => toKeptAnswer(row).answer).reverse();
    },
    async startAfresh({ chatId, readerId }) {
      const startedAt = now();
      await db
        .insertInto('conversations')
        .values({ chat_id: chatId, reader_id: readerId, started_at: startedAt })
        .onConflict((conflict) =>
          conflict.columns(['chat_id', 'reader_id']).doUpdateSet({ started_at: startedAt }),
        )
        .execute();
    },
  };
}
