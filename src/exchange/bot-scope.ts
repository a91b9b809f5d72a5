import type { Kysely } from 'kysely';
import type { Schema } from './state/schema.ts';

/** What is remembered of one bot: the readers of the web chat are nobody on Telegram. */
export interface BotScope {
  readonly db: Kysely<Schema>;
  readonly botId: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
