import { expect, test } from 'vitest';
import { judgeOf, rulesAgainst } from '../judge-of.ts';

test.each([
  ['居民不满意的不得销号。', '居民即使不满意也可以销号。', '居民不满意就不能销号。'],
  ['没有冷泉的村不养鱼。', '没有冷泉的村也要养鱼。', '没有冷泉的村就不养鱼。'],
  [
    '完不成的要在支部大会上说明原因，但不扣奖金。',
    '揭榜后完不成的要扣奖金。',
    '揭榜后完不成的不扣奖金，但要说明原因。',
  ],
])('what 「%s」 denies outright is not allowed or required: %s', (body, wrong, right) => {
  expect(judgeOf(wrong, body)).toBe('negation');
  expect(judgeOf(right, body)).toBeUndefined();
});

test('a cause that was ruled out is not given, but what it is not may be said again', () => {
  const body = '“出船日不是走过场，每条船都要查。”冯水根说。';
  expect(rulesAgainst('冯水根说，出船日就是走过场。', body)).toContain('not-the-cause');
  expect(rulesAgainst('冯水根说，出船日不能走过场。', body)).not.toContain('not-the-cause');
});

test('what is done rather than something else is no cause that was ruled out', () => {
  const body = '支部把党员按班次而不是按工种编成6个党小组。';
  expect(rulesAgainst('支部把党员按班次编成6个党小组。', body)).toEqual([]);
});
