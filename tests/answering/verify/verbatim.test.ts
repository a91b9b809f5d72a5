import { expect, test } from 'vitest';
import { isVerbatim } from '../../../src/answering/verify/verbatim.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

const first = '每天上午有人值班；';
const second = '下午有人上门；';
const third = '晚上没有人来。';
const article = makeArticle({
  id: 'border',
  title: '题',
  organisations: [],
  body: `${first}${second}${third}`,
});

function isPrinted(text: string, ...quotes: readonly string[]): boolean {
  const passages = splitArticle(article);
  return isVerbatim({
    text,
    quotes: quotes.flatMap((quote) =>
      passages.slice(0, 1).map((passage) => ({ article, passage, quote })),
    ),
  });
}

test('a sentence that is cited in two pieces which follow one another is printed so', () => {
  expect(isPrinted(first + second, first, second)).toBe(true);
});

test('pieces that do not follow one another in the article are no sentence of it', () => {
  expect(isPrinted(first + third, first, third)).toBe(false);
  expect(isPrinted(second + first, second, first)).toBe(false);
});
