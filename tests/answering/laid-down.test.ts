import { expect, test } from 'vitest';
import { classifyQuestion } from '../../src/answering/question-kind.ts';
import type { Article } from '../../src/corpus/article.ts';
import { answerBy } from './answer-by.ts';
import { makeArticle, sampleArticles, searchOver } from './sample-articles.ts';

const partyLesson = makeArticle({
  id: 'party-lesson',
  title: '党课开到田埂上',
  organisations: ['临河县柳湾村党支部'],
  body: '柳湾村党支部把党课开到田埂上，组织党员一边干活一边学，党员参加党课的人多了。',
});
const allowance = makeArticle({
  id: 'allowance',
  title: '网格员有了奔头',
  organisations: ['青石镇'],
  body: '青石镇给网格员发补贴，按走访次数每月核算，走访一户计0.5分，组织群众评议后发放。',
});

const asked = (question: string, ...more: readonly Article[]) =>
  answerBy(searchOver([...sampleArticles, partyLesson, ...more]))(question);

test.each([
  '网格员的补贴怎么发？',
  '社区书记的任期怎么定？',
  '网格员的名额如何分？',
  '楼栋长换届怎么选？',
  '党费怎么收？',
  '党员的党龄怎么算？',
  '网格员的补贴怎么算？',
  '志愿者上门的时长怎么折算？',
])('%s is not in the material where no article treats it', async (question) => {
  expect(await asked(question)).toMatchObject({ kind: 'not-found', claims: [] });
});

test.each(['网格员的补贴怎么发？', '网格员的补贴怎么算？'])(
  '%s is answered where an article treats it',
  async (question) => {
    const { kind, citations } = await asked(question, allowance);
    expect([kind, citations[0]?.articleId]).toEqual(['answered', 'allowance']);
  },
);

test('what is said in other words may be asked for', async () => {
  const search = searchOver([...sampleArticles, partyLesson]);
  const asking = answerBy(
    async (...question) => ({
      ...(await search(...question)),
      sayings: [{ ways: ['名单登记', '联系卡'], weight: 1 }],
    }),
    0.3,
  );
  expect((await asking('独居老人的档案怎么建？')).kind).toBe('not-found');
  const known = answerBy(
    async (...question) => ({
      ...(await search(...question)),
      sayings: [{ ways: ['档案', '联系卡'], weight: 1 }],
    }),
    0.3,
  );
  expect((await known('独居老人的档案怎么建？')).kind).toBe('answered');
});

test.each(['老人怎么照顾？', '网格队伍怎么建？', '党课怎么讲？'])(
  '%s asks for a practice',
  async (question) => {
    expect((await asked(question)).kind).toBe('answered');
  },
);

test('how something is counted is a figure, what comes of it a practice', () => {
  expect(classifyQuestion('积分怎么算？')).toEqual({ kind: 'fact', wanted: 'number' });
  expect(classifyQuestion('怎么算清这笔账才好？')).toEqual({ kind: 'practice' });
});
