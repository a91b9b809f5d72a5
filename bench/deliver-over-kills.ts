// Digests to many readers over kill -9 and faults of the Bot API:
// node run.mjs bench/deliver-over-kills.ts [READERS] [SEEDS] [DATABASE] [FIRST SEED]
import { type CrashReport, deliverOverKills } from '../tests/support/deliver-over-kills.ts';
import { openDatabases } from './databases.ts';

const [readers = '10000', seeds = '10', only, first = '1'] = process.argv.slice(2);
const runs = { clean: 0, all: 0 };
await using places = await openDatabases(only);
for (let seed = Number(first); seed < Number(first) + Number(seeds); seed += 1) {
  for (const { name, place } of places.databases) {
    const report = await deliverOverKills({
      readers: Number(readers),
      plannerKills: 2,
      senderKills: 4,
      faultShare: 0.01,
      seed,
      place: await place(),
    });
    runs.all += 1;
    if (isClean(report)) runs.clean += 1;
    console.log(JSON.stringify({ database: name, seed, clean: isClean(report), ...report }));
  }
}
console.log(JSON.stringify({ runs }));
if (runs.clean < runs.all) process.exitCode = 1;

function isClean(report: CrashReport): boolean {
  const { lost, markedSentButNot, sentTwice, unknownNotListed } = report;
  const { requestsAfterRestartInFlood, mostRequestsInFlood } = report;
  return (
    lost + markedSentButNot + sentTwice + unknownNotListed + requestsAfterRestartInFlood === 0 &&
    report.unknown <= report.unknownAtMost &&
    mostRequestsInFlood <= 8
  );
}
