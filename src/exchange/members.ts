import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { countRows } from './count-rows.ts';
import type { Role } from './member-tables.ts';
import { roles } from './member-tables.ts';
import type { Schema } from './schema.ts';

/** Who may use one bot. */
export interface Members {
  roleOf(readerId: number): Promise<Role | undefined>;
  /** Makes an invite that admits one reader until it expires (epoch milliseconds). Answers with its code. */
  invite(invite: { readonly role: Role; readonly expiresAt: number }): Promise<string>;
  /** Admits a reader by the code of an invite. One who has this role or a higher one leaves the invite unused. */
  redeem(code: string, readerId: number): Promise<'joined' | 'known' | 'invalid'>;
  /** Makes a reader the admin when there is no member yet. */
  admitFirst(readerId: number): Promise<void>;
  count(): Promise<number>;
}

export interface BotScope {
  readonly db: Kysely<Schema>;
  readonly botId: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

// 128 bits: 22 characters, which fit a deep link (64).
const codeBytes = 16;

export function createMembers({ db, botId, now }: BotScope): Members {
  return {
    roleOf: (readerId) => findRole(db, botId, readerId),
    async invite({ role, expiresAt }) {
      const code = randomBytes(codeBytes).toString('base64url');
      await db
        .insertInto('invites')
        .values({
          bot_id: botId,
          code_hash: hashOf(code),
          role,
          created_at: now(),
          expires_at: expiresAt,
          used_at: null,
        })
        .execute();
      return code;
    },
    redeem: (code, readerId) =>
      db.transaction().execute((trx) => redeemInvite(trx, { botId, code, readerId, at: now() })),
    async admitFirst(readerId) {
      await db.transaction().execute(async (trx) => {
        const member = await trx
          .selectFrom('members')
          .select('reader_id')
          .where('bot_id', '=', botId)
          .executeTakeFirst();
        if (member === undefined) {
          await setRole(trx, { botId, readerId, role: 'admin', at: now() });
        }
      });
    },
    count: () => countRows(db, 'members', botId),
  };
}

interface Redeeming {
  readonly botId: number;
  readonly code: string;
  readonly readerId: number;
  readonly at: number;
}

async function redeemInvite(trx: Transaction<Schema>, redeeming: Redeeming) {
  const { botId, code, readerId, at } = redeeming;
  // The update locks the invite: of many who come at once, one finds it unused.
  const invite = await trx
    .updateTable('invites')
    .set({ used_at: at })
    .where('bot_id', '=', botId)
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('role')
    .executeTakeFirst();
  if (invite === undefined) return 'invalid';
  const role = await findRole(trx, botId, readerId);
  if (role !== undefined && roles.indexOf(role) >= roles.indexOf(invite.role)) {
    await trx
      .updateTable('invites')
      .set({ used_at: null })
      .where('bot_id', '=', botId)
      .where('code_hash', '=', hashOf(code))
      .execute();
    return 'known';
  }
  await setRole(trx, { botId, readerId, role: invite.role, at });
  return 'joined';
}

async function findRole(
  db: Kysely<Schema>,
  botId: number,
  readerId: number,
): Promise<Role | undefined> {
  const row = await db
    .selectFrom('members')
    .select('role')
    .where('bot_id', '=', botId)
    .where('reader_id', '=', readerId)
    .executeTakeFirst();
  return row?.role;
}

interface Admission {
  readonly botId: number;
  readonly readerId: number;
  readonly role: Role;
  readonly at: number;
}

async function setRole(
  trx: Transaction<Schema>,
  { botId, readerId, role, at }: Admission,
): Promise<void> {
  await trx
    .insertInto('members')
    .values({ bot_id: botId, reader_id: readerId, role, joined_at: at })
    .onConflict((conflict) => conflict.columns(['bot_id', 'reader_id']).doUpdateSet({ role }))
    .execute();
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
