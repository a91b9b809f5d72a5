import { expect, test } from 'vitest';
import { judgeOf } from './judge-of.ts';

test.each([
  ['棚子占地90平方米。', '棚子占地90平方厘米。', '棚子占地90平米。'],
  ['他在坝上守了五夜。', '他在坝上守了六个晚上。', '他在坝上守了五个晚上。'],
  ['评出示范户58户。', '评出85个示范户。', '评出58个示范户。'],
  ['图纸按1比200画成。', '图纸按1:500画成。', '图纸按1:200画成。'],
  ['值守从20时到23时。', '值守从晚上8点守到10点。', '值守从晚上8点守到11点。'],
  ['早班船六点一刻开。', '早班船七点多开。', '早班船六点多开。'],
  ['每度电四角五分。', '每度电0.54元。', '每度电0.45元。'],
  ['桥用了三年零两个月修成。', '修桥用了四年多。', '修桥用了三年多。'],
  ['渔政员每月8日、18日各巡一趟。', '渔政员每月巡三趟。', '渔政员每月巡两趟。'],
  [
    '白石村和河口村合办一所学校。',
    '白石村和河口村三个村合办学校。',
    '白石村和河口村两个村合办学校。',
  ],
  ['比赛设二等奖6名。', '比赛设三等奖6名。', '比赛的二等奖有六名。'],
  ['稻谷亩产不过六百来斤。', '稻谷亩产不过六百来公斤。', '稻谷亩产只有600来斤。'],
  ['居民出资近四成。', '居民出资近41%。', '居民出资将近40%。'],
  ['第一次问需求，第二次送图纸。', '第一次是送图纸。', '第二次是送图纸。'],
])('where it is told that %s, one may not say %s, but %s', (body, wrong, right) => {
  expect(judgeOf(wrong, body)).toBeDefined();
  expect(judgeOf(right, body)).toBeUndefined();
});

test('a number of a building tells of no such number of things', () => {
  const body = '9号楼的居民成立了自管小组，还有4栋楼没有成立。';
  expect(judgeOf('还有9栋楼没有成立自管小组。', body)).toBe('number');
  expect(judgeOf('还有4栋楼没有成立自管小组。', body)).toBeUndefined();
});

test('one of those told of is no number', () => {
  const body = '船工鲁成河等12名党员参加了打捞。';
  expect(judgeOf('参加打捞的有12名党员，船工鲁成河就是其中一名。', body)).toBeUndefined();
});
