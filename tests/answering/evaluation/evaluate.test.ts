import { expect, test } from 'vitest';
import { evaluateAnswers } from '../../../src/answering/evaluation/evaluate.ts';
import { questionCaseSchema } from '../../../src/answering/evaluation/question-case.ts';
import { answerBy } from '../answer-by.ts';
import { sampleArticles, searchOver } from '../sample-articles.ts';

const search = searchOver(sampleArticles);
const bodies = new Map(sampleArticles.map(({ id, body }) => [id, body]));

const parts = {
  ask: answerBy(search),
  rank: async (question: string) => {
    const { hits, abstention } = await search(question, { limit: 20 });
    const ranked = hits.map(({ article, score }) => ({
      articleId: article.id,
      file: article.source.file,
      score,
    }));
    return { abstention, ranked };
  },
  readBody: async (id: string) => bodies.get(id),
};

const evaluate = (lines: readonly unknown[]) =>
  evaluateAnswers(
    lines.map((line) => questionCaseSchema.parse(line)),
    parts,
  );

test('figures of a question file: what was found, answered, refused and cited', async () => {
  const figures = await evaluate([
    {
      id: '1',
      question: '白塔社区去年调解了多少起纠纷？',
      gold: ['grid-work'],
      answers: ['143起'],
    },
    {
      id: '2',
      turns: ['桥头社区怎么办小饭桌？', '是哪年开办的？'],
      gold: ['elder-care'],
      answers: ['2021年'],
    },
    {
      id: '3',
      question: '白塔社区去年调解了多少起纠纷？',
      gold: ['grid-work'],
      answers: ['200起'],
    },
    { id: '4', question: '高速公路收费标准何时调整？', answerable: false },
  ]);
  expect(figures.retrieval).toEqual({ questions: 3, hitAt1: 1, hitAt3: 1, mrrAt10: 1 });
  expect(figures.refusal).toEqual({ unanswerableRefused: 1, answerableAnswered: 1 });
  expect(figures.abstentionAuroc).toBeGreaterThan(0.5);
  expect(figures.citations).toMatchObject({
    claimsCited: 1,
    quotesVerbatim: 1,
    answerFound: 2 / 3,
    answerInFirstThree: 2 / 3,
    goldCited: 1,
  });
});

test('an answerable question that gets no answer counts against answering, not against refusing', async () => {
  const { refusal } = await evaluate([
    { id: '1', question: '高速公路收费标准何时调整？', gold: ['grid-work'] },
  ]);
  expect(refusal).toEqual({ unanswerableRefused: null, answerableAnswered: 0 });
});

test('without unanswerable questions there is no abstention curve', async () => {
  const { abstentionAuroc } = await evaluate([
    { id: '1', question: '白塔社区去年调解了多少起纠纷？', gold: ['grid-work'] },
  ]);
  expect(abstentionAuroc).toBeNull();
});

test('a line without question and turns is told apart', () => {
  expect(questionCaseSchema.safeParse({ id: '1' }).error?.issues[0]?.message).toBe(
    '缺少 question 或 turns',
  );
  const both = { id: '1', question: '问？', turns: ['问？', '还有吗？'] };
  expect(questionCaseSchema.safeParse(both).error?.issues[0]?.message).toBe(
    'question 和 turns 只写一个',
  );
});
