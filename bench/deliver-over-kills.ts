// Digests to many readers over kill -9 and faults of the Bot API: node run.mjs bench/deliver-over-kills.ts [READERS] [SEEDS]
import { deliverOverKills } from '../tests/support/deliver-over-kills.ts';
import { openDatabases } from './databases.ts';

const [readers = '10000', seeds = '10'] = process.argv.slice(2);
await using places = await openDatabases();
for (let seed = 1; seed <= Number(seeds); seed += 1) {
  for (const { name, place } of places.databases) {
    const report = await deliverOverKills({
      readers: Number(readers),
      plannerKills: 2,
      senderKills: 4,
      faultShare: 0.01,
      seed,
      place: await place(),
    });
    console.log(JSON.stringify({ database: name, seed, ...report }));
  }
}
