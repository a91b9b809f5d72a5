import { Composer, type Context } from 'grammy';
import type { Answer } from '../../answering/answer.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { renderArticle } from '../render/article.ts';
import type { ArticlePage } from '../render/button-data.ts';
import type { Message } from '../render/message.ts';
import { answerPress, replaceMessage, sendMessages } from '../send-messages.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

/** The buttons that open a whole article and turn its pages. */
export function articleComposer({ exchange, readArticle }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  const render = async (ctx: Context, at: ArticlePage): Promise<Message | undefined> => {
    const kept = await findOwnAnswer(ctx, exchange, at.answerId);
    if (kept === undefined) return undefined;
    const articleId = articleIdAt(kept.answer, at);
    const article = articleId === undefined ? undefined : await readArticle(articleId);
    await answerPress(ctx, article === undefined ? '这篇文章已经不在资料库里了。' : undefined);
    return article && renderArticle(article, at);
  };
  onButton(composer, 'open-article', async (ctx, data) => {
    const message = await render(ctx, data);
    if (message !== undefined) await sendMessages(ctx, [message]);
  });
  onButton(composer, 'turn-page', async (ctx, data) => {
    const message = await render(ctx, data);
    if (message !== undefined) await replaceMessage(ctx, message);
  });
  return composer;
}

function articleIdAt({ citations, nearest }: Answer, { from, n }: ArticlePage): string | undefined {
  if (from === 'nearest') return nearest[n - 1]?.articleId;
  return citations.find((citation) => citation.n === n)?.articleId;
}
