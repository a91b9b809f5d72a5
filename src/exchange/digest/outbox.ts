import type { DigestState } from '../state/digest-tables.ts';
import { claimDigests, toOutgoing } from './claim-digests.ts';
import type { Outgoing, Settlement } from './outgoing.ts';
import { postponeLate } from './postpone-digests.ts';
import { settleAndClaim } from './settle-digests.ts';
import type { DigestScope } from './subscriptions.ts';

/** The digests to be sent. A row is marked before its call and after it, so that nothing is sent twice. */
export interface Outbox {
  /** After a crash: what was being sent may have arrived, and is not sent again. Answers with how many those are. */
  recover(): Promise<number>;
  /** Marks up to so many as being sent and gives them; none while Telegram wants peace. */
  claim(limit: number): Promise<readonly Outgoing[]>;
  settle(settlements: readonly Settlement[]): Promise<void>;
  /** Both in one commit: what has ended makes room for what comes next. */
  settleAndClaim(settlements: readonly Settlement[], limit: number): Promise<readonly Outgoing[]>;
  /** What quiet hours have overtaken waits for the morning. */
  keepQuiet(): Promise<void>;
  /** Until when Telegram wants peace; in the past, or 0, when it does not. */
  pausedUntil(): Promise<number>;
  /** How many of a day are in which state. */
  progress(day: string): Promise<Readonly<Partial<Record<DigestState, number>>>>;
  /** Days whose digest may not have arrived in a chat, oldest first. */
  unknownDays(chatId: number): Promise<readonly string[]>;
  /** Sends a digest again, on its reader's wish. */
  sendAgain(chatId: number, day: string): Promise<void>;
  find(chatId: number, day: string): Promise<Outgoing | undefined>;
}

// A reader who asks for it again is awake.
const wishHolds = 60 * 60 * 1000;

export function createOutbox(scope: DigestScope): Outbox {
  return { ...createQueue(scope), ...createRecords(scope) };
}

type Records = Pick<Outbox, 'pausedUntil' | 'progress' | 'unknownDays' | 'sendAgain' | 'find'>;

function createQueue(scope: DigestScope): Omit<Outbox, keyof Records> {
  const { db, botId, now } = scope;
  return {
    async recover() {
      const rows = await db
        .updateTable('digests')
        .set({ state: 'unknown', changed_at: now() })
        .where('bot_id', '=', botId)
        .where('state', '=', 'sending')
        .returning('chat_id')
        .execute();
      return rows.length;
    },
    claim: (limit) => claimDigests(scope, limit),
    async settle(settlements) {
      await settleAndClaim(scope, settlements, 0);
    },
    settleAndClaim: (settlements, limit) => settleAndClaim(scope, settlements, limit),
    keepQuiet: () => postponeLate(scope),
  };
}

function createRecords({ db, botId, now }: DigestScope): Records {
  const ofChat = (chatId: number) =>
    db.selectFrom('digests').selectAll().where('bot_id', '=', botId).where('chat_id', '=', chatId);
  return {
    async pausedUntil() {
      const row = await db
        .selectFrom('pauses')
        .select('paused_until')
        .where('bot_id', '=', botId)
        .executeTakeFirst();
      return row?.paused_until ?? 0;
    },
    async progress(day) {
      const rows = await db
        .selectFrom('digests')
        .select(['state', (column) => column.fn.countAll<number>().as('n')])
        .where('bot_id', '=', botId)
        .where('day', '=', day)
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
    },
    async unknownDays(chatId) {
      const rows = await ofChat(chatId).where('state', '=', 'unknown').orderBy('day').execute();
      return rows.map((row) => row.day);
    },
    async sendAgain(chatId, day) {
      await db
        .updateTable('digests')
        .set({
          state: 'queued',
          send_after: now(),
          send_until: now() + wishHolds,
          changed_at: now(),
        })
        .where('bot_id', '=', botId)
        .where('chat_id', '=', chatId)
        .where('day', '=', day)
        .where('state', '=', 'unknown')
        .execute();
    },
    async find(chatId, day) {
      const row = await ofChat(chatId).where('day', '=', day).executeTakeFirst();
      return row && toOutgoing(row);
    },
  };
}
