import { expect, test } from 'vitest';
import { readFigureAsked } from '../../src/answering/figure-asked.ts';

test.each([
  ['多少户居民装了电梯？', { unit: '户', noun: '居民' }],
  ['收集了多少条意见？', { unit: '条', noun: '意见' }],
  ['分了多少网格？', { unit: '网格', noun: null }],
  // A noun that begins with a measure word names no measure.
  ['甲街道有多少网格员？', { unit: null, noun: '网' }],
  ['送了多少盆栽？', { unit: null, noun: '盆栽' }],
  ['有多少场所？', { unit: null, noun: '场所' }],
])('%s asks for this figure', (question, figure) => {
  expect(readFigureAsked(question)).toEqual(figure);
});
