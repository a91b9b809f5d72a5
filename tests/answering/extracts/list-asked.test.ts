import { expect, test } from 'vitest';
import { holdsList, readListAsked } from '../../../src/answering/extracts/list-asked.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { answerBy } from '../answer-by.ts';
import { makeArticle, sampleArticles, searchOver } from '../sample-articles.ts';

const yard = makeArticle({
  id: 'yard',
  title: '石桥巷里的“四联”',
  organisations: ['石桥街道文昌社区'],
  body: [
    '文昌社区用“四联”办法管院子，即组织联建、活动联办、难事联商、环境联治。',
    '社区的“三级联动”让难事有人接，院子比从前干净。',
  ].join('\n'),
});
const ask = answerBy(searchOver([yard, ...sampleArticles]), 0.3);

test.each([
  ['文昌社区的“四联”是哪四联？', 4],
  ['这2个网格是哪两个？', undefined],
  ['办法是哪5种？', 5],
  ['夜校办在哪一年？', undefined],
  ['坐哪6路车去？', undefined],
])('%s asks for a list of %s', (question, length) => {
  expect(readListAsked(question)).toBe(length);
});

test('a list that goes on in the next passage is a list', () => {
  const first = '“春送岗位”，帮企业招工；“夏送清凉”，慰问一线；“秋送助学”，帮学子圆梦；';
  const body = `${first}${'“冬送温暖”，'}${'上门看望困难职工'}。`;
  const article = makeArticle({ id: 'seasons', body });
  const [passage] = splitArticle(article);
  if (passage === undefined) throw new Error('no passage');
  const quotes = [first, body.slice(first.length)].map((quote) => ({ article, passage, quote }));
  expect(holdsList([{ text: body, quotes }], 4)).toBe(true);
  expect(holdsList([{ text: body, quotes }], 5)).toBe(false);
});

test('a list is answered where so many things are told, and not where it is only counted', async () => {
  const told = await ask('文昌社区的“四联”是哪四联？');
  expect(told.claims.map(({ text }) => text).join('')).toContain('难事联商');
  expect((await ask('文昌社区的“三级联动”是哪三级？')).kind).toBe('not-found');
});
