import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

test.each([
  ['老人坐摆渡船要买票。', '65岁以上老人坐摆渡船免票。'],
  ['在河埠称鱼需要交钱。', '河埠放着一台秤，称鱼不收一分钱。'],
  ['冯水根教划船收了课酬。', '冯水根来教划船，没有要一分钱课酬。'],
])('who pays for what is free is told of: %s', (claim, body) => {
  expect(rulesAgainst(claim, body)).toContain('paid-for-free');
});

test.each([
  ['老人坐摆渡船不要钱。', '65岁以上老人坐摆渡船免票。'],
  ['修秤的钱由镇里出，一年3万元。', '称鱼不收费，修秤每年花3万元，由镇里出。'],
  ['冯水根没有收课酬。', '冯水根来教划船，没有要一分钱课酬。'],
])('that it is free, or what it costs another, is not: %s', (claim, body) => {
  expect(rulesAgainst(claim, body)).not.toContain('paid-for-free');
});

test('a measure told the other way is found, the same way in other words is not', () => {
  const body = '今年渡口客流比去年多出3万人次，候船时间缩短了8分钟，比北渡快2分钟。';
  expect(rulesAgainst('渡口客流比去年减少3万人次。', body)).toContain('other-way');
  expect(rulesAgainst('渡口客流比去年增加3万人次。', body)).not.toContain('other-way');
  expect(rulesAgainst('候船时间比北渡慢2分钟。', body)).toContain('other-way');
});
