import { Composer, type Context } from 'grammy';
import type { Answer } from '../../answering/answer.ts';
import { makePracticeCard } from '../../answering/extracts/practice-card.ts';
import { oncePerPractice } from '../../answering/same-practice.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { citedArticles } from '../render/answer.ts';
import { numberCards, renderComparison } from '../render/compare.ts';
import { openCited, renderPassages } from '../render/passage.ts';
import { answerPress, sendMessages } from '../send-messages.ts';
import { findOwnAnswer, onButton } from './on-button.ts';

const gone = '这些文章已经不在资料库里了。';

/** [对比] below an answer: the practice cards of its articles side by side, and what each stands on. */
export function compareComposer(dependencies: BotDependencies): Composer<Context> {
  const { exchange } = dependencies;
  const composer = new Composer<Context>();
  onButton(composer, 'compare', async (ctx, { answerId }) => {
    const kept = await findOwnAnswer(ctx, exchange, answerId);
    if (kept === undefined) return;
    const cards = await cardsOf(kept.answer, dependencies);
    await answerPress(ctx, cards.length === 0 ? gone : undefined);
    const toPassages = (n: number) => ({ does: 'card-passages', answerId, n }) as const;
    if (cards.length > 0) await sendMessages(ctx, [renderComparison(cards, toPassages)]);
  });
  onButton(composer, 'card-passages', async (ctx, { answerId, n }) => {
    const kept = await findOwnAnswer(ctx, exchange, answerId);
    if (kept === undefined) return;
    const numbered = numberCards(await cardsOf(kept.answer, dependencies))[n - 1];
    const [first, ...others] = numbered?.citations ?? [];
    await answerPress(ctx, first === undefined ? gone : undefined);
    if (numbered === undefined || first === undefined) return;
    const { article } = numbered.card;
    const cited = kept.answer.citations.find(({ articleId }) => articleId === article.id)?.n ?? 1;
    const open = openCited(answerId, cited);
    await sendMessages(ctx, renderPassages({ citations: [first, ...others], article, open }));
  });
  return composer;
}

async function cardsOf(answer: Answer, { readArticle }: BotDependencies) {
  const articles = await Promise.all(citedArticles(answer).map((id) => readArticle(id)));
  const known = articles.flatMap((article) => (article === undefined ? [] : [{ article }]));
  return oncePerPractice(known).map(({ article }) => makePracticeCard(article, answer.question));
}
