import type { Kysely } from 'kysely';

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

export type ResultKind = 'answer' | 'invite';

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
