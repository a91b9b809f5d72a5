import { Composer, type Context } from 'grammy';
import type { Answer } from '../../answering/answer.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { renderArticle } from '../render/article.ts';
import type { ArticlePage } from '../render/button-steps.ts';
import type { Message } from '../render/message.ts';
import { answerPress, replaceMessage, sendMessages } from '../send-messages.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

/** The buttons that open a whole article and turn its pages. */
export function articleComposer(dependencies: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  const render = async (ctx: Context, at: ArticlePage): Promise<Message | undefined> => {
    const found = await findArticleId(ctx, at, dependencies);
    if (found === undefined) return undefined;
    const { articleId } = found;
    const article = articleId === undefined ? undefined : await dependencies.readArticle(articleId);
    await answerPress(ctx, article === undefined ? '这篇文章已经不在资料库里了。' : undefined);
    const turnTo = (page: number) => ({ ...at, does: 'turn-page', page }) as const;
    return article && renderArticle(article, { page: at.page, turnTo });
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

/** The article a button names; undefined when it belongs to somebody else, who has then been told. */
async function findArticleId(
  ctx: Context,
  at: ArticlePage,
  { exchange, digests }: BotDependencies,
): Promise<{ readonly articleId: string | undefined } | undefined> {
  if (at.from === 'digest') {
    // A digest is no secret: its articles are those of the corpus.
    const content = await digests.contents.find(at.answerId);
    return { articleId: content?.items[at.n - 1]?.articleId };
  }
  const kept = await findOwnAnswer(ctx, exchange, at.answerId);
  return kept && { articleId: articleIdAt(kept.answer, at) };
}

function articleIdAt({ citations, nearest }: Answer, { from, n }: ArticlePage): string | undefined {
  if (from === 'nearest') return nearest[n - 1]?.articleId;
  return citations.find((citation) => citation.n === n)?.articleId;
}
