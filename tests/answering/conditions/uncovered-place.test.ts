import { expect, test } from 'vitest';
import { type Told, uncoveredPlace } from '../../../src/answering/conditions/uncovered-place.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { elderCare, makeArticle } from '../sample-articles.ts';

function told(...articles: readonly Article[]): Told {
  const hits = articles.flatMap((article) =>
    splitArticle(article).map((passage) => ({ article, passage, score: 1 })),
  );
  return { hits, quotes: [], kind: 'practice' };
}

test.each([
  '人家县里怎么激励干部？',
  '隔壁社区怎么照顾独居老人？',
  '别的街道怎么划网格？',
  '公交公司收到多少面锦旗？',
  '哪家公司收到过锦旗？',
  '小区里怎么停车？',
  '在农村怎么开夜校？',
  '上海路的停车怎么管？',
  '祝老人安康的活动怎么办？',
])('「%s」 names no place that could be missing', (question) => {
  expect(uncoveredPlace(question, told(elderCare))).toBeUndefined();
});

test.each([
  ['青渡区的社区怎么养老？', '青渡区'],
  ['上海的社区怎么做养老？', '上海'],
  ['广州怎么帮扶困难职工？', '广州'],
  ['浙江的网格怎么划？', '浙江'],
  ['有没有成都社区的做法？', '成都'],
  ['义乌的商户怎么参加治理？', '义乌'],
])('of 「%s」 nothing is told: %s', (question, place) => {
  expect(uncoveredPlace(question, told(elderCare))).toBe(place);
});

test('a province is told of where one of its cities is, a city where a sentence of the answer names it', () => {
  const article = makeArticle({ id: 'harbour', places: ['宁波市'], body: '社区开了食堂。' });
  expect(uncoveredPlace('浙江的社区怎么养老？', told(article))).toBeUndefined();
  const quotes = ['杭州的社区开了食堂。'];
  expect(uncoveredPlace('杭州的社区怎么养老？', { ...told(elderCare), quotes })).toBeUndefined();
});

test('a journey to a city makes no practice of it, but may be what a question for a fact is after', () => {
  const article = makeArticle({ id: 'trip', body: '社区开了食堂，还派人到上海参观。' });
  const question = '上海的社区怎么养老？';
  expect(uncoveredPlace(question, told(article))).toBe('上海');
  expect(uncoveredPlace('去上海的有几个人？', { ...told(article), kind: 'fact' })).toBeUndefined();
});
