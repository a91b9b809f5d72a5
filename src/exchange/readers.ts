import type { Kysely } from 'kysely';
import type { Schema } from './state/schema.ts';

/** Who has used the bot: Telegram's number for them and two times, no name. */
export interface Readers {
  /** Notes that a reader was here. */
  greet(readerId: number): Promise<void>;
  find(readerId: number): Promise<Reader | undefined>;
}

interface Reader {
  readonly id: number;
  /** Epoch milliseconds, like `lastSeenAt`. */
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

export function createReaders(db: Kysely<Schema>, now: () => number): Readers {
  return {
    async greet(readerId) {
      const at = now();
      await db
        .insertInto('readers')
        .values({ id: readerId, first_seen_at: at, last_seen_at: at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_seen_at: at }))
        .execute();
    },
    async find(readerId) {
      const row = await db
        .selectFrom('readers')
        .selectAll()
        .where('id', '=', readerId)
        .executeTakeFirst();
      return row && { id: row.id, firstSeenAt: row.first_seen_at, lastSeenAt: row.last_seen_at };
    },
  };
}
