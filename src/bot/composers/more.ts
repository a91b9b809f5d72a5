import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { answerPress } from '../send-messages.ts';
import type { AnswerReader } from './answer-reader.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

/** [换一批] below an answer: the same question, answered from articles that were not shown yet. */
export function moreComposer(
  { exchange }: BotDependencies,
  answerReader: AnswerReader,
): Composer<Context> {
  const composer = new Composer<Context>();
  onButton(composer, 'ask-more', async (ctx, { answerId }) => {
    const kept = await findOwnAnswer(ctx, exchange, answerId);
    if (kept === undefined) return;
    await answerPress(ctx);
    await answerReader(ctx, '换一批', { after: kept.answer });
  });
  return composer;
}
