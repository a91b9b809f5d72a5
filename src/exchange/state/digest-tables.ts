import type { Kysely } from 'kysely';

export const rhythms = ['daily', 'workdays', 'weekly'] as const;
export type Rhythm = (typeof rhythms)[number];

export type DigestState = 'queued' | 'sending' | 'sent' | 'unknown' | 'failed' | 'gone';

/** Digests: who wants them, what was chosen, and the outbox. */
export interface DigestTables {
  readonly subscriptions: {
    readonly bot_id: number;
    readonly chat_id: number;
    /** JSON array; empty: all. */
    readonly themes: string;
    readonly org_types: string;
    /** Minutes after midnight in the zone. */
    readonly minute: number;
    readonly rhythm: Rhythm;
    /** IANA name; null: the configured one. */
    readonly zone: string | null;
    readonly paused_at: number | null;
    /** When the next digest is due. */
    readonly next_at: number;
    readonly created_at: number;
  };
  /** What was chosen; readers with the same choice share it. */
  readonly digest_contents: {
    /** 12 characters of `A-Za-z0-9_-`, from the SHA-256 of `content`. */
    readonly id: string;
    readonly content: string;
  };
  /** The outbox: one digest per chat and day, never sent twice. */
  readonly digests: {
    readonly bot_id: number;
    readonly chat_id: number;
    /** `YYYY-MM-DD` in the zone of the chat. */
    readonly day: string;
    readonly content_id: string;
    readonly state: DigestState;
    readonly attempts: number;
    /** Not to be sent before this, nor from `send_until` on: quiet hours. */
    readonly send_after: number;
    readonly send_until: number;
    readonly changed_at: number;
  };
  /** Telegram asked to wait: nothing is sent until then. */
  readonly pauses: {
    readonly bot_id: number;
    readonly paused_until: number;
  };
  /** When an article was first seen by the digest; 0 for those that were there from the beginning. */
  readonly known_articles: {
    readonly article_id: string;
    readonly first_seen_at: number;
  };
}

export async function createDigestTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscriptions')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('themes', 'text', (column) => column.notNull())
    .addColumn('org_types', 'text', (column) => column.notNull())
    .addColumn('minute', 'integer', (column) => column.notNull())
    .addColumn('rhythm', 'text', (column) => column.notNull())
    .addColumn('zone', 'text')
    .addColumn('paused_at', 'bigint')
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptions_key', ['bot_id', 'chat_id'])
    .execute();
  await db.schema
    .createIndex('subscriptions_by_time')
    .on('subscriptions')
    .columns(['bot_id', 'next_at'])
    .execute();
  await db.schema
    .createTable('digest_contents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
  await createOutbox(db);
  await db.schema
    .createTable('pauses')
    .addColumn('bot_id', 'bigint', (column) => column.primaryKey())
    .addColumn('paused_until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('known_articles')
    .addColumn('article_id', 'text', (column) => column.primaryKey())
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('digests')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('content_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('send_after', 'bigint', (column) => column.notNull())
    .addColumn('send_until', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('digests_key', ['bot_id', 'chat_id', 'day'])
    .execute();
  await db.schema
    .createIndex('digests_by_state')
    .on('digests')
    .columns(['bot_id', 'state', 'send_after'])
    .execute();
}

/**
 * The index of the outbox begins with the state: for the past of some chats a planner without statistics would
 * otherwise walk all digests of the bot by it. Late digests are found by it as well as those that may be sent.
 */
export async function improveDeliveryIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('digests_by_state').execute();
  await db.schema
    .createIndex('digests_by_state')
    .on('digests')
    .columns(['state', 'bot_id', 'send_until', 'send_after'])
    .execute();
}
