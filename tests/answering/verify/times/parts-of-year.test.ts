import { describe, expect, test } from 'vitest';
import { partsOfYear, tellsPart } from '../../../../src/answering/verify/times/parts-of-year.ts';
import { writeAlike } from '../../../../src/answering/verify/write-alike.ts';
import { judgeOf, rulesAgainst } from '../judge-of.ts';

const digits = '零一二三四五六七八九';

test('the months up to any are told in months, in a range and in Chinese', () => {
  for (let month = 4; month < 10; month += 1) {
    const ways = [`前${month}个月`, `头${digits[month]}个月`, `1至${month}月`, `1月-${month}月`];
    for (const way of [...ways, `一月到${digits[month]}月`]) {
      const text = writeAlike(`今年${way}办结`);
      expect([way, tellsPart(text, { from: 1, to: month })]).toEqual([way, true]);
      expect([way, tellsPart(text, { from: 1, to: month + 1 })]).toEqual([way, false]);
    }
  }
});

test.each([
  ['上半年', 1, 6],
  ['前三季度', 1, 9],
  ['第二季度', 4, 6],
  ['下半年', 7, 12],
])('%s are months %i to %i', (way, from, to) => {
  expect(partsOfYear(way)).toEqual([{ from, to, start: 0, end: way.length }]);
});

describe('a claim about part of a year', () => {
  const body = '今年前三季度，渡口运送旅客4.6万人次。';

  test.each(['1至9月', '1月到9月', '前九个月'])('may name it %s', (way) => {
    expect(judgeOf(`${way}，渡口运送旅客4.6万人次。`, body)).toBeUndefined();
  });

  test('may name it 今年一月至九月, no rule speaks against it', () => {
    expect(rulesAgainst('今年一月至九月，渡口运送旅客4.6万人次。', body)).toEqual([]);
  });

  test.each(['1至8月', '前八个月', '前两个季度', '去年1至9月'])('is wrong with %s', (way) => {
    expect(judgeOf(`${way}，渡口运送旅客4.6万人次。`, body)).toBe('number');
  });
});
