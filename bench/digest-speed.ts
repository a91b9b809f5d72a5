// How fast digests are planned and sent: node run.mjs bench/digest-speed.ts [READERS]
// At Telegram's limits the time is simulated; without them it is real, against a Bot API on this machine.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Api } from 'grammy';
import { pino } from 'pino';
import { deliverDigests } from '../src/bot/deliver-digests.ts';
import { type Clock, createPacer } from '../src/bot/pacer.ts';
import { prepareDigest } from '../src/bot/run-digests.ts';
import { createExchange } from '../src/exchange/create-exchange.ts';
import { openState } from '../src/exchange/open-state.ts';
import { startLedger } from '../tests/support/bot-api-ledger.ts';
import { subscribe } from '../tests/support/deliver-over-kills.ts';
import { inventedCorpus } from '../tests/support/sample-corpus.ts';
import { bot, token } from '../tests/support/telegram-server.ts';
import { openDatabases } from './databases.ts';

const [readers = '100000'] = process.argv.slice(2);
const timeZone = 'Asia/Shanghai';
const morning = Date.parse('2026-03-02T08:00:00+08:00');
const log = pino({ level: 'silent' });
const signal = new AbortController().signal;
// As many as the sender has in flight: when all of them sleep, the time goes on.
const inFlight = 8;

await using places = await openDatabases();
for (const { name, place } of places.databases) {
  console.log(JSON.stringify({ database: name, ...(await atTheLimits(await place())) }));
  console.log(JSON.stringify({ database: name, ...(await withoutLimits(await place())) }));
}

async function atTheLimits(where: string) {
  const clock = createSimulatedClock(morning);
  await using open = await openDigests(where, Number(readers), clock.now);
  const { digests } = open;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const planned = await digests.plan();
  const planSeconds = (performance.now() - started) / 1000;
  delay.disable();
  const perSecond = new Map<number, number>();
  const sent = await deliverDigests({
    outbox: digests.outbox,
    pacer: createPacer(clock),
    log,
    signal,
    prepare: async () => async () => {
      const second = Math.floor(clock.now() / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    },
  });
  return {
    what: 'simulated time, 29 a second',
    planned,
    planSeconds,
    eventLoopMaxMs: delay.max / 1e6,
    sent,
    simulatedMinutes: (clock.now() - morning) / 60_000,
    mostInASecond: Math.max(...perSecond.values()),
    realSeconds: (performance.now() - started) / 1000,
  };
}

async function withoutLimits(where: string) {
  await using ledger = await startLedger({ seed: 1, faultShare: 0 });
  await using open = await openDigests(where, Math.min(Number(readers), 5000), () => morning);
  const { digests } = open;
  await digests.plan();
  const api = new Api(token, { apiRoot: ledger.apiRoot });
  const started = performance.now();
  const sent = await deliverDigests({
    outbox: digests.outbox,
    pacer: { admit: async () => undefined },
    log,
    signal,
    prepare: (outgoing) => prepareDigest(api, digests, outgoing),
  });
  const seconds = (performance.now() - started) / 1000;
  return { what: 'real time, no limit', sent, perSecond: sent / seconds };
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

/** A clock that goes on when all senders sleep, or when nothing has happened for a while. */
function createSimulatedClock(start: number): Clock {
  let time = start;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let idle: NodeJS.Timeout | undefined;
  const goOn = () => {
    sleepers.sort((left, right) => left.at - right.at);
    time = Math.max(time, sleepers[0]?.at ?? time);
    while (sleepers[0] !== undefined && sleepers[0].at <= time) sleepers.shift()?.wake();
  };
  return {
    now: () => time,
    sleep(milliseconds) {
      const { promise, resolve } = Promise.withResolvers<void>();
      sleepers.push({ at: time + milliseconds, wake: resolve });
      clearTimeout(idle);
      if (sleepers.length >= inFlight) goOn();
      else idle = setTimeout(goOn, 50);
      return promise;
    },
  };
}
