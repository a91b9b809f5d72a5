import { expect, test } from 'vitest';
import { readEvidence } from '../../../../src/answering/verify/evidence.ts';
import { findExchanges } from '../../../../src/answering/verify/words/find-exchanges.ts';
import { whoseName } from '../../../../src/answering/verify/words/whose-name.ts';
import { foldText } from '../../../../src/corpus/fold-text.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';

const lift = makeArticle({
  id: 'lift',
  title: '老楼装上新电梯',
  organisations: ['梧江市柳荫新村党支部'],
  body: [
    '2021年9月，支部请来退休工程师贺松年实测日照。他把图纸贴在单元门口，由家属轮流查看。',
    '2023年3月，7号楼的电梯开工，3号楼的住户在东门换乘物业提供的单车。',
    '“不收一分钱。”住户代表秦素心说。',
  ].join('\n'),
});

function read(said: string) {
  const claim = foldText(said);
  const quotes = splitArticle(lift).map((passage) => ({
    article: lift,
    passage,
    quote: passage.text,
  }));
  const evidence = readEvidence(claim, quotes);
  return { evidence, ...findExchanges(claim, evidence) };
}

function found(claim: string): readonly string[] {
  return read(claim).exchanges.map(({ said, told }) => `${said} / ${told}`);
}

test.each([
  ['支部请来退休会计贺松年实测日照', '会计 / 工程师'],
  ['他把图纸贴在社区门口,由家属轮流查看', '社区 / 单元'],
  ['贺松年把图纸贴在单元门口', '贺松年 / 他'],
  ['3号楼的住户在东门换乘街道提供的单车', '街道 / 物业'],
])(
  'what stands between the words of the source is set beside what it has there: %s',
  (claim, expected) => {
    expect(found(claim)).toContain(expected);
  },
);

test('what begins a clause is set beside what begins the sentence of the source', () => {
  expect(found('由家属轮流查看,3号楼的电梯开工')).toContain('3 / 2023年3月7');
});

test('a time told of something else is set beside the one that the source gives', () => {
  expect(found('2023年3月,支部请来退休工程师贺松年实测日照')).toContain('2023年3月 / 2021年9月');
});

test('who speaks before a quote is set beside whom the source names behind it', () => {
  expect(found('工程师贺松年说：“不收一分钱。”')).toContain('工程师贺松年 / 住户代表秦素心');
  expect(found('住户代表秦素心说：“不收一分钱。”').join()).not.toContain('秦素心');
});

test('words left out are told as such, and a claim in the words of its source departs nowhere', () => {
  expect(found('支部请来退休工程师实测日照')).toEqual([' / 贺松年']);
  expect(read('支部请来退休工程师贺松年实测日照').share).toBe(1);
  expect(read('柳荫新村党支部请来退休工程师贺松年实测日照').share).toBe(1);
  expect(read('支部从市里找了一位老专家上门量过').share).toBeLessThan(0.5);
});

test('a name put for a pronoun is that of whom the article named last, or another one', () => {
  const { exchanges, evidence } = read('贺松年把图纸贴在单元门口');
  expect(exchanges.map((one) => whoseName(one, evidence))).toEqual(['of the last named']);
  const other = read('秦素心把图纸贴在单元门口');
  expect(other.exchanges.map((one) => whoseName(one, other.evidence))).toEqual(['of another']);
});
