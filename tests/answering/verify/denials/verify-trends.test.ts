import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

const body =
  '渡口的投诉由每月31件减到12件，候船的老人从一天40位增加到95位。过去一天只开6班船，如今开到9班。';

test.each(['渡口的投诉越来越多。', '候船的老人比去年少了。', '一天开的船班比过去减少了。'])(
  'a way that the figures do not go is told of: %s',
  (claim) => {
    expect(rulesAgainst(claim, body)).toContain('other-trend');
  },
);

test.each(['渡口的投诉少了。', '候船的老人越来越多。', '一天开的船班比过去增加了。'])(
  'the way they go is not: %s',
  (claim) => {
    expect(rulesAgainst(claim, body)).not.toContain('other-trend');
  },
);

test('a way the source denies is not told as so', () => {
  const told = '船票价格没有上涨，候船的雨水棚比往年多。';
  expect(rulesAgainst('船票价钱跟着涨了。', told)).toContain('denied-trend');
  expect(rulesAgainst('船票价钱没有涨。', told)).not.toContain('denied-trend');
});

test('what was more than before was not less', () => {
  const told = '今年的鱼汛比往年早，水位比去年高。';
  expect(rulesAgainst('今年的鱼汛比往年晚。', told)).toContain('other-comparison');
  expect(rulesAgainst('今年的鱼汛比往年早。', told)).not.toContain('other-comparison');
});

test('「不降反升」 is a rise', () => {
  const told = '船票由每人30元下调为20元，原有检票口9个，经过两轮合并，保留3个。';
  expect(rulesAgainst('船票价格不降反升。', told)).toContain('other-trend');
  expect(rulesAgainst('检票口经过两轮合并，不减反增。', told)).toContain('other-trend');
  expect(rulesAgainst('检票口经过两轮合并，越来越少。', told)).not.toContain('other-trend');
});
