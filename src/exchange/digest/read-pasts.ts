import type { PastDigest } from './compose-digest.ts';
import type { DigestScope } from './subscriptions.ts';

/** What some chats have been sent, or are about to be. */
export interface Pasts {
  /** What a chat was sent, or may have been, as of a day: what is still queued from another day does not count. */
  sentTo(chatId: number, day: string): readonly PastDigest[];
  /** Earlier days whose digest has not gone out yet. */
  queuedBefore(chatId: number, day: string): readonly string[];
}

export async function readPasts(
  { db, botId }: DigestScope,
  chatIds: readonly number[],
): Promise<Pasts> {
  const rows = await db
    .selectFrom('digests')
    .select(['chat_id', 'day', 'content_id', 'state'])
    .where('bot_id', '=', botId)
    .where('chat_id', 'in', chatIds)
    .where('state', '!=', 'failed')
    .execute();
  const byChat = Map.groupBy(rows, (row) => row.chat_id);
  const of = (chatId: number) => byChat.get(chatId) ?? [];
  return {
    sentTo: (chatId, day) =>
      of(chatId)
        .filter((row) => row.state !== 'queued' || row.day === day)
        .map((row) => ({ day: row.day, contentId: row.content_id })),
    queuedBefore: (chatId, day) =>
      of(chatId).flatMap((row) => (row.state === 'queued' && row.day < day ? [row.day] : [])),
  };
}
