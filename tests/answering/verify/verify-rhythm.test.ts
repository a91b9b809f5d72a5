import { expect, test } from 'vitest';
import { readEvidence } from '../../../src/answering/verify/evidence.ts';
import { rhythmRules } from '../../../src/answering/verify/verify-rhythm.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

/** Whether the rhythm rules find something in a claim about a source. */
function isOtherRhythm(claim: string, source: string): boolean {
  const article = makeArticle({ id: 'rhythm', title: '题', organisations: [], body: source });
  const quotes = splitArticle(article).map((passage) => ({ article, passage, quote: source }));
  const evidence = readEvidence(claim, quotes);
  return Object.values(rhythmRules).some(({ find }) => find(claim, evidence) !== undefined);
}

test('a month of the year is not a month long', () => {
  for (let month = 1; month <= 12; month += 1)
    expect(isOtherRhythm('党员跟着走了一个月', `当年${month}月,党员跟着走了一周。`)).toBe(
      month !== 1,
    );
});

test('what fell in an hour did not fall in a minute', () => {
  expect(isOtherRhythm('镇里一分钟降雨83.4毫米', '镇里一小时降雨83.4毫米。')).toBe(true);
  expect(isOtherRhythm('一分钟也没有耽误', '镇里一小时降雨83.4毫米。')).toBe(false);
});
