import type { Kysely } from 'kysely';

export const roles = ['member', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who may use the bot, per bot: the web chat's readers are nobody on Telegram. */
export interface MemberTables {
  readonly members: {
    readonly bot_id: number;
    readonly reader_id: number;
    readonly role: Role;
    readonly joined_at: number;
  };
  readonly invites: {
    readonly bot_id: number;
    /** SHA-256 of the code, hexadecimal: whoever reads the database can not join with it. */
    readonly code_hash: string;
    readonly role: Role;
    readonly created_at: number;
    readonly expires_at: number;
    /** When it was redeemed; who did is not kept. */
    readonly used_at: number | null;
  };
  readonly groups: {
    readonly bot_id: number;
    readonly chat_id: number;
    readonly admitted_at: number;
  };
  /** What an update has sent: a second run of its handler does not send it again. */
  readonly effects: {
    readonly bot_id: number;
    readonly update_id: number;
    /** The n-th message of the update's handler, from 1. */
    readonly n: number;
    readonly state: 'sending' | 'sent';
    /** What Telegram replied, as JSON, without what was said. */
    readonly result: string;
    readonly began_at: number;
  };
}

export async function createMemberTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('members')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('reader_id', 'bigint', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('members_key', ['bot_id', 'reader_id'])
    .execute();
  await db.schema
    .createTable('invites')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addPrimaryKeyConstraint('invites_key', ['bot_id', 'code_hash'])
    .execute();
  await db.schema
    .createTable('groups')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('chat_id', 'bigint', (column) => column.notNull())
    .addColumn('admitted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('groups_key', ['bot_id', 'chat_id'])
    .execute();
  await db.schema
    .createTable('effects')
    .addColumn('bot_id', 'bigint', (column) => column.notNull())
    .addColumn('update_id', 'bigint', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('effects_key', ['bot_id', 'update_id', 'n'])
    .execute();
}
