import type { Logger } from 'pino';
import { openApp, openChat } from '../app.ts';
import { type Command, parseCommandLine } from './command.ts';
import { showProgress } from './progress.ts';

const usage =
  'serve                          启动机器人：设了 BOT_TOKEN 就上 Telegram，否则开网页聊天';

/** Runs the bot until SIGINT or SIGTERM, which end it gracefully. */
export const serve: Command = {
  usage,
  async run(args, { config, log, print }) {
    parseCommandLine(args, {}, usage);
    const stopped = stopSignal(log);
    await using app = await openApp(config, log);
    using progress = showProgress(log);
    const { problems } = await app.refreshIndex({ onProgress: progress.show });
    for (const problem of problems) log.warn(problem, 'not taken in');
    await using chat = await openChat(app, config, log);
    print(`茶座已开门：${chat.address}`);
    await Promise.race([stopped, chat.ended]);
    log.info('stopping');
    return 0;
  },
};

/** Settles at the first signal. Later ones change nothing: a terminal and the launcher may both send one. */
function stopSignal(log: Logger): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'asked to stop');
      resolve();
    });
  }
  return promise;
}
