import { expect, test } from 'vitest';
import { createPostgresDatabase, databasesOnDisk } from '../exchange/open-exchange.ts';
import { replayUpdates } from '../support/replay-updates.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// bench/replay-updates.ts does 3,000 updates in 300 chats with six kills.
const small = { updates: 200, chats: 25, kills: 2, seed: 5 };

test.each(databasesOnDisk)(
  '%s: webhooks replayed, ids that jump, kill -9: each question has one answer, in order',
  { timeout: 120_000 },
  async (kind) => {
    await using folder = await temporaryFolder();
    const place = kind === 'SQLite' ? folder.file('state.db') : await createPostgresDatabase();
    const replay = await replayUpdates({ ...small, place });
    expect(replay.twice).toEqual([]);
    expect(replay.disordered).toEqual([]);
    // An answer that was on its way when the bot died has arrived or not: a notice says that nobody knows.
    expect(replay.notices).toBeGreaterThanOrEqual(replay.unanswered.length);
    expect(replay.notices).toBeLessThanOrEqual(small.kills * small.chats);
    expect(replay.repeated).toBeGreaterThan(0);
  },
);
