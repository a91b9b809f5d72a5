import { expect, test } from 'vitest';
import { readFigureAsked } from '../../../src/answering/extracts/figure-asked.ts';
import { answerBy } from '../answer-by.ts';
import { makeArticle, sampleArticles, searchOver } from '../sample-articles.ts';

test.each([
  ['多少户居民装了电梯？', { unit: '户', noun: '居民' }],
  ['收集了多少条意见？', { unit: '条', noun: '意见' }],
  ['分了多少网格？', { unit: '网格', noun: null }],
  // A noun that begins with a measure word names no measure.
  ['甲街道有多少网格员？', { unit: null, noun: '网' }],
  ['送了多少盆栽？', { unit: null, noun: '盆栽' }],
  ['有多少场所？', { unit: null, noun: '场所' }],
])('%s asks for this figure', (question, figure) => {
  expect(readFigureAsked(question)).toEqual({ ...figure, of: null });
});

test.each(['发的奖金给多少？', '一次收多少？', '装一台要多少钱？'])(
  '%s asks for money',
  (question) => {
    expect(readFigureAsked(question)).toEqual({ unit: '元', noun: null, of: null });
  },
);

const team = makeArticle({
  id: 'team',
  title: '宣讲小队进村',
  organisations: ['青石镇宣讲小队'],
  body: '青石镇宣讲小队定了三个目标，要让村民听得懂、记得牢、用得上。',
});
const ask = answerBy(searchOver([team, ...sampleArticles]), 0.3);

test('a share asked for at the end is a percentage', () => {
  expect(readFigureAsked('老人的签约率是多少？')).toEqual({ unit: '%', noun: null, of: null });
});

test.each([
  // 「网格员」 and 「楼栋长」 are counted there, no 党员.
  '白塔社区有多少党员？',
  // Three aims are no persons.
  '青石镇宣讲小队有几个人？',
  '白塔社区的网格花了多少钱？',
  '白塔社区调解员的补贴是多少？',
  '柳湾村夜校的农技员有多少人？',
  // Of the 12 and 143 that stand there none is of the bank.
  '白塔社区结对的银行网点有几个？',
])('%s is not answered with a figure of something else', async (question) => {
  expect((await ask(question)).kind).toBe('not-found');
});

test.each([
  ['桥头社区的小饭桌一年花了多少钱？', '9.6万元'],
  ['白塔社区有多少个网格？', '12个网格'],
  ['桥头社区有多少独居老人？', '86名'],
  ['柳湾村夜校有多少人次听课？', '312人次'],
])('%s is answered with %s', async (question, figure) => {
  const { claims } = await ask(question);
  expect(claims.map(({ text }) => text).join('')).toContain(figure);
});
