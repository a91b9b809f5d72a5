// A bot in a process of its own, as in production: those who ask it do not slow it down.
import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openChat } from '../src/open-chat.ts';
import { zoneAtNoon } from '../tests/support/deliver-over-kills.ts';

const placeSchema = z.object({ dataDir: z.string(), apiRoot: z.string(), token: z.string() });
const close = 'close';

if (process.argv[1] === import.meta.filename) await runBot(process.argv[2] ?? '');

/** Starts a bot with its index under a folder. It chats where it is told, one place after another. */
export async function startBotProcess(folder: string) {
  const child = fork(import.meta.filename, [folder]);
  child.once('exit', (code) => {
    if (code !== null) throw new Error(`the bot ended with ${code}`);
  });
  await once(child, 'message');
  const tell = async (message: z.infer<typeof placeSchema> | typeof close) => {
    const done = once(child, 'message');
    child.send(message);
    await done;
  };
  return {
    async chatAt(place: z.infer<typeof placeSchema>) {
      await tell(place);
      return { [Symbol.asyncDispose]: () => tell(close) };
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}

async function runBot(folder: string): Promise<void> {
  const log = pino({ level: 'silent' });
  const noFile = join(folder, 'none');
  await using app = await openApp(readConfig({ DATA_DIR: folder }, noFile), log);
  await app.refreshIndex();
  process.send?.('open');
  let chat: AsyncDisposable | undefined;
  for await (const [message] of on(process, 'message')) {
    if (message === close) await chat?.[Symbol.asyncDispose]();
    else chat = await openChat(app, readConfig(environmentOf(message), noFile), log);
    process.send?.('done');
  }
}

function environmentOf(message: unknown) {
  const { dataDir, apiRoot, token } = placeSchema.parse(message);
  return {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    DATA_DIR: dataDir,
    OPEN_ACCESS: '1',
    TIME_ZONE: zoneAtNoon(),
  };
}
