import type { Kysely } from 'kysely';

export interface ProfileTables {
  readonly profiles: {
    readonly bot_id: number;
    readonly reader_id: number;
    readonly org_type: string | null;
    readonly place: string | null;
    /** JSON array. */
    readonly themes: string;
    readonly changed_at: number;
  };
}

export async function createProfileTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('profiles')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('reader_id', 'bigint', (column) => column.notNull())
    .addColumn('org_type', 'text')
    .addColumn('place', 'text')
    .addColumn('themes', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('profiles_key', ['bot_id', 'reader_id'])
    .execute();
}
