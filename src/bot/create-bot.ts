import { Bot, type Context, GrammyError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { BotDependencies } from './bot-dependencies.ts';
import { createAnswerReader } from './composers/answer-reader.ts';
import { articleComposer } from './composers/article.ts';
import { askComposer } from './composers/ask.ts';
import { conversationComposer } from './composers/conversation.ts';
import { helpComposer } from './composers/help.ts';
import { otherMessagesComposer } from './composers/other-messages.ts';
import { passageComposer } from './composers/passage.ts';
import { privacyComposer } from './composers/privacy.ts';
import { startComposer } from './composers/start.ts';
import { voteComposer } from './composers/vote.ts';
import { clientOptions, type TelegramConnection } from './connection.ts';
import { fallBackToPlainText } from './fall-back-to-plain-text.ts';
import { BotStopping } from './running-questions.ts';
import { safeError } from './safe-error.ts';
import { answerPress } from './send-messages.ts';
import { waitOutFloods } from './wait-out-floods.ts';

export interface BotOptions extends TelegramConnection {
  /** Who Telegram says this bot is. */
  readonly botInfo: UserFromGetMe;
}

/** Puts the composers together; updates are fed to it by `handleUpdate`, which does not reject for a handler's error. */
export function createBot(options: BotOptions, dependencies: BotDependencies): Bot {
  const { log } = dependencies;
  const bot = new Bot(options.token, { client: clientOptions(options), botInfo: options.botInfo });
  bot.api.config.use(fallBackToPlainText(log), waitOutFloods(log));
  const answerReader = createAnswerReader(dependencies);
  bot
    .errorBoundary(({ error, ctx }) => apologise(ctx, error, log))
    .chatType(['private', 'group', 'supergroup'])
    .use(
      startComposer(answerReader),
      helpComposer(),
      privacyComposer(),
      conversationComposer(dependencies),
      passageComposer(dependencies),
      articleComposer(dependencies),
      voteComposer(dependencies),
      askComposer(answerReader),
      otherMessagesComposer(),
    );
  return bot;
}

/** The one place where a handler's error ends: in the log, and in a plain sentence for the reader. */
async function apologise(ctx: Context, error: unknown, log: Logger): Promise<void> {
  if (error instanceof BotStopping) throw error;
  const updateId = ctx.update.update_id;
  if (isReaderGone(error)) {
    log.info({ updateId }, 'the reader has blocked the bot or left the chat');
    return;
  }
  log.error({ err: safeError(error), updateId }, 'an update failed');
  try {
    await ctx.reply('抱歉，刚才出了点问题，没能答上来。请过一会儿再试一次。');
    if (ctx.callbackQuery !== undefined) await answerPress(ctx);
  } catch (second) {
    log.error({ err: safeError(second), updateId }, 'the reader could not be told');
  }
}

function isReaderGone(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 403;
}
