import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { placeOf } from '../place-of.ts';
import { answerPress } from '../send-messages.ts';
import { onButton } from './on-button.ts';

const notices = {
  stopped: '好，写到这里为止。',
  'other-reader': '这是另一位读者的提问，只有本人能停。',
  'not-running': '这条回答已经写完了。',
} as const;

/** The button below an answer that is being written: it ends the writing and keeps what there is. */
export function stopComposer({ running }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  onButton(composer, 'stop', async (ctx, { questionId }) => {
    const place = placeOf(ctx);
    const outcome = place === undefined ? 'not-running' : running.stopWriting(questionId, place);
    await answerPress(ctx, notices[outcome]);
  });
  return composer;
}
