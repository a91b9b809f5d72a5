import { pino } from 'pino';
import { startTelegram } from '../support/telegram-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type BotOptions, startOnce } from './open-bot.ts';

/** The bot over a Telegram that can misbehave: `await using chat = await openBotOnTelegram()`. */
export async function openBotOnTelegram(options: BotOptions = {}) {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (text: string) => void logged.push(text) });
  const telegram = stack.use(await startTelegram());
  const { token, apiRoot } = telegram;
  const file = folder.file('state.db');
  const start = () => startOnce({ file, connection: { token, apiRoot }, log, options });
  let running = await start();
  stack.defer(() => running.stop());
  return {
    telegram,
    file,
    logged: () => logged.join(''),
    ended: running.ended,
    stop: () => running.stop(),
    async restart() {
      await running.stop();
      running = await start();
    },
    /** The n-th message the bot has sent, from 1. */
    message: (n: number) => telegram.until(() => telegram.sent()[n - 1]?.payload),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
