import type { Selectable } from 'kysely';
import type { BotScope } from './bot-scope.ts';
import { createInvites, type Invites } from './invites.ts';
import { admit, findRole } from './member-roles.ts';
import { countRows } from './state/count-rows.ts';
import type { Role } from './state/member-tables.ts';
import type { Schema } from './state/schema.ts';

/** Who may use one bot. */
export interface Members extends Invites {
  roleOf(readerId: number): Promise<Role | undefined>;
  find(readerId: number): Promise<Member | undefined>;
  /** Makes a reader the admin when there is no member yet. */
  admitFirst(readerId: number): Promise<void>;
  /** Gives a member another role; nothing happens when they are none any more. */
  changeRole(readerId: number, role: Role): Promise<void>;
  /** So many members after the first `skip`, those who joined first first. */
  list(part: { readonly skip: number; readonly limit: number }): Promise<readonly Member[]>;
  count(): Promise<number>;
}

export interface Member {
  readonly readerId: number;
  readonly role: Role;
  /** Epoch milliseconds. */
  readonly joinedAt: number;
}

export function createMembers(scope: BotScope): Members {
  const { db, botId, now } = scope;
  return {
    ...createInvites(scope),
    roleOf: (readerId) => findRole(db, { botId, readerId }),
    async admitFirst(readerId) {
      await db.transaction().execute(async (trx) => {
        const member = await trx
          .selectFrom('members')
          .select('reader_id')
          .where('bot_id', '=', botId)
          .executeTakeFirst();
        if (member === undefined) {
          await admit(trx, { botId, readerId }, { role: 'admin', at: now() });
        }
      });
    },
    async changeRole(readerId, role) {
      await db
        .updateTable('members')
        .set({ role })
        .where('bot_id', '=', botId)
        .where('reader_id', '=', readerId)
        .execute();
    },
    async list({ skip, limit }) {
      const rows = await db
        .selectFrom('members')
        .selectAll()
        .where('bot_id', '=', botId)
        .orderBy('joined_at')
        .orderBy('reader_id')
        .offset(skip)
        .limit(limit)
        .execute();
      return rows.map(toMember);
    },
    async find(readerId) {
      const row = await db
        .selectFrom('members')
        .selectAll()
        .where('bot_id', '=', botId)
        .where('reader_id', '=', readerId)
        .executeTakeFirst();
      return row && toMember(row);
    },
    count: () => countRows(db, 'members', botId),
  };
}

function toMember(row: Selectable<Schema['members']>): Member {
  return { readerId: row.reader_id, role: row.role, joinedAt: row.joined_at };
}
