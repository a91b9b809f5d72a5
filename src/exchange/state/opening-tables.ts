import type { Kysely } from 'kysely';

export interface OpeningTables {
  /** What a model wrote to open a digest. */
  readonly digest_openings: {
    /** `YYYY-MM-DD`. */
    readonly day: string;
    /** Of the digest without its opening. */
    readonly content_id: string;
    /** Sentences as JSON; an empty list: there is no opening. */
    readonly opening: string;
  };
}

export async function createOpeningTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('digest_openings')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('content_id', 'text', (column) => column.notNull())
    .addColumn('opening', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('digest_openings_key', ['day', 'content_id'])
    .execute();
}
