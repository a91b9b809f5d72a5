import type { Kysely } from 'kysely';
import type { Schema } from './state/schema.ts';

export type Vote = 'up' | 'down';

interface VoteKey {
  readonly answerId: string;
  readonly readerId: number;
}

/** What readers think of answers: one vote per reader and answer, the last one counts. */
export interface Votes {
  cast(key: VoteKey, vote: Vote): Promise<void>;
  find(key: VoteKey): Promise<Vote | undefined>;
}

export function createVotes(db: Kysely<Schema>, now: () => number): Votes {
  return {
    async cast({ answerId, readerId }, vote) {
      const votedAt = now();
      await db
        .insertInto('votes')
        .values({ answer_id: answerId, reader_id: readerId, vote, voted_at: votedAt })
        .onConflict((conflict) =>
          conflict.columns(['answer_id', 'reader_id']).doUpdateSet({ vote, voted_at: votedAt }),
        )
        .execute();
    },
    async find({ answerId, readerId }) {
      const row = await db
        .selectFrom('votes')
        .select('vote')
        .where('answer_id', '=', answerId)
        .where('reader_id', '=', readerId)
        .executeTakeFirst();
      return row?.vote;
    },
  };
}
