import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { type Delivered, judge, openLedger, pressOf } from './replay-ledger.ts';
import { randomFrom } from './seeded-random.ts';
import { messageUpdate, startTelegram } from './telegram-server.ts';

export const webhookSecret = 'a-secret-of-sixteen';

interface ReplayOptions {
  readonly updates: number;
  readonly chats: number;
  readonly kills: number;
  readonly seed: number;
  /** A SQLite file, or the address of a PostgreSQL database. */
  readonly place: string;
}

interface Replay {
  /** Questions that have an answer in the end. */
  readonly answered: number;
  /** Questions that were answered more than once, by what they said. */
  readonly twice: readonly string[];
  /** Questions whose chats were told that nobody knows whether the answer arrived: it had, or it was lost. */
  readonly doubtful: { readonly arrived: number; readonly lost: number };
  /** Chats in which an answer stands before that of an earlier question, those asked for again left out. */
  readonly disordered: readonly number[];
  /** Deliveries that the bot did not take, and deliveries of what it had taken before. */
  readonly refused: number;
  readonly repeated: number;
}

// Milliseconds between two questions: Telegram takes 30 answers a second.
const gap = 35;

/**
 * Delivers updates to a bot by webhook, as Telegram does: in order within a chat, again when they were not taken, and
 * some again though they were; update ids jump. The bot is killed in between, and started again. A reader who is told
 * that an answer may be lost, and does not see it, asks for it by the button.
 */
export async function replayUpdates(options: ReplayOptions): Promise<Replay> {
  const { updates, chats, kills, seed, place } = options;
  const random = randomFrom(seed);
  await using telegram = await startTelegram();
  const port = await freePort();
  let bot = await startBot(telegram.apiRoot, place, port);
  const counts = { refused: 0, repeated: 0 };
  const { answers, doubts, readOn } = openLedger(telegram.calls);
  const answered = new Set<string>();
  const countAnswered = () => {
    for (const { question } of readOn()) answered.add(question);
    return answered.size;
  };
  const deliver = async (update: object) => {
    for (;;) {
      if ((await post(port, update)) === 200) return;
      counts.refused += 1;
      await wait(20);
    }
  };
  const queues = makeQueues({ updates, chats, random });
  const began = performance.now();
  const delivering = Promise.all(
    queues.map(async (queue) => {
      for (const update of queue) {
        // About as fast as they are answered: the kills are to hit deliveries as well.
        const due = began + Number(update.message.text?.slice(2)) * gap;
        await wait(Math.max(0, due - performance.now()));
        await deliver(update);
        if (random() < 0.1) {
          counts.repeated += 1;
          await deliver(update);
        }
      }
    }),
  );
  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = Math.floor(((kill - random() * 0.8) * updates) / (kills + 1));
    await telegram.until(() => countAnswered() >= enough || undefined);
    bot.kill('SIGKILL');
    await once(bot, 'exit');
    bot = await startBot(telegram.apiRoot, place, port);
  }
  await delivering;
  const askedById = new Map(queues.flat().map((each) => [each.update_id, each]));
  const textOf = (updateId: number) => String(askedById.get(updateId)?.message.text);
  // Every question ends in an answer, or in the notice that one may be lost.
  const countEnded = () =>
    countAnswered() + doubts.filter((updateId) => !answered.has(textOf(updateId))).length;
  await telegram.until(() => countEnded() >= updates || undefined);
  const lost = doubts.filter((updateId) => !answered.has(textOf(updateId)));
  for (const updateId of lost) await deliver(pressOf(askedById.get(updateId), updateId));
  await telegram.until(() => countAnswered() >= updates || undefined);
  bot.kill('SIGKILL');
  await once(bot, 'exit');
  return {
    ...judge(answers, new Set(lost.map(textOf))),
    doubtful: { arrived: doubts.length - lost.length, lost: lost.length },
    ...counts,
  };
}

function makeQueues({
  updates,
  chats,
  random,
}: {
  readonly updates: number;
  readonly chats: number;
  readonly random: () => number;
}): readonly (readonly Delivered[])[] {
  const queues: Delivered[][] = Array.from({ length: chats }, () => []);
  let updateId = 700_000_000;
  for (let n = 0; n < updates; n += 1) {
    // Ids jump ahead, and once begin anew somewhere lower, as after a quiet week.
    updateId += 1 + Math.floor(random() * 50);
    if (n === Math.floor(updates / 2)) updateId = 1000;
    const chatId = 1 + Math.floor(random() * chats);
    const person = { id: chatId, first_name: '小林' };
    const from = { ...person, is_bot: false };
    const text = `问题${String(n).padStart(5, '0')}`;
    const update = messageUpdate(updateId, { chat: { ...person, type: 'private' }, from, text });
    queues[chatId - 1]?.push(update);
  }
  return queues;
}

async function startBot(apiRoot: string, place: string, port: number): Promise<ChildProcess> {
  const program = new URL('../bot/run-bot.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, apiRoot, place, 'answers', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** The status of the bot's reply; 0 when nobody is there. */
async function post(port: number, update: object): Promise<number> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/hook`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': webhookSecret },
      body: JSON.stringify(update),
    });
    return response.status;
  } catch (error) {
    if (error instanceof TypeError) return 0;
    throw error;
  }
}
