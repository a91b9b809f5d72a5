// Webhooks over kill -9: node run.mjs bench/replay-updates.ts [SEED]
import { replayUpdates } from '../tests/support/replay-updates.ts';
import { openDatabases } from './databases.ts';

const [seed = '1'] = process.argv.slice(2);
await using places = await openDatabases();
for (const { name, place } of places.databases) {
  const started = performance.now();
  const replay = await replayUpdates({
    updates: 3000,
    chats: 300,
    kills: 6,
    seed: Number(seed),
    place: await place(),
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ database: name, ...replay, seconds }));
}
