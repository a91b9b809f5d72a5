import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './state/schema.ts';
import type { ResultKind } from './state/update-result-tables.ts';

/** An update: its number counts within one bot. */
export interface UpdateOrigin {
  readonly botId: number;
  readonly updateId: number;
}

export async function findResult(
  db: Kysely<Schema>,
  { botId, updateId }: UpdateOrigin,
  kind: ResultKind,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('update_results')
    .select('key')
    .where('bot_id', '=', botId)
    .where('update_id', '=', updateId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.key;
}

interface MadeResult {
  readonly kind: ResultKind;
  readonly key: string;
  readonly at: number;
}

/** To be called in the transaction that makes the row. */
export async function keepResult(
  trx: Transaction<Schema>,
  { botId, updateId }: UpdateOrigin,
  { kind, key, at }: MadeResult,
): Promise<void> {
  await trx
    .insertInto('update_results')
    .values({ bot_id: botId, update_id: updateId, kind, key, made_at: at })
    .onConflict((conflict) =>
      conflict.columns(['bot_id', 'update_id', 'kind']).doUpdateSet({ key, made_at: at }),
    )
    .execute();
}
