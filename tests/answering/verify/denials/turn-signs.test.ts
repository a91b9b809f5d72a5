import { expect, test } from 'vitest';
import { directionOf, findTurns } from '../../../../src/answering/verify/denials/find-turns.ts';
import { turnSigns } from '../../../../src/answering/verify/denials/turn-signs.ts';

test.each([
  ['船班曾经中断', '船班一天也没有断过'],
  ['渡口否认了这条意见', '渡口认了这条意见'],
  ['候船的时间变长了', '候船的时间由一小时缩短到一刻钟'],
  ['北渡的客流比南渡高3%', '北渡的客流比南渡低3%'],
  ['渡口的投诉不降反升', '渡口的投诉由六件降到两件'],
])('「%s」 turns what is told: 「%s」', (claim, source) => {
  expect(turnSigns(claim, [source])).toHaveLength(1);
});

test.each([
  ['夜班船照常保留', '夜班船没有取消'],
  ['渡口午间照常开门', '渡口午间不再关门'],
  ['老人坐船不收费', '老人坐船免费'],
  ['船工不是不想来', '船工并非不愿来'],
  ['渡口的夜路不太方便', '渡口的夜路不方便'],
  ['邱水生不赞成停航', '邱水生反对停航'],
  ['客流减少到三千人次', '客流降到三千人次'],
])('「%s」 says the same as 「%s」', (claim, source) => {
  expect(turnSigns(claim, [source])).toHaveLength(0);
});

test('a denied turn is none, nor is a name in quotation marks', () => {
  expect(findTurns('夜班船没有取消')).toEqual([]);
  expect(findTurns('挂出“难题不过夜”的牌子')).toEqual([]);
  expect(findTurns('夜班船不开')).toHaveLength(1);
});

test('which way a clause goes is read where it goes one way', () => {
  expect(directionOf('投诉比去年多了两件')).toBe(1);
  expect(directionOf('投诉不升反降')).toBe(-1);
  expect(directionOf('每人至多带两个徒弟')).toBe(0);
});
