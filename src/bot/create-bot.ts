import { Api, Bot, type Transformer } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { BotDependencies } from './bot-dependencies.ts';
import { createAnswerReader } from './composers/answer-reader.ts';
import { articleComposer } from './composers/article.ts';
import { askComposer } from './composers/ask.ts';
import { browseComposer } from './composers/browse.ts';
import { compareComposer } from './composers/compare.ts';
import { conversationComposer } from './composers/conversation.ts';
import { digestComposer } from './composers/digest.ts';
import { filterComposer } from './composers/filters.ts';
import { gateComposer } from './composers/gate.ts';
import { helpComposer } from './composers/help.ts';
import { inviteComposer } from './composers/invite.ts';
import { meComposer } from './composers/me.ts';
import { membersComposer } from './composers/members.ts';
import { moreComposer } from './composers/more.ts';
import { otherMessagesComposer } from './composers/other-messages.ts';
import { ownDataComposer } from './composers/own-data.ts';
import { pagesComposer } from './composers/pages.ts';
import { passageComposer } from './composers/passage.ts';
import { privacyComposer } from './composers/privacy.ts';
import { redoComposer } from './composers/redo.ts';
import { startComposer } from './composers/start.ts';
import { statusComposer } from './composers/status.ts';
import { stopComposer } from './composers/stop.ts';
import { strayPressComposer } from './composers/stray-press.ts';
import { voteComposer } from './composers/vote.ts';
import { clientOptions, type TelegramConnection } from './connection.ts';
import { fallBackToPlainText } from './fall-back-to-plain-text.ts';
import { paceAnswers } from './pace-answers.ts';
import type { Pacer } from './pacer.ts';
import { sendOnce } from './send-once.ts';
import { takeFullWidthCommand } from './take-full-width-command.ts';
import { createTurns } from './take-turns.ts';
import { waitOutFloods } from './wait-out-floods.ts';

// Milliseconds. A reply seldom takes longer, and thirty a second still go out; what hangs holds up nobody.
const longestTurn = 30;

interface BotOptions extends TelegramConnection {
  /** Who Telegram says this bot is. */
  readonly botInfo: UserFromGetMe;
  readonly pacer: Pacer;
}

/** Puts the composers together; updates are fed to it by `handleUpdate`, which rejects when a handler throws. */
export function createBot(options: BotOptions, dependencies: BotDependencies): Bot {
  const { log, effects } = dependencies;
  const bot = new Bot(options.token, { client: clientOptions(options), botInfo: options.botInfo });
  const answerReader = createAnswerReader(dependencies);
  const takeTurns = createTurns(longestTurn);
  bot.use(takeFullWidthCommand);
  bot.use((ctx, next) => {
    const once = sendOnce({ effects, updateId: ctx.update.update_id, takeTurns });
    // The last one comes first: a message waits for its place, then is marked as being sent, and a crash leaves little
    // in doubt.
    ctx.api.config.use(once, ...patient(log), paceAnswers(options.pacer));
    return next();
  });
  bot
    .chatType(['private', 'group', 'supergroup'])
    .use(
      gateComposer(dependencies),
      startComposer(answerReader),
      helpComposer(),
      privacyComposer(dependencies),
      inviteComposer(dependencies),
      membersComposer(dependencies),
      ownDataComposer(dependencies),
      conversationComposer(dependencies),
      stopComposer(dependencies),
      redoComposer(dependencies),
      passageComposer(dependencies),
      articleComposer(dependencies),
      voteComposer(dependencies),
      moreComposer(dependencies, answerReader),
      filterComposer(dependencies, answerReader),
      compareComposer(dependencies),
      browseComposer(dependencies),
      meComposer(dependencies),
      digestComposer(dependencies, answerReader),
      statusComposer(dependencies),
      pagesComposer(dependencies),
      askComposer(answerReader),
      otherMessagesComposer(),
    );
  bot.use(strayPressComposer());
  return bot;
}

/** For calls that belong to no update. */
export function createApi(connection: TelegramConnection, log: Logger): Api {
  const api = new Api(connection.token, clientOptions(connection));
  api.config.use(...patient(log));
  return api;
}

function patient(log: Logger): readonly Transformer[] {
  return [fallBackToPlainText(log), waitOutFloods(log)];
}
