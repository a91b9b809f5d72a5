import { z } from 'zod';
import type { BotScope } from './bot-scope.ts';

/** What a call of Telegram's has given back, as far as it is needed again. */
export const sentSchema = z.object({ message_id: z.int(), date: z.int() });
export type SentMessage = z.infer<typeof sentSchema>;

interface EffectKey {
  readonly updateId: number;
  /** The n-th message of the update's handler, from 1. */
  readonly n: number;
}

type Beginning =
  /** Nothing was sent yet: send it now. */
  | { readonly state: 'new' }
  | { readonly state: 'sent'; readonly result: SentMessage }
  /** An earlier run began and nobody knows how it ended. */
  | { readonly state: 'unknown' };

/** What updates have sent, written down before and after each call, so that a crash sends nothing twice. */
export interface Effects {
  begin(key: EffectKey): Promise<Beginning>;
  finish(key: EffectKey, result: SentMessage): Promise<void>;
  /** It was certainly not sent. */
  undo(key: EffectKey): Promise<void>;
}

export function createEffects({ db, botId, now }: BotScope): Effects {
  return {
    async begin({ updateId, n }) {
      const fresh = await db
        .insertInto('effects')
        .values({
          bot_id: botId,
          update_id: updateId,
          n,
          state: 'sending',
          result: '',
          began_at: now(),
        })
        .onConflict((conflict) => conflict.columns(['bot_id', 'update_id', 'n']).doNothing())
        .returning('n')
        .executeTakeFirst();
      if (fresh !== undefined) return { state: 'new' };
      const row = await db
        .selectFrom('effects')
        .select(['state', 'result'])
        .where('bot_id', '=', botId)
        .where('update_id', '=', updateId)
        .where('n', '=', n)
        .executeTakeFirstOrThrow();
      if (row.state === 'sending') return { state: 'unknown' };
      return { state: 'sent', result: sentSchema.parse(JSON.parse(row.result)) };
    },
    async finish({ updateId, n }, { message_id, date }) {
      await db
        .updateTable('effects')
        .set({ state: 'sent', result: JSON.stringify({ message_id, date }) })
        .where('bot_id', '=', botId)
        .where('update_id', '=', updateId)
        .where('n', '=', n)
        .execute();
    },
    async undo({ updateId, n }) {
      await db
        .deleteFrom('effects')
        .where('bot_id', '=', botId)
        .where('update_id', '=', updateId)
        .where('n', '=', n)
        .execute();
    },
  };
}
