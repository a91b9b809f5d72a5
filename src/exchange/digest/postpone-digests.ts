import { setImmediate as breathe } from 'node:timers/promises';
import { sendWindow } from './due-time.ts';
import type { DigestScope } from './subscriptions.ts';

const rowsAtOnce = 500;

/** What was not sent before the quiet hours began waits for the morning in its reader's zone. */
export async function postponeLate(scope: DigestScope): Promise<void> {
  for (;;) {
    const late = await readLate(scope);
    if (late.length === 0) return;
    for (const group of Map.groupBy(late, ({ zone, day }) => `${zone} ${day}`).values()) {
      const [first] = group;
      const chatIds = group.map((each) => each.chat_id);
      if (first !== undefined) await postpone(scope, first, chatIds);
    }
    await breathe();
  }
}

interface Late {
  readonly chat_id: number;
  readonly day: string;
  readonly zone: string | null;
}

function readLate({ db, botId, now }: DigestScope): Promise<readonly Late[]> {
  return db
    .selectFrom('digests')
    .leftJoin('subscriptions', (join) =>
      join
        .onRef('subscriptions.bot_id', '=', 'digests.bot_id')
        .onRef('subscriptions.chat_id', '=', 'digests.chat_id'),
    )
    .select(['digests.chat_id', 'digests.day', 'subscriptions.zone'])
    .where('digests.bot_id', '=', botId)
    .where('digests.state', '=', 'queued')
    .where('digests.send_until', '<=', now())
    .limit(rowsAtOnce)
    .execute();
}

/** Postpones the digests of one day to chats in one zone. */
async function postpone(
  scope: DigestScope,
  { zone, day }: Late,
  chatIds: readonly number[],
): Promise<void> {
  const { db, botId, now, timeZone } = scope;
  const { from, until } = sendWindow(zone ?? timeZone, now());
  await db
    .updateTable('digests')
    .set({ send_after: from, send_until: until })
    .where('bot_id', '=', botId)
    .where('day', '=', day)
    .where('chat_id', 'in', chatIds)
    .where('state', '=', 'queued')
    .execute();
}
