import { pino } from 'pino';
import { openState } from '../../src/exchange/state/open-state.ts';
import { messageUpdate, startTelegram } from '../support/telegram-server.ts';
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
    services: () => running.services,
    db: () => running.db,
    webhookPort: () => running.webhookPort,
    /** As a crash leaves an update that was handled but not yet marked so. */
    async markUnfinished(updateId: number) {
      await running.stop();
      await using state = await openState({ file });
      const body = JSON.stringify(messageUpdate(updateId, { text: '老年食堂怎么办？' }));
      await state.db
        .updateTable('inbox')
        .set({ state: 'pending', body })
        .where('update_id', '=', updateId)
        .execute();
    },
    async restart() {
      await running.stop();
      running = await start();
    },
    /** The n-th message the bot has sent, from 1. */
    message: (n: number) => telegram.until(() => telegram.sent()[n - 1]?.payload),
    /** The n-th notice after a press of a button. */
    notice: (n: number) =>
      telegram.until(() => telegram.sent('answerCallbackQuery')[n - 1]?.payload.text),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
