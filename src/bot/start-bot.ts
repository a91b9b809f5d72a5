import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { createAccess } from './access.ts';
import { apologise, giveUp } from './apologise.ts';
import type { BotServices } from './bot-dependencies.ts';
import { checkTelegram } from './check-telegram.ts';
import { botCommands } from './commands.ts';
import type { TelegramConnection } from './connection.ts';
import { createApi, createBot } from './create-bot.ts';
import { createDownload } from './download-file.ts';
import { overtakes } from './overtakes.ts';
import { createPacer } from './pacer.ts';
import { receiveUpdates } from './receive-updates.ts';
import type { Webhook } from './receive-webhook.ts';
import { runDigests } from './run-digests.ts';
import { createRunningQuestions } from './running-questions.ts';
import { safeError } from './safe-error.ts';
import { workInbox } from './work-inbox.ts';
import { startOpenings } from './write-openings.ts';

interface RunningBot {
  readonly username: string;
  /** Settles when the bot has stopped; rejects when it can not go on, with one sentence that says why. */
  readonly ended: Promise<void>;
  /** Where the webhook is served, when there is one. */
  readonly webhookPort: number | undefined;
  /** Answers what is being answered, for at most seven seconds, and stops. What is left waits in the inbox. */
  stop(): Promise<void>;
}

interface BotConnection extends TelegramConnection {
  /** Telegram calls; without it the bot asks (long polling). */
  readonly webhook?: Webhook | undefined;
}

const secondsToFinish = 5;
const secondsToGiveUp = 2;
const hour = 60 * 60 * 1000;

/**
 * Starts the bot.
 * @throws Error within 15 s, in one sentence, when the token is wrong or Telegram out of reach.
 */
export async function startBot(
  connection: BotConnection,
  services: BotServices,
): Promise<RunningBot> {
  const { exchange, log } = services;
  const botInfo = await checkTelegram(connection);
  const running = createRunningQuestions();
  const own = exchange.of(botInfo.id);
  const access = createAccess(services.access, own);
  const digests = exchange.digestsOf(botInfo.id, services);
  const pacer = createPacer({ now: Date.now, sleep: (milliseconds) => wait(milliseconds) });
  const daily = await runDigests({ connection, digests, pacer, log });
  const downloadFile = createDownload(connection);
  const api = createApi(connection, log);
  const work = workInbox({
    inbox: exchange.inboxOf(botInfo.id),
    handle: (update) => bot.handleUpdate(update),
    apologise: (thrown, verdict) => apologise(thrown, verdict, log),
    giveUp: (update) => giveUp(api, update, log),
    overtakes: (update) => overtakes(update, botInfo.username),
    log,
  });
  const parts = { access, digests, running, downloadFile, redoUpdate: work.redo };
  const dependencies = { ...services, ...own, ...parts, wakeDigests: daily.wake };
  const bot = createBot({ ...connection, botInfo, pacer }, dependencies);
  await prepare(api, log);
  await work.resume();
  const { accept } = work;
  const receiving = await receiveUpdates(connection.webhook, { api, accept, log }).catch(
    async (error: unknown) => {
      await daily.stop();
      throw error;
    },
  );
  const house = keepHouse(services);
  const openings = startOpenings({ digests, log });
  const stop = async () => {
    clearInterval(house);
    await receiving.stop();
    const closed = Promise.all([work.close(), daily.stop(), openings.stop()]);
    await Promise.race([closed, wait(secondsToFinish * 1000, undefined, { ref: false })]);
    running.interruptAll();
    await Promise.race([closed, wait(secondsToGiveUp * 1000, undefined, { ref: false })]);
  };
  const { ended, webhookPort } = receiving;
  return { username: botInfo.username, ended, webhookPort, stop };
}

/** Erases what has been kept long enough, now and every hour. */
function keepHouse({ exchange, log }: BotServices): NodeJS.Timeout {
  const keep = () => {
    exchange.keepHouse().catch((error: unknown) => {
      log.error({ err: safeError(error) }, 'what is too old could not be erased');
    });
  };
  keep();
  return setInterval(keep, hour).unref();
}

/** Without these the bot still answers. */
async function prepare(api: Api, log: Logger): Promise<void> {
  try {
    await api.setMyCommands(botCommands);
  } catch (error) {
    log.warn({ err: safeError(error) }, 'the command menu could not be set');
  }
}
