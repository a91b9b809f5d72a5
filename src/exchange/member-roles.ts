import type { Kysely, Transaction } from 'kysely';
import type { Role } from './state/member-tables.ts';
import type { Schema } from './state/schema.ts';

interface MemberKey {
  readonly botId: number;
  readonly readerId: number;
}

export async function findRole(
  db: Kysely<Schema>,
  { botId, readerId }: MemberKey,
): Promise<Role | undefined> {
  const row = await db
    .selectFrom('members')
    .select('role')
    .where('bot_id', '=', botId)
    .where('reader_id', '=', readerId)
    .executeTakeFirst();
  return row?.role;
}

/** Makes a reader a member, or gives a member another role. */
export async function admit(
  trx: Transaction<Schema>,
  { botId, readerId }: MemberKey,
  { role, at }: { readonly role: Role; readonly at: number },
): Promise<void> {
  await trx
    .insertInto('members')
    .values({ bot_id: botId, reader_id: readerId, role, joined_at: at })
    .onConflict((conflict) => conflict.columns(['bot_id', 'reader_id']).doUpdateSet({ role }))
    .execute();
}
