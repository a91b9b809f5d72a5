import { expect, test } from 'vitest';
import { readEvidence } from '../../../src/answering/verify/evidence.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

test('quotes are read in the order of their article, whichever is cited first', () => {
  const told = ['直到2020年，末班船还是晚上七点。', '当年11月，支部开设夜间应急渡。'] as const;
  const article = makeArticle({ id: 'ferry', organisations: [], body: told.join('') });
  const quotes = splitArticle(article).flatMap((passage) =>
    told.toReversed().map((quote) => ({ article, passage, quote })),
  );
  const { text } = readEvidence('支部当年11月开设夜间应急渡，2020年末班船还是晚上七点', quotes);
  expect(text.indexOf('末班船')).toBeLessThan(text.indexOf('应急渡'));
  expect(text).toContain('2020年11月');
});
