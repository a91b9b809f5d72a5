import type { Kysely } from 'kysely';
import { type Answers, createAnswers } from './answers.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createReaders, type Readers } from './readers.ts';
import type { Schema } from './schema.ts';
import { createVotes, type Votes } from './votes.ts';

/** All that is remembered. */
export interface Exchange {
  readonly readers: Readers;
  readonly answers: Answers;
  readonly votes: Votes;
  readonly conversations: Conversations;
  /** Update ids are counted per bot, and so are inboxes. */
  inboxOf(botId: number): Inbox;
}

interface ExchangeOptions {
  readonly db: Kysely<Schema>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export function createExchange({ db, now }: ExchangeOptions): Exchange {
  return {
    readers: createReaders(db, now),
    answers: createAnswers(db, now),
    votes: createVotes(db, now),
    conversations: createConversations(db, now),
    inboxOf: (botId) => createInbox({ db, botId, now }),
  };
}
