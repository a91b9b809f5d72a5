import { expect, test } from 'vitest';
import { commonness, nearness } from '../../../../src/answering/verify/words/printed-words.ts';

test('an everyday word is more common than a rare one, and a name is not known', () => {
  expect(commonness('老师')).toBeGreaterThan(commonness('灯塔'));
  expect(commonness('鹿角岭')).toBe(0);
});

test('words of one meaning are nearer than others', () => {
  expect(nearness('老师', '教师')).toBeGreaterThan(nearness('老师', '码头'));
  expect(nearness('。', '码头')).toBe(0);
});
