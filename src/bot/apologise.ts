import { type Api, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Verdict } from './judge-failure.ts';
import { paragraph } from './render/block.ts';
import { button, type Message, renderMessages } from './render/message.ts';
import { safeError } from './safe-error.ts';
import { answerPress, sendMessages } from './send-messages.ts';

const failed = '抱歉，刚才出了点问题，没能答上来。请过一会儿再试一次。';
const uncertain = '刚才连接断了一下，不知道回复送到没有。没看到的话，点一下再发一次。';

/** A plain sentence for the reader of an update that could not be handled. Does not reject. */
export async function apologise(thrown: unknown, verdict: Verdict, log: Logger): Promise<void> {
  if (!(thrown instanceof BotError)) return;
  const { ctx } = thrown;
  try {
    if (ctx.chatId !== undefined) await sendMessages(ctx, wordsFor(verdict, ctx.update.update_id));
    if (ctx.callbackQuery !== undefined) await answerPress(ctx);
  } catch (second) {
    const updateId = ctx.update.update_id;
    log.error({ err: safeError(second), updateId }, 'the reader could not be told');
  }
}

function wordsFor(verdict: Verdict, updateId: number): readonly Message[] {
  if (verdict !== 'uncertain') return renderMessages([paragraph(failed)]);
  return renderMessages([paragraph(uncertain)], [[button('再发一次', { does: 'redo', updateId })]]);
}

/** The same for an update that can not be handled at all: only those who wait for a reply are told. */
export async function giveUp(api: Api, { message }: Update, log: Logger): Promise<void> {
  if (message?.chat.type !== 'private') return;
  try {
    await api.sendMessage(message.chat.id, failed);
  } catch (error) {
    log.error({ err: safeError(error) }, 'the reader could not be told');
  }
}
