import { afterAll, expect, test } from 'vitest';
import { openSample } from './open-sample.ts';

const found = await openSample();
afterAll(() => found[Symbol.asyncDispose]());

test('what the articles tell scores above what they do not', async () => {
  const told = await found.search('柳荫社区的长者食堂有多少位老人办了饭卡？', { limit: 3 });
  const untold = await found.search('怎样申请护照去国外旅游？', { limit: 3 });
  expect(told.abstention).toBeGreaterThan(untold.abstention);
});

test('a number that no passage holds lowers the score', async () => {
  const printed = await found.search('饭卡86位老人', { limit: 3 });
  const other = await found.search('饭卡97位老人', { limit: 3 });
  expect(printed.abstention).toBeGreaterThan(other.abstention);
});

test('an index of one article is as sure of what it tells as a large one', async () => {
  const body = '松岭街道有三百二十一名网格员。';
  await using retrieval = await openSample({ articles: [{ id: 'one', title: '网格员', body }] });
  const scoreOf = async (question: string) =>
    (await retrieval.search(question, { limit: 1 })).abstention;
  expect(await scoreOf('松岭街道有多少网格员？')).toBeGreaterThan(0.8);
  expect(await scoreOf('果园的水渠花了多久？')).toBeLessThan(0.2);
});
