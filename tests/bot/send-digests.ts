// Plans and sends all digests that are due, in a process of its own: to be killed in the middle.
import { setTimeout as wait } from 'node:timers/promises';
import { Api } from 'grammy';
import { pino } from 'pino';
import { deliverDigests } from '../../src/bot/deliver-digests.ts';
import { prepareDigest } from '../../src/bot/run-digests.ts';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState } from '../../src/exchange/state/open-state.ts';
import { inventedCorpus } from '../support/sample-corpus.ts';
import { bot, token } from '../support/telegram-server.ts';

const [apiRoot = '', place = '', timeZone = 'UTC'] = process.argv.slice(2);
await using state = await openState(
  place.startsWith('postgres:') ? { databaseUrl: place } : { file: place },
);
const listArticles = async () => inventedCorpus(20);
const exchange = createExchange({ db: state.db, now: Date.now });
const digests = exchange.digestsOf(bot.id, { timeZone, listArticles });
const { outbox } = digests;
await outbox.recover();
process.stdout.write('planning\n');
await digests.plan();
process.stdout.write('sending\n');
const api = new Api(token, { apiRoot, timeoutSeconds: 1 });
const never = new AbortController().signal;
// Without a limit: as fast as it goes.
const pacer = { admit: async () => undefined };
for (;;) {
  await deliverDigests({
    outbox,
    pacer,
    log: pino({ level: 'silent' }),
    signal: never,
    prepare: (outgoing) => prepareDigest(api, digests, outgoing),
  });
  const { queued = 0, sending = 0 } = await outbox.progress(digests.today());
  if (queued + sending === 0) break;
  await wait(100);
}
process.stdout.write('done\n');
