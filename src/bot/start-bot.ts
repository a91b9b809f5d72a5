import { setTimeout as wait } from 'node:timers/promises';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { BotServices } from './bot-dependencies.ts';
import { checkTelegram } from './check-telegram.ts';
import { botCommands } from './commands.ts';
import type { TelegramConnection } from './connection.ts';
import { createBot } from './create-bot.ts';
import { pollUpdates } from './poll-updates.ts';
import { createRunningQuestions } from './running-questions.ts';
import { safeError } from './safe-error.ts';
import { workInbox } from './work-inbox.ts';

export interface RunningBot {
  readonly username: string;
  /** Settles when the bot has stopped; rejects when it can not go on, with one sentence that says why. */
  readonly ended: Promise<void>;
  /** Answers what is being answered, for at most seven seconds, and stops. What is left waits in the inbox. */
  stop(): Promise<void>;
}

const secondsToFinish = 5;
const secondsToGiveUp = 2;

/**
 * Starts the bot by long polling.
 * @throws Error within 15 s, in one sentence, when the token is wrong or Telegram out of reach.
 */
export async function startBot(
  connection: TelegramConnection,
  services: BotServices,
): Promise<RunningBot> {
  const { exchange, log } = services;
  const botInfo = await checkTelegram(connection);
  const running = createRunningQuestions();
  const bot = createBot({ ...connection, botInfo }, { ...services, running });
  const work = workInbox({
    inbox: exchange.inboxOf(botInfo.id),
    handle: (update) => bot.handleUpdate(update),
    overtakes: (update) => isCancel(update, botInfo.username),
    log,
  });
  await prepare(bot, log);
  await work.resume();
  const polling = new AbortController();
  const { api } = bot;
  const ended = pollUpdates({ api, accept: work.accept, log, signal: polling.signal });
  // Whoever waits for the end hears of a failure; nobody waiting is no reason to crash.
  ended.catch(() => undefined);
  const stop = async () => {
    polling.abort();
    const closed = work.close();
    await Promise.race([closed, wait(secondsToFinish * 1000, undefined, { ref: false })]);
    running.interruptAll();
    await Promise.race([closed, wait(secondsToGiveUp * 1000, undefined, { ref: false })]);
  };
  return { username: botInfo.username, ended, stop };
}

/** Without these the bot still answers. */
async function prepare(bot: Bot, log: Logger): Promise<void> {
  try {
    await bot.api.deleteWebhook();
    await bot.api.setMyCommands(botCommands);
  } catch (error) {
    log.warn({ err: safeError(error) }, 'the command menu could not be set');
  }
}

function isCancel({ message }: Update, username: string): boolean {
  const [word = ''] = message?.text?.split(/\s/, 1) ?? [];
  return word === '/cancel' || word.toLowerCase() === `/cancel@${username.toLowerCase()}`;
}
