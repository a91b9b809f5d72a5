import { expect, test } from 'vitest';
import { rhythmRules } from '../../../../src/answering/verify/numbers/verify-rhythm.ts';
import { readDraft } from '../../../../src/answering/verify/verify.ts';
import { splitArticle } from '../../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../../sample-articles.ts';

/** Whether the rhythm rules find something in a claim about a source. */
function isOtherRhythm(claim: string, source: string): boolean {
  const article = makeArticle({ id: 'rhythm', title: '题', organisations: [], body: source });
  const quotes = splitArticle(article).map((passage) => ({ article, passage, quote: source }));
  const read = readDraft({ text: claim, quotes });
  return Object.values(rhythmRules).some(
    ({ find }) => find(read.claim, read.evidence) !== undefined,
  );
}

test('a month of the year is not a month long', () => {
  for (let month = 1; month <= 12; month += 1)
    expect(isOtherRhythm('党员跟着走了一个月', `当年${month}月,党员跟着走了一周。`)).toBe(
      month !== 1,
    );
});

test('a monthly wage is paid each month', () => {
  expect(isOtherRhythm('摆渡的每月能拿两千一百元', '摆渡的每人月薪2100元。')).toBe(false);
  expect(isOtherRhythm('摆渡的每天能拿两千一百元', '摆渡的每人月薪2100元。')).toBe(true);
});

test('what fell in an hour did not fall in a minute', () => {
  expect(isOtherRhythm('镇里一分钟降雨83.4毫米', '镇里一小时降雨83.4毫米。')).toBe(true);
  expect(isOtherRhythm('一分钟也没有耽误', '镇里一小时降雨83.4毫米。')).toBe(false);
});

test.each([
  [
    '垃圾每天清运，水渠每月清淤。',
    '垃圾每月清运，水渠每天清淤。',
    '水渠每个月清淤，垃圾天天清运。',
  ],
  ['鱼苗每公斤卖38元。', '鱼苗每吨卖38元。', '一公斤鱼苗卖38元。'],
  ['物业费每平方米收0.6元。', '物业费每户收0.6元。', '物业费一平方米收0.6元。'],
  ['夜校开办半年，来了900人。', '夜校开办一年，来了900人。', '夜校开办六个月，来了900人。'],
  ['账目每月10日公布，两年多没有差错。', '账目每年公布一次。', '账目每个月公布一次。'],
  ['学徒月补贴为2600元，每天学8小时。', '学徒补贴为每天2600元。', '学徒每月补贴2600元。'],
  ['青工的年流失率高达38%。', '青工的月流失率高达38%。', '青工的年流失率高达38%。'],
  ['车间去年5月投产，日加工鲜果1.5吨。', '车间每月加工鲜果1.5吨。', '车间每天能加工鲜果1.5吨。'],
  ['水厂日供水3.2万吨。', '水厂每月供水3.2万吨。', '水厂每天供水3.2万吨。'],
  ['家书课每学期4节。', '家书课每学年4节。', '家书课每个学期4节。'],
  ['水泵每两个月检修一次。', '水泵一年检修一次。', '水泵两个月检修一次。'],
  ['渡口每名船工日工钱为110元。', '渡口船工的月工钱为110元。', '渡口船工每天工钱110元。'],
  ['茶油每斤只卖到28元。', '茶油一公斤只卖28元。', '茶油一斤只卖28元。'],
  ['意见在7日内答复。', '意见一个月之内答复。', '意见一周之内答复。'],
  ['烘干站日烘干能力80吨。', '烘干站每周烘干80吨。', '烘干站每天能烘干80吨。'],
])('where it is told that %s, 「%s」 is wrong and 「%s」 right', (source, wrong, right) => {
  expect(isOtherRhythm(wrong, source)).toBe(true);
  expect(isOtherRhythm(right, source)).toBe(false);
});

test('months since a day are no rhythm', () => {
  expect(isOtherRhythm('一个月后开张', '5月1日试营业，6月1日开张，每天供餐。')).toBe(false);
  expect(isOtherRhythm('一个月后开张', '试营业一周后开张。')).toBe(true);
});

test.each(['每位船工每月交35元。', '船工每人一个月交35元。', '船工每个月交钱，每人35元。'])(
  'what each one pays may be told of them all: %s',
  (claim) => {
    expect(isOtherRhythm(claim, '船工们每月交35元。')).toBe(false);
  },
);

test('what is paid each month is not paid for each ton', () => {
  expect(isOtherRhythm('船工们每吨交35元。', '船工们每月交35元。')).toBe(true);
});

test('a rhythm that the source has with the same words behind it is its own', () => {
  const told = '厂区车位每天18时至次日7时30分向居民开放。每月收费60元，比周边便宜一半。';
  expect(isOtherRhythm('厂区车位每月收费60元，比周边便宜一半。', told)).toBe(false);
  expect(isOtherRhythm('厂区车位每周向居民开放。', told)).toBe(true);
});
