import { expect, test } from 'vitest';
import { createPostgresDatabase, databasesOnDisk } from '../exchange/open-exchange.ts';
import { deliverOverKills } from '../support/deliver-over-kills.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// bench/deliver-over-kills.ts does 10,000 readers with 10 seeds.
const small = { readers: 400, plannerKills: 1, senderKills: 2, faultShare: 0.05, seed: 3 };

test.each(databasesOnDisk)(
  '%s: kill -9 and all kinds of faults: no digest is lost, none is sent twice',
  { timeout: 120_000 },
  async (kind) => {
    await using folder = await temporaryFolder();
    const place = kind === 'SQLite' ? folder.file('state.db') : await createPostgresDatabase();
    const report = await deliverOverKills({ ...small, place });
    expect(report).toMatchObject({
      lost: 0,
      markedSentButNot: 0,
      sentTwice: 0,
      unknownNotListed: 0,
      requestsAfterRestartInFlood: 0,
    });
    expect(report.unknown).toBeLessThanOrEqual(report.unknownAtMost);
    expect(report.mostRequestsInFlood).toBeLessThanOrEqual(8);
    expect(report.states.sent).toBeGreaterThan(small.readers / 2);
  },
);
