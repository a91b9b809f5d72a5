// Accepts updates without end, printing each id once it is acknowledged: to be killed in the middle.
import { writeSync } from 'node:fs';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState } from '../../src/exchange/state/open-state.ts';

const [place = '', firstId = '0'] = process.argv.slice(2);
await using state = await openState(
  place.startsWith('postgres:') ? { databaseUrl: place } : { file: place },
);
const inbox = createExchange({ db: state.db, now: Date.now }).inboxOf(1);
for (let updateId = Number(firstId); ; updateId += 1) {
  await inbox.accept([{ updateId, body: { text: '问'.repeat(200) } }]);
  writeSync(1, `${updateId}\n`);
}
