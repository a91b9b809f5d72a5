import type { Kysely } from 'kysely';
import { type Answers, createAnswers } from './answers.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createDigests, type DigestOptions, type Digests } from './digest/digests.ts';
import { createEffects, type Effects } from './effects.ts';
import { createGroups, type Groups } from './groups.ts';
import { keepHouse } from './housekeeping.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createMembers, type Members } from './members.ts';
import { createProfiles, type Profiles } from './profiles.ts';
import { createReaderData, type ReaderData } from './reader-data.ts';
import { createReaders, type Readers } from './readers.ts';
import type { Schema } from './state/schema.ts';
import { createVotes, type Votes } from './votes.ts';

/** All that is remembered. */
export interface Exchange {
  readonly readers: Readers;
  readonly answers: Answers;
  readonly votes: Votes;
  readonly conversations: Conversations;
  /** Update ids are counted per bot, and so are inboxes. */
  inboxOf(botId: number): Inbox;
  /** What one bot sends, and to whom: the readers of the web chat are nobody on Telegram. */
  of(botId: number): BotExchange;
  /** The digests of one bot. */
  digestsOf(botId: number, options: DigestWiring): Digests;
  /** Erases what has been kept long enough. */
  keepHouse(): Promise<void>;
}

export type DigestWiring = Pick<DigestOptions, 'timeZone' | 'listArticles' | 'writeOpening'>;

export interface BotExchange {
  readonly members: Members;
  readonly groups: Groups;
  readonly effects: Effects;
  readonly profiles: Profiles;
  readonly readerData: ReaderData;
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
    of(botId) {
      const scope = { db, botId, now };
      return {
        members: createMembers(scope),
        groups: createGroups(scope),
        effects: createEffects(scope),
        profiles: createProfiles(scope),
        readerData: createReaderData(scope),
      };
    },
    digestsOf: (botId, options) => createDigests({ db, now, botId, ...options }),
    keepHouse: () => keepHouse(db, now()),
  };
}
