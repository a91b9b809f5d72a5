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
    expect(replay).toMatchObject({ answered: small.updates, twice: [], disordered: [] });
    // Between the mark that a message is being sent and the one that it was, a kill leaves a doubt: of the one whose
    // turn it is, and of those whose replies take longer than a turn.
    const { arrived, lost } = replay.doubtful;
    expect(arrived + lost).toBeLessThanOrEqual(small.kills * 8);
    expect(replay.repeated).toBeGreaterThan(0);
  },
);
