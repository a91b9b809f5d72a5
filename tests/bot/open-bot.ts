import { join } from 'node:path';
import { pino } from 'pino';
import type { Answer, AnswerQuestion } from '../../src/answering/answer.ts';
import type { BotServices } from '../../src/bot/bot-dependencies.ts';
import { startBot } from '../../src/bot/start-bot.ts';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState } from '../../src/exchange/open-state.ts';
import { startWebchat } from '../../src/webchat/start-webchat.ts';
import { temporaryFolder } from '../exchange/temporary-folder.ts';
import { answered, articles, notFound } from './sample-answers.ts';
import { openReader } from './webchat-reader.ts';

/** What a test may put in the place of the real thing. */
interface BotOptions {
  readonly answerQuestion?: AnswerQuestion;
  readonly readArticle?: BotServices['readArticle'];
  readonly now?: () => number;
}

/** The bot over the web chat, with its state on disk: `await using chat = await openBot()`. */
export async function openBot(options: BotOptions = {}) {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (text: string) => void logged.push(text) });
  const webchat = await startWebchat({ port: 0, dataFile: folder.file('webchat.db'), log });
  stack.defer(() => webchat.close());
  const start = () => startOnce({ file: join(folder.path, 'state.db'), webchat, log, options });
  let running = await start();
  stack.defer(() => running.stop());
  return {
    webchat,
    logged,
    services: () => running.services,
    stop: () => running.stop(),
    async restart() {
      await running.stop();
      running = await start();
    },
    async reader(name = '书记小林', chat?: number) {
      const reader = await openReader(webchat.url, name, chat);
      stack.use(reader);
      return reader;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function startOnce({
  file,
  webchat,
  log,
  options,
}: {
  file: string;
  webchat: { readonly token: string; readonly apiRoot: string };
  log: BotServices['log'];
  options: BotOptions;
}) {
  const state = await openState({ file });
  const services: BotServices = {
    answerQuestion: options.answerQuestion ?? answerFromSamples,
    readArticle: options.readArticle ?? (async (id) => articles.get(id)),
    exchange: createExchange({ db: state.db, now: options.now ?? Date.now }),
    log,
  };
  const bot = await startBot({ token: webchat.token, apiRoot: webchat.apiRoot }, services);
  let stopped = false;
  return {
    services,
    async stop() {
      if (stopped) return;
      stopped = true;
      await bot.stop();
      await bot.ended;
      await state[Symbol.asyncDispose]();
    },
  };
}

async function answerFromSamples(question: string): Promise<Answer> {
  return { ...(question.includes('食堂') ? answered : notFound), question };
}
