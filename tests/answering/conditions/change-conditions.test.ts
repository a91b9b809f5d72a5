import { expect, test } from 'vitest';
import type { Answer, AnswerQuestion } from '../../../src/answering/answer.ts';
import { answerNarrowed } from '../../../src/answering/conditions/answer-narrowed.ts';
import { answerChanged } from '../../../src/answering/conditions/change-conditions.ts';
import { createReadFilters } from '../../../src/answering/conditions/read-filters.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { vocabulary } from '../../support/sample-answers.ts';
import { answerBy } from '../answer-by.ts';
import { converseWith } from '../converse.ts';
import { makeArticle, makeCanteen, searchOver } from '../sample-articles.ts';

const articles = [
  makeCanteen('community', '桥头社区', { orgTypes: ['社区'], places: ['河湾市'] }),
  makeCanteen('village', '柳湾村', { orgTypes: ['村'], places: ['柳林区'] }),
  makeCanteen('bank', '河湾银行'),
  makeArticle({
    id: 'office',
    title: '机关开放日',
    organisations: ['河湾市民政局'],
    orgTypes: ['机关'],
    body: '河湾市民政局开办老年大学，食堂对外开放。',
  }),
];

const types = vocabulary.orgTypes;
const orgTypes = [...types, ...types.slice(0, 1).map((type) => ({ ...type, name: '机关' }))];
const reading = {
  readFilters: createReadFilters({ ...vocabulary, orgTypes }),
  timeZone: 'Asia/Shanghai',
  now: () => Date.parse('2026-11-21T08:00:00+08:00'),
};
const answerer = (corpus: readonly Article[]): AnswerQuestion =>
  answerChanged({
    ...reading,
    answerQuestion: answerNarrowed({
      ...reading,
      answerQuestion: answerBy(searchOver(corpus), 0.3),
      readArticles: async (ids) => ids.flatMap((id) => corpus.find((one) => one.id === id) ?? []),
    }),
  });
const ask = answerer(articles);

async function converse(...turns: readonly string[]): Promise<Answer> {
  const last = (await converseWith(ask)(...turns)).at(-1);
  if (last === undefined) throw new Error('no turns');
  return last;
}
const cited = ({ citations }: Answer) => [...new Set(citations.map(({ articleId }) => articleId))];
const labels = ({ filters = [] }: Answer) => filters.map(({ label }) => label);

test.each(['那农村呢', '那农村的呢？', '换成农村呢'])(
  '%s keeps the topic and turns to another kind of organisation',
  async (message) => {
    const answer = await converse('社区怎么办老年食堂？', message);
    expect([cited(answer), labels(answer)]).toEqual([['village'], ['农村']]);
    expect(answer.question).toBe('怎么办老年食堂？');
  },
);

test.each([
  ['他们几个人', '那农村呢'],
  ['第二个具体怎么做的', '还有别的吗', '那农村呢'],
  ['还有吗', '再来', '只看农村的'],
  ['他们平时怎么送餐', '还有别的社区吗', '农村里有吗'],
  ['第一个花了多少钱', '有没有农村这么做的'],
])('the topic is the first question still, after %s and what follows it', async (...turns) => {
  const answer = await converse('社区怎么办老年食堂？', ...turns);
  expect([cited(answer), labels(answer)]).toEqual([['village'], ['农村']]);
  expect(answer.question).toMatch(/怎么办老年食堂？$/u);
});

test('a question of its own in between is the topic from then on', async () => {
  const turns = ['社区怎么办老年食堂？', '他们几个人', '老年大学怎么开办？', '还有吗'];
  expect((await converse(...turns, '那机关呢')).question).toBe('老年大学怎么开办？');
});

test('a detail of what was shown is no topic', async () => {
  const answer = await converse('社区怎么办老年食堂？', '送餐的老人有多少', '那农村呢');
  expect(answer.question).toBe('怎么办老年食堂？');
});

test.each([
  ['流动党员怎么管理？', '那机关呢', '流动党员怎么管理？'],
  ['老旧小区怎么改造？', '那机关呢', '老旧小区怎么改造？'],
  ['云杉区检察院怎么调解纠纷？', '那机关呢', '怎么调解纠纷？'],
])('%s %s: what it is about stays, whom it was asked of goes', async (first, turn, asked) => {
  expect((await converse(first, turn)).question).toBe(asked);
});

