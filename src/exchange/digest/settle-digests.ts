import type { Transaction } from 'kysely';
import { createGroups } from '../groups.ts';
import type { DigestState } from '../state/digest-tables.ts';
import type { Schema } from '../state/schema.ts';
import { claimDigests } from './claim-digests.ts';
import type { Outgoing, Settlement } from './outgoing.ts';
import type { DigestScope } from './subscriptions.ts';

const attemptsAllowed = 5;

/** Writes down how sendings ended and marks up to so many others as being sent: all of it in one commit, or nothing. */
export async function settleAndClaim(
  scope: DigestScope,
  settlements: readonly Settlement[],
  limit: number,
): Promise<readonly Outgoing[]> {
  const claim = async (db: DigestScope['db']) =>
    limit > 0 ? claimDigests({ ...scope, db }, limit) : [];
  if (settlements.length === 0) return claim(scope.db);
  const moves = settlements.flatMap(({ outgoing, delivery }) =>
    delivery.kind === 'moved' ? [{ from: outgoing.chatId, to: delivery.to }] : [],
  );
  const claimed = await scope.db.transaction().execute(async (trx) => {
    await settle(trx, scope, settlements);
    return moves.length === 0 ? claim(trx) : [];
  });
  if (moves.length === 0) return claimed;
  // Only then: a digest must not be on its way while its chat gets another id.
  for (const { from, to } of moves) await createGroups(scope).rename(from, to);
  return claim(scope.db);
}

async function settle(
  trx: Transaction<Schema>,
  scope: DigestScope,
  settlements: readonly Settlement[],
): Promise<void> {
  const sent = settlements.filter(({ delivery }) => delivery.kind === 'sent');
  for (const [day, ofDay] of Map.groupBy(sent, ({ outgoing }) => outgoing.day)) {
    await trx
      .updateTable('digests')
      .set({ state: 'sent', changed_at: scope.now() })
      .where('bot_id', '=', scope.botId)
      .where('day', '=', day)
      .where(
        'chat_id',
        'in',
        ofDay.map(({ outgoing }) => outgoing.chatId),
      )
      .execute();
  }
  for (const settlement of settlements) {
    if (settlement.delivery.kind !== 'sent') await settleRow(trx, scope, settlement);
  }
}

async function settleRow(
  trx: Transaction<Schema>,
  scope: DigestScope,
  { outgoing, delivery }: Settlement,
): Promise<void> {
  const at = scope.now();
  const set = (state: DigestState, more: { send_after?: number; attempts?: number } = {}) =>
    trx
      .updateTable('digests')
      .set({ state, changed_at: at, ...more })
      .where('bot_id', '=', scope.botId)
      .where('chat_id', '=', outgoing.chatId)
      .where('day', '=', outgoing.day)
      .execute();
  switch (delivery.kind) {
    case 'sent':
    case 'unknown':
    case 'failed':
      await set(delivery.kind);
      return;
    case 'gone':
      await set('gone');
      await trx
        .deleteFrom('subscriptions')
        .where('bot_id', '=', scope.botId)
        .where('chat_id', '=', outgoing.chatId)
        .execute();
      return;
    case 'again':
      if (outgoing.attempts >= attemptsAllowed) await set('failed');
      else await set('queued', { send_after: at + delivery.after });
      return;
    case 'unsent':
      await set('queued', { attempts: outgoing.attempts - 1 });
      return;
    case 'flood':
      await set('queued', { attempts: outgoing.attempts - 1 });
      await pause(trx, scope, at + delivery.after);
      return;
    case 'moved':
      await set('queued');
      return;
  }
}

async function pause(
  trx: Transaction<Schema>,
  { botId }: DigestScope,
  until: number,
): Promise<void> {
  await trx
    .insertInto('pauses')
    .values({ bot_id: botId, paused_until: until })
    .onConflict((conflict) =>
      conflict
        .column('bot_id')
        .doUpdateSet({ paused_until: until })
        .where('pauses.paused_until', '<', until),
    )
    .execute();
}
