import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

test.each([
  ['修渡口动用了扶贫款。', '钱由镇里出，修渡口没有动用扶贫款。'],
  ['渡口有一部分船停摆。', '大水那年，渡口没有一条船停摆。'],
  ['落水没有人管的难题已经解决。', '眼下还有一个难题没有解决：夜里落水没有人管。'],
])('what is denied is told as done: %s', (claim, body) => {
  expect(rulesAgainst(claim, body)).toContain('denied-deed');
});

test.each([
  ['渡口的夜班仍然保留。', '渡口的夜班没有取消。'],
  ['渡口装上了路灯。', '渡口过去没有路灯，今年全部装上。'],
  ['船工很难凑齐。', '船工凑不齐。'],
])('what is denied is told in other words: %s', (claim, body) => {
  expect(rulesAgainst(claim, body)).not.toContain('denied-deed');
});

test('a claim that denies what is told is found, but not what it says in words of its own', () => {
  const body = '渡口新设了急救箱，老人坐船免费，夜班船工可以收取加班费。';
  expect(rulesAgainst('渡口没有新设急救箱。', body)).toContain('told-deed');
  expect(rulesAgainst('老人坐船不收费。', body)).not.toContain('told-deed');
});
