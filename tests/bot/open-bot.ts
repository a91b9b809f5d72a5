import { pino } from 'pino';
import type { Answer, AnswerQuestion } from '../../src/answering/answer.ts';
import type { AccessRules } from '../../src/bot/access.ts';
import type { BotServices } from '../../src/bot/bot-dependencies.ts';
import type { TelegramConnection } from '../../src/bot/connection.ts';
import type { Webhook } from '../../src/bot/receive-webhook.ts';
import { startBot } from '../../src/bot/start-bot.ts';
import type { Article } from '../../src/corpus/article.ts';
import { createExchange } from '../../src/exchange/create-exchange.ts';
import { openState } from '../../src/exchange/state/open-state.ts';
import { startWebchat } from '../../src/webchat/start-webchat.ts';
import { openReader } from '../support/bot-reader.ts';
import { answered, articles, notFound, vocabulary } from '../support/sample-answers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What a test may put in the place of the real thing. */
export interface BotOptions {
  readonly answerQuestion?: AnswerQuestion;
  readonly readArticle?: BotServices['readArticle'];
  readonly vocabulary?: BotServices['vocabulary'];
  readonly now?: () => number;
  /** Default: open to everybody. */
  readonly access?: Partial<AccessRules>;
  readonly webhook?: Webhook;
  /** What digests choose from, and what is browsed. */
  readonly articles?: readonly Article[];
  readonly listArticles?: BotServices['listArticles'];
  readonly streamPace?: BotServices['streamPace'];
  readonly pages?: BotServices['pages'];
  readonly writeOpening?: BotServices['writeOpening'];
  readonly clearChat?: BotServices['clearChat'];
}

/** The bot over the web chat, with its state on disk: `await using chat = await openBot()`. */
export async function openBot(options: BotOptions = {}) {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (text: string) => void logged.push(text) });
  const webchat = await startWebchat({ port: 0, dataFile: folder.file('webchat.db'), log });
  stack.defer(() => webchat.close());
  const connection = { token: webchat.token, apiRoot: webchat.apiRoot };
  const withWindow = { clearChat: webchat.forgetReader, ...options };
  const start = () =>
    startOnce({ file: folder.file('state.db'), connection, log, options: withWindow });
  let running = await start();
  stack.defer(() => running.stop());
  return {
    webchat,
    file: folder.file('state.db'),
    folder: folder.path,
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

interface Start {
  /** Of SQLite, or the address of a PostgreSQL database. */
  readonly file: string;
  readonly connection: TelegramConnection;
  readonly log: BotServices['log'];
  readonly options: BotOptions;
}

/** A bot with its state in this file. */
export async function startOnce({ file, connection, log, options }: Start) {
  const state = await openState(file.startsWith('postgres:') ? { databaseUrl: file } : { file });
  const services: BotServices = {
    answerQuestion: options.answerQuestion ?? answerFromSamples,
    vocabulary: options.vocabulary ?? vocabulary,
    readArticle: options.readArticle ?? (async (id) => articles.get(id)),
    exchange: createExchange({ db: state.db, now: options.now ?? Date.now }),
    access: { adminIds: [], openAccess: true, firstReaderIsAdmin: false, ...options.access },
    now: options.now ?? Date.now,
    listArticles: options.listArticles ?? (async () => options.articles ?? [...articles.values()]),
    timeZone: 'Asia/Shanghai',
    log,
    ...(options.streamPace && { streamPace: options.streamPace }),
    ...(options.pages && { pages: options.pages }),
    writeOpening: options.writeOpening,
    clearChat: options.clearChat,
  };
  const bot = await startBot({ ...connection, webhook: options.webhook }, services);
  let stopped = false;
  return {
    services,
    db: state.db,
    ended: bot.ended,
    webhookPort: bot.webhookPort,
    async stop() {
      if (stopped) return;
      stopped = true;
      await bot.stop();
      await Promise.allSettled([bot.ended]);
      await state[Symbol.asyncDispose]();
    },
  };
}

async function answerFromSamples(question: string): Promise<Answer> {
  return { ...(question.includes('食堂') ? answered : notFound), question };
}
