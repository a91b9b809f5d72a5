import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { answerPress, replaceKeyboard } from '../send-messages.ts';
import { onButton } from './on-button.ts';

const notices = {
  again: '好，马上再发一次。',
  'other-reader': '这是另一位读者的提问，只有本人能再要一次。',
  over: '这条已经补过了，或者时间太久，请重新发一次。',
} as const;

/** The button below the notice that a reply may be lost: it is made and sent again. */
export function redoComposer({ redoUpdate }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  onButton(composer, 'redo', async (ctx, { updateId }) => {
    const outcome = ctx.from === undefined ? 'over' : await redoUpdate(updateId, ctx.from.id);
    await answerPress(ctx, notices[outcome]);
    if (outcome !== 'other-reader') await replaceKeyboard(ctx, []);
  });
  return composer;
}
