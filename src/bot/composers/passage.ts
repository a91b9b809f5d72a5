import { Composer, type Context } from 'grammy';
import type { Citation } from '../../answering/answer.ts';
import type { Article } from '../../corpus/article.ts';
import { splitArticle } from '../../retrieval/split-passages.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { renderPassage } from '../render/passage.ts';
import { answerPress, sendMessages } from '../send-messages.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

/** The buttons below an answer that show the passage behind a citation. */
export function passageComposer({ exchange, readArticle }: BotDependencies): Composer<Context> {
  const composer = new Composer<Context>();
  onButton(composer, 'show-passage', async (ctx, { answerId, n }) => {
    const kept = await findOwnAnswer(ctx, exchange, answerId);
    if (kept === undefined) return;
    const citation = kept.answer.citations.find((each) => each.n === n);
    if (citation === undefined) return answerPress(ctx, '这条出处已经不在了，请重新提问。');
    const article = await readArticle(citation.articleId);
    const passage = article && findPassage(article, citation);
    await answerPress(ctx);
    await sendMessages(ctx, renderPassage({ answerId, citation, passage }));
  });
  return composer;
}

/** The cited passage as the article has it now; an article that has changed may hold the quote elsewhere. */
function findPassage(article: Article, { passageId, quote }: Citation): string | undefined {
  const quoting = splitArticle(article).filter(({ text }) => text.includes(quote));
  return (quoting.find(({ id }) => id === passageId) ?? quoting[0])?.text;
}
