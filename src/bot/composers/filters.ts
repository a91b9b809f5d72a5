import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { answerPress } from '../send-messages.ts';
import type { AnswerReader } from './answer-reader.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

/** The conditions below an answer: pressing one asks the question again without it. */
export function filterComposer(
  { exchange }: BotDependencies,
  answerReader: AnswerReader,
): Composer<Context> {
  const composer = new Composer<Context>();
  onButton(composer, 'drop-filter', async (ctx, { answerId, n }) => {
    const kept = await findOwnAnswer(ctx, exchange, answerId);
    if (kept === undefined) return;
    const { question, filters = [] } = kept.answer;
    // Questions are erased after 30 days, the answers stay.
    if (question === '') return answerPress(ctx, '这个问题时间久了，请重新提问。');
    const dropped = filters[n - 1]?.label ?? '';
    await answerPress(ctx, `好，不再只看${dropped}。`);
    await answerReader(ctx, question, { filters: filters.filter((_, at) => at !== n - 1) });
  });
  return composer;
}
