import { expect, test } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerNarrowed } from '../../../src/answering/conditions/answer-narrowed.ts';
import { createReadFilters } from '../../../src/answering/conditions/read-filters.ts';
import { silentAnswer } from '../../../src/answering/conditions/silent-answer.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { vocabulary } from '../../support/sample-answers.ts';
import { answerBy } from '../answer-by.ts';
import { makeArticle, makeCanteen, searchOver } from '../sample-articles.ts';

const village = makeCanteen('village', '柳湾村', { orgTypes: ['村'], places: ['柳林区'] });
const community = makeCanteen('community', '桥头社区', { orgTypes: ['社区'], places: ['河湾市'] });
const office = makeCanteen('office', '河湾市民政局', { orgTypes: ['机关'], places: ['河湾市'] });
const articles = [office, village, community];

function answerer(corpus: readonly Article[] = articles) {
  return answerNarrowed({
    answerQuestion: answerBy(searchOver(corpus), 0.3),
    readFilters: createReadFilters(vocabulary),
    readArticles: async (ids) => ids.flatMap((id) => corpus.find((one) => one.id === id) ?? []),
    timeZone: 'Asia/Shanghai',
    now: () => Date.parse('2026-11-21T08:00:00+08:00'),
  });
}
const cited = ({ citations }: Answer) => citations.map(({ articleId }) => articleId);
const question = '老年食堂怎么办？';

test('a question with a condition is answered from articles that meet it', async () => {
  const answer = await answerer()(`${question}只看农村的`);
  expect(cited(answer)).toEqual(['village']);
  expect([answer.question, answer.filters?.map(({ label }) => label)]).toEqual([
    question,
    ['农村'],
  ]);
});

test('a condition alone narrows the question before it, and a second of its kind takes its place', async () => {
  const ask = answerer();
  const first = await ask(question);
  const second = await ask('只看农村的', { history: [first] });
  expect(cited(second)).toEqual(['village']);
  const third = await ask('社区的呢', { history: [first, second] });
  expect([cited(third), third.question]).toEqual([['community'], question]);
});

test('conditions add up over kinds', async () => {
  const ask = answerer();
  const first = await ask(`${question}河湾市的`);
  const second = await ask('社区的', { history: [first] });
  expect(second.filters?.map(({ label }) => label)).toEqual(['河湾市', '社区']);
  expect(cited(second)).toEqual(['community']);
});

test('where a place named in passing has no such practice, the answer is of elsewhere and says so', async () => {
  const other = makeCanteen('other', '图书馆', {
    body: '图书馆把旧书送到乡下。',
    title: '旧书下乡',
    places: ['柳林区'],
  });
  const ask = answerer([office, community, other]);
  const answer = await ask('柳林区的老年食堂怎么办？');
  expect(cited(answer)).toEqual(expect.arrayContaining(['community']));
  expect(answer.notes).toContain('资料里没有柳林区这方面的做法，下面是别处的。');
  expect(answer).not.toHaveProperty('filters');
  const only = await ask('老年食堂怎么办？只看柳林区的');
  expect(only.kind).toBe('not-found');
});

test('given conditions stand in place of what the question says', async () => {
  const answer = await answerer()(question, { filters: [] });
  expect(cited(answer)).toHaveLength(3);
  expect(answer).not.toHaveProperty('filters');
});

test('a condition without a question asks for one', async () => {
  expect(await answerer()('只看农村的')).toMatchObject({
    kind: 'chat',
    notes: ['请把想问的事一起写上，例如：“社区养老服务怎么做？只看呼和浩特的。”'],
  });
});

test('nothing within the conditions is said with them, and with what dates leave out', async () => {
  const answer = await answerer()(`${question}农村的，去年以后的`);
  expect([answer.kind, ...answer.notes]).toEqual([
    'not-found',
    '只在“农村”“2025年起”里找，没有找到讲这件事的；去掉条件也许能找到，点下面的按钮或者发“去掉条件”就行。',
    '按时间找时，没有注明日期的文章不在其中。',
  ]);
});

test('of practices that answer equally well, those of a like organisation come first, with the reason', async () => {
  const ask = answerer();
  expect(cited(await ask(question))[0]).toBe('office');
  const profile = { orgType: '社区', place: '河湾市', themes: [] };
  const answer = await ask(question, { profile });
  expect(cited(answer)[0]).toBe('community');
  expect(answer.notes).toEqual(['桥头社区与您同为社区、同在河湾市，排在前面。']);
});

test('a practice that answers less well does not come first for being alike', async () => {
  const other = { orgTypes: ['社区'], body: '桥头社区请老人到食堂吃饭。', title: '吃饭' };
  const less = makeArticle({ id: 'less', organisations: ['桥头社区'], ...other });
  const answer = await answerer([office, village, less])('怎么组织党员轮流给老人送餐？', {
    profile: { orgType: '社区', place: null, themes: [] },
  });
  expect(cited(answer)[0]).toBe('office');
});

test('a question that is asked again without its place still has one time to be answered in', async () => {
  const asked: (number | undefined)[] = [];
  const answerQuestion = answerNarrowed({
    answerQuestion: async (message, { askedAt } = {}) => {
      asked.push(askedAt);
      return { ...silentAnswer(message, '没有找到。'), kind: 'not-found' };
    },
    readFilters: createReadFilters(vocabulary),
    readArticles: async () => [],
    timeZone: 'Asia/Shanghai',
    now: () => Date.parse('2026-11-21T08:00:00+08:00'),
  });
  await answerQuestion('河湾市的社区怎么办老年食堂？');
  expect(asked).toHaveLength(2);
  expect(asked[0]).toBeTypeOf('number');
  expect(asked[1]).toBe(asked[0]);
});
