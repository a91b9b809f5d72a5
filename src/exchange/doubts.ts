import type { BotScope } from './bot-scope.ts';
import { settleUpdate } from './settle-update.ts';

/** Updates of which nobody knows whether their replies arrived. */
export interface Doubts {
  /** It is not handled again unless its reader asks for that. */
  doubt(updateId: number): Promise<void>;
  /** What a doubtful update said; undefined when the update is none. */
  findDoubtful(updateId: number): Promise<unknown>;
  /** A doubtful update is pending again, and may send what it sends anew. False when it is not doubtful any more. */
  reopen(updateId: number): Promise<boolean>;
}

export function createDoubts(scope: BotScope): Doubts {
  const { db, botId } = scope;
  return {
    async doubt(updateId) {
      await settleUpdate(scope, updateId, { state: 'doubtful' });
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

async function reopenUpdate({ db, botId }: BotScope, updateId: number): Promise<boolean> {
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