test('more is looked for under the conditions of the topic', async () => {
  const turns = ['怎么办老年食堂？', '只看农村的', '他们几个人', '还有吗'];
  const answer = await converse(...turns);
  expect(labels(answer)).toEqual(['农村']);
  expect(answer.notes).toEqual([
    '除了前面给出的，现有资料里没有找到更多。',
    '这是只在“农村”里找的；去掉条件也许还有，点下面的按钮或者发“去掉条件”就行。',
  ]);
});

test('who was shown when no kind was asked for may be shown for its kind', async () => {
  const company = makeCanteen('company', '云杉能源', { orgTypes: ['机关'] });
  const askAll = answerer([company, ...articles]);
  const first = await askAll('怎么办老年食堂？');
  expect(cited(first)).toContain('company');
  expect(cited(await askAll('那机关呢', { history: [first] }))).toContain('company');
});

test('one kind after the other stands for itself', async () => {
  const answer = await converse('社区怎么办老年食堂？', '那银行呢', '那农村呢');
  expect([cited(answer), labels(answer)]).toEqual([['village'], ['农村']]);
  const none = await converse('农村怎么办老年食堂？', '那社区呢', '那机关呢');
  expect(cited(none)).not.toContain('village');
});

test('who was shown for one kind is not shown again for another that its article only mentions', async () => {
  const mixed = { orgTypes: ['机关', '社区'] };
  const askAll = answerer([...articles, makeCanteen('mixed', '河湾市民政局机关', mixed)]);
  const first = await askAll('机关怎么办老年食堂？只看机关的');
  expect(cited(first)).toContain('mixed');
  expect(cited(await askAll('那社区呢', { history: [first] }))).toEqual(['community']);
});

test('a kind that no condition knows must be named by what answers', async () => {
  const answer = await converse('社区怎么办老年食堂？', '那银行呢');
  expect(cited(answer)).toContain('bank');
  expect(await converse('社区怎么办老年食堂？', '那消防队呢')).toMatchObject({
    kind: 'not-found',
    notes: ['现有资料里没有找到消防队这方面的做法。'],
  });
});

test.each(['那经费呢', '那怎么办呢', '那个社区呢', '那他们单位呢', '桥头社区怎么样'])(
  '%s names no other kind of organisation',
  async (message) => {
    const answer = await converse('社区怎么办老年食堂？', message);
    expect(answer.question).toBe(message);
  },
);

test('what is found under a condition must still be about the topic', async () => {
  const answer = await converse('怎么给老人送餐？', '只看机关的');
  expect(answer).toMatchObject({
    kind: 'not-found',
    notes: [
      '只在“机关”里找，没有找到讲这件事的；去掉条件也许能找到，点下面的按钮或者发“去掉条件”就行。',
    ],
  });
  expect(labels(answer)).toEqual(['机关']);
});

test.each(['去掉条件', '把条件去掉吧', '取消筛选', '去掉农村', '不限农村了', '不看农村了'])(
  '「%s」 does what the button does',
  async (message) => {
    const answer = await converse('怎么办老年食堂？', '只看农村的', message);
    expect(labels(answer)).toEqual([]);
    expect(answer.question).toBe('怎么办老年食堂？');
    expect(cited(answer)).toContain('community');
  },
);

test('one condition of two may go alone', async () => {
  const answer = await converse('怎么办老年食堂？只看河湾市的', '社区的', '去掉河湾市');
  expect(labels(answer)).toEqual(['社区']);
});

test('without a condition there is none to take away', async () => {
  expect(await converse('怎么办老年食堂？', '去掉条件')).toMatchObject({
    kind: 'chat',
    notes: ['前面的回答没有带条件，直接提问就行。'],
  });
});

test.each(['去掉形式主义有什么办法？', '不要搞花架子怎么做到？'])(
  '%s is a question of its own',
  async (message) => {
    const answer = await converse('怎么办老年食堂？', '只看农村的', message);
    expect(answer.question).toBe(message);
  },
);
