import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, statePlace } from './app.ts';
import { startBot } from './bot/start-bot.ts';
import type { Config } from './config.ts';
import { createExchange } from './exchange/create-exchange.ts';
import { openState } from './exchange/state/open-state.ts';
import { createPageDesk } from './page-desk.ts';
import { startWebchat } from './webchat/start-webchat.ts';

/** The bot at work, on Telegram or in the web chat. */
interface Chat extends AsyncDisposable {
  /** Where readers find it. */
  readonly address: string;
  /** Settles when the bot has stopped; rejects when it can not go on. */
  readonly ended: Promise<void>;
}

/** Opens what is remembered and the bot: on Telegram when there is a token, else in the web chat. */
export async function openChat(app: App, config: Config, log: Logger): Promise<Chat> {
  await using opening = new AsyncDisposableStack();
  const state = app.state ?? opening.use(await openState(statePlace(config)));
  const exchange = createExchange({ db: state.db, now: Date.now });
  const { connection, address, clearChat } = await connect(config, log, opening);
  const bot = await startBot(connection, {
    answerQuestion: app.answerQuestion,
    readArticle: app.retrieval.readArticle,
    vocabulary: app.vocabulary,
    exchange,
    access: accessRules(config),
    listArticles: () => app.retrieval.listArticles(),
    writeOpening: app.writeOpening,
    clearChat,
    pages: createPageDesk({
      folder: join(config.dataDir, 'incoming'),
      vocabulary: app.vocabulary,
      ingest: app.ingest,
      readArticle: app.retrieval.readArticle,
    }),
    timeZone: config.timeZone,
    now: Date.now,
    log,
  });
  opening.defer(() => bot.stop());
  const open = opening.move();
  return {
    address: address ?? `https://t.me/${bot.username}`,
    ended: bot.ended,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** On this machine's own web chat whoever comes is at home, and whoever comes first is the admin. */
function accessRules({ telegram, adminIds, openAccess }: Config) {
  const isAtHome = telegram === undefined;
  return { adminIds, openAccess: openAccess || isAtHome, firstReaderIsAdmin: isAtHome };
}

async function connect(config: Config, log: Logger, opening: AsyncDisposableStack) {
  if (config.telegram !== undefined) {
    const connection = { ...config.telegram, proxy: config.httpsProxy };
    return { connection, address: undefined, clearChat: undefined };
  }
  const dataFile = join(config.dataDir, 'webchat.db');
  const webchat = await startWebchat({ port: config.webchatPort, dataFile, log });
  opening.defer(() => webchat.close());
  const connection = { token: webchat.token, apiRoot: webchat.apiRoot };
  return { connection, address: webchat.url, clearChat: webchat.forgetReader };
}
