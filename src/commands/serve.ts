import type { Logger } from 'pino';
import { type App, openApp } from '../app.ts';
import { lockFolder } from '../lock-folder.ts';
import { openChat } from '../open-chat.ts';
import { type Command, parseCommandLine } from './command.ts';
import { showProgress } from './progress.ts';

const usage =
  'serve                          启动机器人：设了 BOT_TOKEN 就上 Telegram，否则开网页聊天';

/** Runs the bot until SIGINT or SIGTERM, which end it gracefully. */
export const serve: Command = {
  usage,
  async run(args, { config, log, print }) {
    parseCommandLine(args, {}, { usage, positionals: 0 });
    const stopped = stopSignal(log);
    using _lock = lockFolder(config.dataDir);
    await using app = await openApp(config, log);
    using progress = showProgress(log);
    await app.refreshIndex({ onProgress: progress.show });
    await using chat = await openChat(app, config, log);
    print(`茶座已开门：${chat.address}`);
    if (config.model.chat === undefined) await warmUp(app, log);
    await Promise.race([stopped, chat.ended]);
    log.info('stopping');
    return 0;
  },
};

/** Searches once ahead of the first reader, whose question would else take 0.3 s longer: tables are read when needed. */
async function warmUp({ retrieval }: App, log: Logger): Promise<void> {
  try {
    await retrieval.search('社区党组织怎样照顾独居老人', { limit: 1 });
  } catch (error) {
    log.warn({ err: error }, 'first search failed');
  }
}

// A terminal and the launcher may both pass on one Ctrl+C.
const sameSignalMs = 1000;

/** Settles at the first signal; a second one, not a mere echo of the first, ends the process at once. */
function stopSignal(log: Logger): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let asked: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'asked to stop');
      if (asked !== undefined && performance.now() - asked > sameSignalMs) process.exit(1);
      asked ??= performance.now();
      resolve();
    });
  }
  return promise;
}
