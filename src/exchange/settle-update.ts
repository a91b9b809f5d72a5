import type { BotScope } from './bot-scope.ts';

/** Writes down what has become of an update of the inbox. */
export async function settleUpdate(
  { db, botId }: BotScope,
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
