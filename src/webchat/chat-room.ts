import type { Changes } from './changes.ts';
import type { Store } from './store/open-store.ts';

/** What the web chat writes to; a pino logger fits. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface BotIdentity {
  readonly id: number;
  readonly name: string;
  readonly username: string;
}

/** What the Bot API and the page share. */
export interface ChatRoom {
  readonly store: Store;
  readonly changes: Changes;
  readonly bot: BotIdentity;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
