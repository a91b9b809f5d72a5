import { describe, expect, test } from 'vitest';
import { isSameNumeral } from '../../../../src/answering/verify/numbers/same-numeral.ts';
import { writeAlike } from '../../../../src/answering/verify/write-alike.ts';
import { findNumerals } from '../../../../src/corpus/numerals/numerals.ts';
import { judgeOf } from '../judge-of.ts';

const chinese = ['零', ...'一二三四五六七八九十', '十一', '十二'];

function numeralsOf(text: string) {
  return findNumerals(writeAlike(text));
}

function areSame(said: string, told: string): boolean {
  const [own, other] = [numeralsOf(said), numeralsOf(told)];
  return (
    own.length > 0 &&
    own.length === other.length &&
    own.every((one, at) => {
      const [there] = other.slice(at);
      return there !== undefined && isSameNumeral(one, there);
    })
  );
}

test.each(['下午', '傍晚', '晚上', '夜间'])(
  'hours of a range in the %s are those by the clock',
  (part) => {
    for (let from = 6; from < 11; from += 1)
      for (let to = from + 1; to < 12; to += 1) {
        const told = `${part}${from}点到${to}点`;
        expect([told, areSame(`${from + 12}点至${to + 12}点`, told)]).toEqual([told, true]);
        expect([told, areSame(`${from + 12}点至${to + 11}点`, told)]).toEqual([told, false]);
        expect(areSame(`${part}${chinese[from]}点到${chinese[to]}点`, told)).toBe(true);
      }
  },
);

test('an hour behind 早 and 晚 is one in the morning and in the evening', () => {
  for (let hour = 5; hour < 11; hour += 1) {
    expect(areSame(`早${chinese[hour]}点`, `早上${hour}点`)).toBe(true);
    expect(areSame(`晚${chinese[hour]}点`, `${hour + 12}:00`)).toBe(true);
  }
});

test.each(['36小时', '48小时', '60小时', '84小时'])(
  '%s are as many days, and half ones',
  (told) => {
    const days = Number.parseInt(told, 10) / 24;
    const way = Number.isInteger(days) ? `${days}天` : `${chinese[Math.floor(days)]}天半`;
    expect([way, areSame(way, told)]).toEqual([way, true]);
    expect([way, areSame(`${days + 1}天`, told)]).toEqual([way, false]);
  },
);

test('years and halves of them are as many months, half a month is 15 days or about two weeks', () => {
  for (let years = 1; years < 9; years += 1)
    expect(areSame(`${chinese[years]}年半`, `${years * 12 + 6}个月`)).toBe(true);
  expect(areSame('用了半年', '用了六个月')).toBe(true);
  expect(areSame('用了两周左右', '用了半个月')).toBe(true);
  expect(areSame('用了两周', '用了半个月')).toBe(false);
});

test.each([
  ['一季度', ['第一季度', '头三个月', '前三个月', '首季']],
  ['二季度', ['第二季度']],
  ['四季度', ['第四季度']],
])('「%s」 of a year is %j', (told, ways) => {
  for (const way of ways) expect(areSame(`去年${way}`, `去年${told}`)).toBe(true);
});

test.each(['一季度公布一次', '每季度公布一次', '这一季度'])(
  '「%s」 is no first quarter',
  (text) => {
    expect(writeAlike(text)).not.toContain('第一季度');
  },
);

test('当年, 同年 and 当月 name the year and the month that stand before', () => {
  for (const [at, year] of [1998, 2009, 2020, 2024].entries()) {
    const month = at * 3 + 2;
    for (const word of ['当年', '同年'])
      expect(writeAlike(`${year}年秋季开学。${word}${month}月启动`)).toContain(
        `${year}年${month}月`,
      );
    expect(writeAlike(`${month}月5日开会,当月${at + 11}日开工`)).toContain(
      `${month}月${at + 11}日`,
    );
  }
  expect(writeAlike('当年11月')).toBe('当年11月');
});

test.each([
  ['每天早晚各记录一次', '每天早上和晚上各记录一次'],
  ['降为零。', '降为0。'],
  ['零散', '零散'],
  ['早晚会来', '早晚会来'],
])('%s is written as %s', (said, written) => {
  expect(writeAlike(said)).toBe(written);
});

describe('a count that a text gives in other words', () => {
  test.each([
    ['登记143件，接近一半要补正。', '头一个月登记了143件，其中材料反复补正的占46%。'],
    ['相邻的两家单位有260个车位空着。', '相邻的市第二印染厂和桐岭区档案馆共有260个车位闲置。'],
    ['经过三次改稿，箱子由9公斤减到4.5公斤。', '严素梅改了三稿，把箱子从9公斤减到4.5公斤。'],
    ['洪彩妹等15名党员结对138户渔家。', '党员洪彩妹和另外14名党员结对138户渔家。'],
  ])('may be told: %s', (claim, body) => {
    expect(judgeOf(claim, body)).toBeUndefined();
  });

  test.each([
    ['登记143件，接近六成要补正。', '头一个月登记了143件，其中材料反复补正的占46%。'],
    ['相邻的三家单位有260个车位空着。', '相邻的市第二印染厂和桐岭区档案馆共有260个车位闲置。'],
    ['经过四次改稿，箱子由9公斤减到4.5公斤。', '严素梅改了三稿，把箱子从9公斤减到4.5公斤。'],
    ['洪彩妹等16名党员结对138户渔家。', '党员洪彩妹和另外14名党员结对138户渔家。'],
  ])('is wrong where it is another: %s', (claim, body) => {
    expect(judgeOf(claim, body)).toBe('number');
  });
});

test('days of a market are days of the month', () => {
  expect(areSame('街市逢2日、7日开。', '街市逢二、逢七开。')).toBe(true);
  expect(areSame('街市逢2日、6日开。', '街市逢二、逢七开。')).toBe(false);
  expect(areSame('街市逢二、七开。', '街市逢二和逢七开。')).toBe(true);
});

test('a holiday in marks is a holiday', () => {
  expect(writeAlike('馆子在“十一”前开张。')).toBe(writeAlike('馆子在“国庆”前开张。'));
  expect(judgeOf('戏台“十一”前完工。', '戏台“五一”前完工，能坐六十人。')).toBeDefined();
  expect(judgeOf('戏台五一前完工。', '戏台“五一”前完工，能坐六十人。')).toBeUndefined();
});
