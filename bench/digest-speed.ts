// How fast digests are planned and sent: node run.mjs bench/digest-speed.ts [READERS] [DATABASE]
// At Telegram's limits the time is simulated; without them it is real, against a Bot API in another process.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Api } from 'grammy';
import { pino } from 'pino';
import { deliverDigests } from '../src/bot/deliver-digests.ts';
import { createPacer } from '../src/bot/pacer.ts';
import { prepareDigest } from '../src/bot/run-digests.ts';
import { createExchange } from '../src/exchange/create-exchange.ts';
import { openState } from '../src/exchange/state/open-state.ts';
import { subscribe } from '../tests/support/deliver-over-kills.ts';
import { inventedCorpus } from '../tests/support/sample-corpus.ts';
import { bot, token } from '../tests/support/telegram-server.ts';
import { startBotApi } from './bot-api.ts';
import { openDatabases } from './databases.ts';
import { createSimulatedClock } from './simulated-clock.ts';

const [readers = '100000', only] = process.argv.slice(2);
const atOnceAtMost = 10_000;
const timeZone = 'Asia/Shanghai';
const morning = Date.parse('2026-03-02T08:00:00+08:00');
const log = pino({ level: 'silent' });
const signal = new AbortController().signal;

await using places = await openDatabases(only);
for (const { name, place } of places.databases) {
  console.log(JSON.stringify({ database: name, ...(await atTheLimits(await place())) }));
  console.log(JSON.stringify({ database: name, ...(await withoutLimits(await place())) }));
}

async function atTheLimits(where: string) {
  const clock = createSimulatedClock(morning);
  await using open = await openDigests(where, Number(readers), clock.now);
  const { outbox, plan } = open.digests;
  const planning = await watch(plan);
  const perSecond = new Map<number, number>();
  const sending = await watch(() =>
    deliverDigests({
      outbox: {
        ...outbox,
        settleAndClaim: (...ends) => clock.during(outbox.settleAndClaim(...ends)),
      },
      pacer: createPacer(clock),
      log,
      signal,
      prepare: async () => async () => {
        const second = Math.floor(clock.now() / 1000);
        perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
      },
    }),
  );
  return {
    what: "at Telegram's limits, simulated time",
    planned: planning.result,
    planSeconds: planning.seconds,
    longestBlockMs: planning.longestBlockMs,
    sent: sending.result,
    simulatedMinutes: (clock.now() - morning) / 60_000,
    mostInASecond: Math.max(...perSecond.values()),
    longestBlockSendingMs: sending.longestBlockMs,
    realSeconds: sending.seconds,
  };
}

async function withoutLimits(where: string) {
  using botApi = await startBotApi();
  const count = Math.min(Number(readers), atOnceAtMost);
  await using open = await openDigests(where, count, () => morning);
  const { digests } = open;
  await digests.plan();
  const api = new Api(token, { apiRoot: botApi.apiRoot });
  const { result: sent, seconds } = await watch(() =>
    deliverDigests({
      outbox: digests.outbox,
      pacer: { admit: async () => undefined },
      log,
      signal,
      prepare: (outgoing) => prepareDigest(api, digests, outgoing),
    }),
  );
  return { what: 'without a limit, real time', sent, perSecond: sent / seconds };
}

/** Runs a piece of work; the longest time in which nothing else had its turn is its longest block. */
async function watch<T>(work: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  return { result, seconds, longestBlockMs: delay.max / 1e6 };
}

async function openDigests(where: string, count: number, now: () => number) {
  await subscribe(where, count);
  const state = await openState(
    where.startsWith('postgres:') ? { databaseUrl: where } : { file: where },
  );
  const corpus = inventedCorpus(1000);
  const exchange = createExchange({ db: state.db, now });
  const digests = exchange.digestsOf(bot.id, { timeZone, listArticles: async () => corpus });
  return { digests, [Symbol.asyncDispose]: () => state[Symbol.asyncDispose]() };
}
