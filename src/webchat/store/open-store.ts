import { type Chats, createChats } from './chats.ts';
import { createFiles, type Files } from './files.ts';
import { createMessages, type Messages } from './messages.ts';
import { inTransaction, liftIds, openDatabase } from './open-database.ts';
import { createPresses, type Presses } from './presses.ts';
import { createSettings, type Settings } from './settings.ts';
import { createUpdates, type Updates } from './updates.ts';

/** All that the web chat remembers. */
export interface Store {
  readonly settings: Settings;
  readonly chats: Chats;
  readonly messages: Messages;
  readonly updates: Updates;
  readonly presses: Presses;
  readonly files: Files;
  /** All steps are kept, or none. */
  together<Result>(steps: () => Result): Result;
  /** Leaves nothing of what was deleted in the write-ahead log. */
  sweep(): void;
  close(): void;
}

export function openStore(file: string, now: number): Store {
  const database = openDatabase(file);
  liftIds(database, now);
  return {
    settings: createSettings(database),
    chats: createChats(database),
    messages: createMessages(database),
    updates: createUpdates(database),
    presses: createPresses(database),
    files: createFiles(database),
    together: (steps) => inTransaction(database, steps),
    sweep: () => database.exec('pragma wal_checkpoint(truncate);'),
    close: () => database.close(),
  };
}
