// Questions while digests go out at 29 a second, and without them: node run.mjs bench/questions-during-digests.ts
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { type App, openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openChat } from '../src/open-chat.ts';
import { subscribe, zoneAtNoon } from '../tests/support/deliver-over-kills.ts';
import { messageUpdate, startTelegram } from '../tests/support/telegram-server.ts';
import { quantile } from './figures.ts';

const questions = 120;
const everyMs = 100;
const log = pino({ level: 'silent' });
const folder = await mkdtemp(join(tmpdir(), 'chazuo-bench-'));
const config = readConfig({ DATA_DIR: folder }, join(folder, 'none'));
{
  await using app = await openApp(config, log);
  await app.refreshIndex();
  for (const readers of [0, 2000, 0, 2000]) {
    const ms = await measure(app, readers);
    const [p50, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
    console.log(JSON.stringify({ digestsQueued: readers, questions: ms.length, p50, p95 }));
  }
}
await rm(folder, { recursive: true });

async function measure(app: App, readers: number): Promise<readonly number[]> {
  const dataDir = join(folder, `run-${performance.now()}`);
  await mkdir(dataDir);
  await subscribe(join(dataDir, 'chazuo.db'), readers);
  await using telegram = await startTelegram();
  const environment = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATA_DIR: dataDir,
    OPEN_ACCESS: '1',
    TIME_ZONE: zoneAtNoon(),
  };
  await using _ = await openChat(app, readConfig(environment, join(folder, 'none')), log);
  // Let the digests begin.
  await wait(3000);
  const took: Promise<number>[] = [];
  for (let n = 1; n <= questions; n += 1) {
    took.push(ask(telegram, 1_000_000 + n));
    await wait(everyMs);
  }
  return Promise.all(took);
}

async function ask(telegram: Awaited<ReturnType<typeof startTelegram>>, id: number) {
  const person = { id, first_name: '小林' };
  const started = performance.now();
  telegram.send(
    messageUpdate(id, {
      chat: { ...person, type: 'private' },
      from: { ...person, is_bot: false },
      text: '社区怎么做好养老服务？',
    }),
  );
  await telegram.until(() => telegram.calls.find((call) => isAnswerTo(call, id)));
  return performance.now() - started;
}

function isAnswerTo(
  { method, payload }: { readonly method: string; readonly payload: object },
  id: number,
): boolean {
  return method === 'sendMessage' && 'chat_id' in payload && payload.chat_id === id;
}
