import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { BotScope } from './bot-scope.ts';
import { admit, findRole } from './member-roles.ts';
import { type Role, roles } from './state/member-tables.ts';
import type { Schema } from './state/schema.ts';
import { findResult, keepResult } from './update-results.ts';

/** Links that admit a reader each. */
export interface Invites {
  /** Makes an invite that admits one reader until it expires. Answers with its code. */
  invite(invite: NewInvite): Promise<string>;
  /** Admits a reader by the code of an invite. One who has this role or a higher one leaves the invite unused. */
  redeem(code: string, readerId: number): Promise<'joined' | 'known' | 'invalid'>;
}

interface NewInvite {
  readonly role: Role;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** The update that asks for it: handled again, it makes a new one in place of the one it has made. */
  readonly updateId?: number;
}

// 128 bits: 22 characters, which fit a deep link (64).
const codeBytes = 16;

export function createInvites(scope: BotScope): Invites {
  const { db, botId, now } = scope;
  return {
    async invite(wish) {
      const code = randomBytes(codeBytes).toString('base64url');
      await db.transaction().execute((trx) => keepInvite(trx, scope, { ...wish, code }));
      return code;
    },
    redeem: (code, readerId) =>
      db.transaction().execute((trx) => redeemInvite(trx, { botId, code, readerId, at: now() })),
  };
}

async function keepInvite(
  trx: Transaction<Schema>,
  { botId, now }: BotScope,
  { code, role, expiresAt, updateId }: NewInvite & { readonly code: string },
): Promise<void> {
  const hash = hashOf(code);
  const at = now();
  if (updateId !== undefined) {
    await dropEarlier(trx, botId, updateId);
    await keepResult(trx, { botId, updateId }, { kind: 'invite', key: hash, at });
  }
  await trx
    .insertInto('invites')
    .values({
      bot_id: botId,
      code_hash: hash,
      role,
      created_at: at,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
}

/** The code of an invite is known to nobody when its update was cut off. */
async function dropEarlier(
  trx: Transaction<Schema>,
  botId: number,
  updateId: number,
): Promise<void> {
  const earlier = await findResult(trx, { botId, updateId }, 'invite');
  if (earlier === undefined) return;
  await trx
    .deleteFrom('invites')
    .where('bot_id', '=', botId)
    .where('code_hash', '=', earlier)
    .where('used_at', 'is', null)
    .execute();
}

interface Redeeming {
  readonly botId: number;
  readonly code: string;
  readonly readerId: number;
  readonly at: number;
}

async function redeemInvite(
  trx: Transaction<Schema>,
  { botId, code, readerId, at }: Redeeming,
): Promise<'joined' | 'known' | 'invalid'> {
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
  const role = await findRole(trx, { botId, readerId });
  if (role !== undefined && roles.indexOf(role) >= roles.indexOf(invite.role)) {
    await trx
      .updateTable('invites')
      .set({ used_at: null })
      .where('bot_id', '=', botId)
      .where('code_hash', '=', hashOf(code))
      .execute();
    return 'known';
  }
  await admit(trx, { botId, readerId }, { role: invite.role, at });
  return 'joined';
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
