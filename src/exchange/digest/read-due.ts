import { sql } from 'kysely';
import type { PastDigest } from './compose-digest.ts';
import type { TimesAt } from './due-time.ts';
import { type DigestScope, type Subscription, toSubscription } from './subscriptions.ts';

/** A subscription whose digest is due. */
export interface Due {
  readonly subscription: Subscription;
  /** IANA name. */
  readonly zone: string;
  /** `YYYY-MM-DD` in the zone. */
  readonly day: string;
  readonly dueAt: number;
  /** What its chat was sent, or may have been. A digest that is still queued from an earlier day does not count. */
  readonly past: readonly PastDigest[];
  /** Earlier days whose digest has not gone out. */
  readonly overtaken: readonly string[];
}

export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly times: TimesAt;
}

/** The subscriptions that have been due longest, at most so many. */
export async function readDue(
  { db, botId, timeZone }: DigestScope,
  { at, times }: Moment,
  limit: number,
): Promise<readonly Due[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    // One row for each chat, looked up by its key however little the planner knows of the table.
    .select((row) =>
      row
        .selectFrom('digests')
        .select(
          sql<string | null>`string_agg(day || ' ' || content_id || ' ' || state, ',')`.as('all'),
        )
        .whereRef('digests.bot_id', '=', 'subscriptions.bot_id')
        .whereRef('digests.chat_id', '=', 'subscriptions.chat_id')
        .where('state', '!=', 'failed')
        .as('digests'),
    )
    .where('bot_id', '=', botId)
    .where('paused_at', 'is', null)
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .limit(limit)
    .execute();
  // Most have the same past: it is read once.
  const pasts = new Map<string, Past>();
  return rows.map((row) => {
    const zone = row.zone ?? timeZone;
    const day = times.day(zone);
    const key = `${day} ${row.digests}`;
    const past = pasts.get(key) ?? readPast(row.digests ?? '', day);
    pasts.set(key, past);
    return { subscription: toSubscription(row), zone, day, dueAt: row.next_at, ...past };
  });
}

type Past = Pick<Due, 'past' | 'overtaken'>;

/** From `day content state,day content state`, as of a day. */
function readPast(text: string, today: string): Past {
  const past: PastDigest[] = [];
  const overtaken: string[] = [];
  for (const digest of text.split(',')) {
    const [day = '', contentId = '', state = ''] = digest.split(' ');
    const isWaiting = state === 'queued' && day !== today;
    if (isWaiting && day < today) overtaken.push(day);
    if (!isWaiting && state !== '') past.push({ day, contentId });
  }
  return { past, overtaken };
}
