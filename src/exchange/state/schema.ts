import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createDigestTables, type DigestTables, improveDeliveryIndex } from './digest-tables.ts';
import { createMemberTables, type MemberTables } from './member-tables.ts';
import { createOpeningTable, type OpeningTables } from './opening-tables.ts';
import { createProfileTables, type ProfileTables } from './profile-tables.ts';
import { createUpdateResultTable, type UpdateResultTables } from './update-result-tables.ts';

/**
 * The tables, in SQL that SQLite and PostgreSQL both take: times as epoch milliseconds in `bigint`, JSON as text,
 * no booleans. Chat and reader ids are Telegram's (at most 52 bits).
 */
export interface Schema
  extends MemberTables,
    DigestTables,
    OpeningTables,
    ProfileTables,
    UpdateResultTables {
  readonly inbox: {
    /** Update ids are unique within one bot only. */
    readonly bot_id: number;
    readonly update_id: number;
    /** The update as JSON; empty once it is handled, since it holds what the reader wrote. */
    readonly body: string;
    /** `doubtful`: nobody knows whether its reply arrived; its reader may ask for it again. */
    readonly state: 'pending' | 'done' | 'parked' | 'doubtful';
    /** How often handling has begun. */
    readonly attempts: number;
    readonly received_at: number;
  };
  readonly readers: {
    readonly id: number;
    readonly first_seen_at: number;
    readonly last_seen_at: number;
  };
  readonly answers: {
    readonly id: string;
    readonly chat_id: number;
    readonly reader_id: number;
    readonly kind: string;
    /** An Answer as JSON. */
    readonly answer: string;
    readonly answered_at: number;
  };
  readonly votes: {
    readonly answer_id: string;
    readonly reader_id: number;
    readonly vote: 'up' | 'down';
    readonly voted_at: number;
  };
  readonly conversations: {
    readonly chat_id: number;
    readonly reader_id: number;
    /** Answers made before this do not belong to the conversation any more. */
    readonly started_at: number;
  };
  readonly token_spending: {
    /** `YYYY-MM-DD` in the configured zone. */
    readonly day: string;
    /** Whose tokens: `all`, or `r` and the reader. */
    readonly reader: string;
    readonly tokens: number;
  };
}

/** In the order of their names; a migration that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-21-first': { up: createFirstTables },
  '2026-11-21-token-spending': { up: createTokenSpendingTable },
  '2026-11-22-digests': { up: createDigestTables },
  '2026-11-22-members': { up: createMemberTables },
  '2026-11-23-profiles': { up: createProfileTables },
  '2026-11-24-delivery-index': { up: improveDeliveryIndex },
  '2026-11-24-update-results': { up: createUpdateResultTable },
  '2026-11-25-openings': { up: createOpeningTable },
};

async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  await createInboxTable(db);
  await db.schema
    .createTable('readers')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .execute();
  await createAnswerTables(db);
  await db.schema
    .createTable('conversations')
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('reader_id', 'bigint', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['chat_id', 'reader_id'])
    .execute();
}

async function createInboxTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('update_id', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('inbox_key', ['bot_id', 'update_id'])
    .execute();
  await db.schema
    .createIndex('inbox_by_state')
    .on('inbox')
    .columns(['bot_id', 'state', 'received_at'])
    .execute();
}

async function createAnswerTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('reader_id', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('answers_by_conversation')
    .on('answers')
    .columns(['chat_id', 'reader_id', 'answered_at'])
    .execute();
  await db.schema
    .createTable('votes')
    .addColumn('answer_id', 'text', (column) =>
      column.notNull().references('answers.id').onDelete('cascade'),
    )
    .addColumn('reader_id', 'bigint', (column) => column.notNull())
    .addColumn('vote', 'text', (column) => column.notNull())
    .addColumn('voted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('votes_key', ['answer_id', 'reader_id'])
    .execute();
}

async function createTokenSpendingTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('token_spending')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('tokens', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('token_spending_key', ['day', 'reader'])
    .execute();
}
