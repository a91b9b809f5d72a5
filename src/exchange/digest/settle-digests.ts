import type { Transaction } from 'kysely';
import type { DigestState } from '../digest-tables.ts';
import { createGroups } from '../groups.ts';
import type { Schema } from '../schema.ts';
import { sendWindow } from './due-time.ts';
import type { Settlement } from './outbox.ts';
import type { DigestScope } from './subscriptions.ts';

const attemptsAllowed = 5;
const rowsAtOnce = 500;

/** Writes down how sendings ended, all or none of them. */
export async function settleRows(
  scope: DigestScope,
  settlements: readonly Settlement[],
): Promise<void> {
  if (settlements.length === 0) return;
  await scope.db.transaction().execute(async (trx) => {
    for (const settlement of settlements) await settleRow(trx, scope, settlement);
  });
  for (const { outgoing, delivery } of settlements) {
    if (delivery.kind === 'moved') {
      await createGroups(scope).rename(outgoing.chatId, delivery.to);
    }
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

/** What was not sent before the quiet hours began waits for the morning in its reader's zone. */
export async function postponeLate(scope: DigestScope): Promise<void> {
  const { db, botId, now, timeZone } = scope;
  for (;;) {
    const at = now();
    const late = await db
      .selectFrom('digests')
      .leftJoin('subscriptions', (join) =>
        join
          .onRef('subscriptions.bot_id', '=', 'digests.bot_id')
          .onRef('subscriptions.chat_id', '=', 'digests.chat_id'),
      )
      .select(['digests.chat_id', 'digests.day', 'subscriptions.zone'])
      .where('digests.bot_id', '=', botId)
      .where('digests.state', '=', 'queued')
      .where('digests.send_until', '<=', at)
      .limit(rowsAtOnce)
      .execute();
    await db.transaction().execute(async (trx) => {
      for (const { chat_id, day, zone } of late) {
        const { from, until } = sendWindow(zone ?? timeZone, at);
        await trx
          .updateTable('digests')
          .set({ send_after: from, send_until: until })
          .where('bot_id', '=', botId)
          .where('chat_id', '=', chat_id)
          .where('day', '=', day)
          .where('state', '=', 'queued')
          .execute();
      }
    });
    if (late.length < rowsAtOnce) return;
  }
}
