import { Composer, type Context } from 'grammy';
import type { BotDependencies } from '../bot-dependencies.ts';
import { openCited, renderPassages } from '../render/passage.ts';
import { answerPress, sendMessages } from '../send-messages.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

/** The buttons below an answer: each shows the passages cited from one source. */
export function passageComposer({ exchange, readArticle }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  onButton(composer, 'show-passage', async (ctx, { answerId, n }) => {
    const kept = await findOwnAnswer(ctx, exchange, answerId);
    if (kept === undefined) return;
    const { citations } = kept.answer;
    const articleId = citations.find((citation) => citation.n === n)?.articleId;
    const [first, ...others] = citations.filter((citation) => citation.articleId === articleId);
    if (first === undefined) return answerPress(ctx, '这条出处已经不在了，请重新提问。');
    const article = await readArticle(first.articleId);
    await answerPress(ctx);
    const open = openCited(answerId, first.n);
    const view = { citations: [first, ...others] as const, article, open };
    await sendMessages(ctx, renderPassages(view));
  });
  return composer;
}
