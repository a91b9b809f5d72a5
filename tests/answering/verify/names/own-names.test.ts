import { expect, test } from 'vitest';
import { verifyClaim } from '../../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';

const brickworks = makeArticle({
  id: 'brickworks',
  title: '青瓦建材党委把难题贴上墙',
  organisations: ['青瓦建材股份有限公司党委'],
  body: [
    '公司党委把难题贴上墙，由一线班组提出，党员不论岗位都可以揭榜。',
    '窑炉车间的班长路大川揭了“降低煤耗”一题，他用七个月改了燃烧器。',
    '改造的钱由公司出，区工信局没有拨款。',
  ].join('\n'),
});

function judge(text: string) {
  const [passage] = splitArticle(brickworks);
  if (passage === undefined) throw new Error('no passage');
  const quotes = brickworks.body
    .split('\n')
    .map((quote) => ({ article: brickworks, passage, quote }));
  return verifyClaim({ text, quotes })?.fault;
}

test.each([
  '青瓦建材党委把难题贴上墙，由一线班组提出。',
  '改造的钱由青瓦建材出，区工信局没有拨款。',
])('the name of the article’s own body may stand for what it is: %s', (text) => {
  expect(judge(text)).toBeUndefined();
});

test.each(['难题由公司领导提出，党员都可以揭榜。', '改造的钱由区工信局出。'])(
  'another body is another doer: %s',
  (text) => {
    expect(judge(text)).toBeDefined();
  },
);
