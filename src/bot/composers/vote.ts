import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { answerKeyboard } from '../render/answer.ts';
import { answerPress, replaceKeyboard } from '../send-messages.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

const thanks = { up: '谢谢，已记下 👍', down: '已记下 👎，谢谢您告诉我' } as const;

/** 👍 and 👎 below an answer: one vote per reader, to be changed at any time. */
export function voteComposer({ exchange }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  onButton(composer, 'vote', async (ctx, { answerId, vote }) => {
    const kept = await findOwnAnswer(ctx, exchange, answerId);
    if (kept === undefined || ctx.from === undefined) return;
    await exchange.votes.cast({ answerId, readerId: ctx.from.id }, vote);
    await answerPress(ctx, thanks[vote]);
    await replaceKeyboard(ctx, answerKeyboard(kept, vote));
  });
  return composer;
}
