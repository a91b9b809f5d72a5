import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState } from '../../src/exchange/state/open-state.ts';
import { startLedger } from './bot-api-ledger.ts';
import { randomFrom } from './seeded-random.ts';
import { bot } from './telegram-server.ts';

interface CrashOptions {
  readonly readers: number;
  /** Kills while digests are planned, and while they are sent. */
  readonly plannerKills: number;
  readonly senderKills: number;
  readonly faultShare: number;
  readonly seed: number;
  /** A SQLite file, or the address of a PostgreSQL database. */
  readonly place: string;
}

/** What the ledger says against what the outbox says. */
export interface CrashReport {
  readonly states: Readonly<Record<string, number>>;
  /** Neither sent, nor unknown, nor gone. */
  readonly lost: number;
  readonly markedSentButNot: number;
  readonly sentTwice: number;
  readonly unknown: number;
  /** What `unknown` may be at most: faults after which nobody knows, and eight for each kill. */
  readonly unknownAtMost: number;
  readonly unknownNotListed: number;
  readonly mostRequestsInFlood: number;
  readonly requestsAfterRestartInFlood: number;
  readonly requests: number;
  readonly kills: number;
  readonly seconds: number;
}

/** Sends one digest to each of so many readers with a process that is killed at random, until all are out. */
export async function deliverOverKills(options: CrashOptions): Promise<CrashReport> {
  const { readers, plannerKills, senderKills, faultShare, seed, place } = options;
  const random = randomFrom(seed);
  const timeZone = zoneAtNoon();
  await subscribe(place, readers);
  await using ledger = await startLedger({ seed, faultShare });
  const start = () => startSender(ledger.apiRoot, place, timeZone);
  const began = performance.now();
  let kills = 0;
  for (let kill = 0; kill < plannerKills; kill += 1) {
    const { child, planning } = start();
    await planning;
    await wait(random() * 60);
    if (await killed(child)) kills += 1;
  }
  for (let kill = 0; kill < senderKills; kill += 1) {
    const firstCall = ledger.nextRun();
    const { child } = start();
    await Promise.race([firstCall, once(child, 'exit')]);
    await Promise.race([wait(250 + random() * 1500), once(child, 'exit')]);
    const at = Date.now();
    if (await killed(child)) kills += 1;
    ledger.died(at);
  }
  void ledger.nextRun();
  const { child } = start();
  if (child.exitCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`the sender ended with ${child.exitCode}`);
  const seconds = (performance.now() - began) / 1000;
  return { ...(await compare(place, ledger, readers)), kills, seconds, ...limits(ledger, kills) };
}

type Ledger = Awaited<ReturnType<typeof startLedger>>;

function limits({ injected, flood, requests }: Ledger, kills: number) {
  const uncertain =
    injected.reset + injected['accept-then-reset'] + injected.hang + injected.truncated;
  return {
    unknownAtMost: uncertain + kills * 8,
    mostRequestsInFlood: flood.most,
    requestsAfterRestartInFlood: flood.afterRestart,
    requests: requests(),
  };
}

async function compare(place: string, { arrived }: Ledger, readers: number) {
  await using state = await open(place);
  const rows = await state.db.selectFrom('digests').select(['chat_id', 'state', 'day']).execute();
  const states: Record<string, number> = {};
  for (const row of rows) states[row.state] = (states[row.state] ?? 0) + 1;
  const settled = rows.filter((row) => ['sent', 'unknown', 'gone'].includes(row.state));
  const unknown = rows.filter((row) => row.state === 'unknown');
  const digests = createExchange({ db: state.db, now: Date.now }).digestsOf(bot.id, {
    timeZone: 'UTC',
    listArticles: async () => [],
  });
  let unknownNotListed = 0;
  for (const row of unknown) {
    const days = await digests.outbox.unknownDays(row.chat_id);
    if (!days.includes(row.day)) unknownNotListed += 1;
  }
  return {
    states,
    lost: readers - new Set(settled.map((row) => row.chat_id)).size,
    markedSentButNot: rows.filter((row) => row.state === 'sent' && !arrived.has(row.chat_id))
      .length,
    sentTwice: [...arrived.values()].filter((times) => times > 1).length,
    unknown: unknown.length,
    unknownNotListed,
  };
}

function open(place: string) {
  return openState(place.startsWith('postgres:') ? { databaseUrl: place } : { file: place });
}

const rowsAtOnce = 1000;

/** Gives every reader a subscription that is due, as rows: by the way of the bot it would take minutes. */
export async function subscribe(place: string, readers: number): Promise<void> {
  await using state = await open(place);
  await state.db.transaction().execute(async (trx) => {
    for (let from = 1; from <= readers; from += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, readers - from + 1);
      const rows = Array.from({ length: count }, (_, index) => ({
        bot_id: bot.id,
        chat_id: from + index,
        themes: '[]',
        org_types: '[]',
        minute: 480,
        rhythm: 'daily' as const,
        zone: null,
        paused_at: null,
        next_at: 1,
        created_at: 1,
      }));
      await trx.insertInto('subscriptions').values(rows).execute();
    }
  });
  // As autovacuum does within a minute.
  if (place.startsWith('postgres:')) await sql`analyze subscriptions`.execute(state.db);
}

function startSender(apiRoot: string, place: string, timeZone: string) {
  const program = new URL('../bot/send-digests.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, apiRoot, place, timeZone], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const planning = once(createInterface({ input: child.stdout }), 'line');
  return { child, planning };
}

/** Whether it was still there to be killed. */
async function killed(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) return false;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  return child.signalCode === 'SIGKILL';
}

/** A zone in which it is noon now: nothing is quiet there. */
export function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  if (ahead === 0) return 'Etc/GMT';
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
