// Questions while digests go out at Telegram's limit, and without them, in turn:
// node run.mjs bench/questions-during-digests.ts [ROUNDS]
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectCorpus } from '../src/app.ts';
import { subscribe } from '../tests/support/deliver-over-kills.ts';
import {
  messageUpdate,
  startTelegram,
  type TelegramCall,
} from '../tests/support/telegram-server.ts';
import { startBotProcess } from './bot-process.ts';
import { quantile, readQuestions } from './figures.ts';

const everyMs = 200;
const questionsAtMost = 100;
const readers = 2000;
const [rounds = '4'] = process.argv.slice(2);

const folder = await mkdtemp(join(tmpdir(), 'chazuo-bench-'));
const asked = await readQuestions(join(projectCorpus, 'questions.jsonl'));
const questions = asked.slice(0, questionsAtMost).map(({ question }) => question);
{
  using bot = await startBotProcess(folder);
  // To warm up.
  await measure(bot, readers);
  const idle: number[] = [];
  const busy: number[] = [];
  for (let round = 1; round <= Number(rounds); round += 1) {
    idle.push(...(await measure(bot, 0)));
    busy.push(...(await measure(bot, readers)));
  }
  const [before, during] = [quantile(idle, 0.95), quantile(busy, 0.95)];
  const p50 = { idle: quantile(idle, 0.5), duringDigests: quantile(busy, 0.5) };
  const p95 = { idle: before, duringDigests: during, ratio: during / before };
  console.log(JSON.stringify({ questions: idle.length + busy.length, p50, p95 }));
}
await rm(folder, { recursive: true });

/** Asks all questions while digests go to so many readers. Gives the milliseconds until each was answered. */
async function measure(bot: Awaited<ReturnType<typeof startBotProcess>>, subscribed: number) {
  const dataDir = join(folder, `round-${performance.now()}`);
  await mkdir(dataDir);
  await subscribe(join(dataDir, 'chazuo.db'), subscribed);
  await using telegram = await startTelegram();
  const { apiRoot, token } = telegram;
  await using _ = await bot.chatAt({ dataDir, apiRoot, token });
  // Let the digests begin.
  await wait(2000);
  const before = telegram.calls.length;
  const started = performance.now();
  const took: Promise<number>[] = [];
  for (const [index, question] of questions.entries()) {
    took.push(ask(telegram, { id: 1_000_000 + index, question }));
    await wait(everyMs);
  }
  const ms = await Promise.all(took);
  const seconds = (performance.now() - started) / 1000;
  const sent = telegram.calls.slice(before).filter(({ method }) => method === 'sendMessage');
  const [p50, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
  console.log(JSON.stringify({ messagesPerSecond: sent.length / seconds, p50, p95 }));
  return ms;
}

interface Asking {
  readonly id: number;
  readonly question: string;
}

async function ask(telegram: Awaited<ReturnType<typeof startTelegram>>, { id, question }: Asking) {
  const person = { id, first_name: '小林' };
  const started = performance.now();
  telegram.send(
    messageUpdate(id, {
      chat: { ...person, type: 'private' },
      from: { ...person, is_bot: false },
      text: question,
    }),
  );
  await telegram.until(() => telegram.calls.find((call) => isMessageTo(call, id)));
  return performance.now() - started;
}

function isMessageTo({ method, payload }: TelegramCall, id: number): boolean {
  return method === 'sendMessage' && payload.chat_id === id;
}
