import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** What an update has brought into being: its handler, run again after a crash, finds it and makes no second one. */
export interface UpdateResultTables {
  readonly update_results: {
    readonly bot_id: number;
    readonly update_id: number;
    readonly kind: ResultKind;
    /** Of the row that was made: an answer's id, an invite's hash. */
    readonly key: string;
    readonly made_at: number;
  };
}

type ResultKind = 'answer' | 'invite';

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

export async function createUpdateResultTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('update_results')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('update_id', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('update_results_key', ['bot_id', 'update_id', 'kind'])
    .execute();
}
