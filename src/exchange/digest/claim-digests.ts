import type { Kysely } from 'kysely';
import type { Schema } from '../state/schema.ts';
import type { Outgoing } from './outgoing.ts';
import type { DigestScope } from './subscriptions.ts';

/**
 * Marks up to so many digests as being sent and gives them, in one statement: those first whose quiet hours come
 * first; none while Telegram wants peace.
 */
export async function claimDigests(
  { db, botId, now }: DigestScope,
  limit: number,
): Promise<readonly Outgoing[]> {
  const at = now();
  const rows = await db
    .updateTable('digests')
    .set((row) => ({ state: 'sending', attempts: row('attempts', '+', 1), changed_at: at }))
    .where('bot_id', '=', botId)
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('chat_id', 'day'),
        'in',
        due(db, { botId, at, limit }).$asTuple('chat_id', 'day'),
      ),
    )
    .returning(['chat_id', 'day', 'content_id', 'attempts'])
    .execute();
  return rows.map(toOutgoing);
}

interface Due {
  readonly botId: number;
  readonly at: number;
  readonly limit: number;
}

function due(db: Kysely<Schema>, { botId, at, limit }: Due) {
  const peace = db
    .selectFrom('pauses')
    .select('bot_id')
    .where('bot_id', '=', botId)
    .where('paused_until', '>', at);
  return db
    .selectFrom('digests')
    .select(['chat_id', 'day'])
    .where('bot_id', '=', botId)
    .where('state', '=', 'queued')
    .where('send_until', '>', at)
    .where('send_after', '<=', at)
    .where(({ not, exists }) => not(exists(peace)))
    .orderBy('send_until')
    .limit(limit);
}

interface OutgoingRow {
  readonly chat_id: number;
  readonly day: string;
  readonly content_id: string;
  readonly attempts: number;
}

export function toOutgoing(row: OutgoingRow): Outgoing {
  return {
    chatId: row.chat_id,
    day: row.day,
    contentId: row.content_id,
    attempts: row.attempts,
  };
}
