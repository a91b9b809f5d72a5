import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

test('what is under way is not told as done, but may be told as planned', () => {
  const body = '补种的三百棵树苗仍在调运，预计下月栽好。';
  expect(rulesAgainst('补种的三百棵树苗已经调运完毕。', body)).toContain('done-already');
  expect(rulesAgainst('补种的三百棵树苗还在调运。', body)).not.toContain('done-already');
  expect(rulesAgainst('树苗预计下月可以栽好。', body)).not.toContain('done-already');
});

test('what is done is not told as still to come', () => {
  const body = '欠下的运费已全部付给车主。';
  expect(rulesAgainst('欠下的运费还没有付给车主。', body)).toContain('yet-to-come');
  expect(rulesAgainst('欠下的运费已经付给车主了。', body)).not.toContain('yet-to-come');
});

test('what is handed in and not yet answered is both', () => {
  const body = '修桥的申请已于上月递交，尚未批复。';
  expect(rulesAgainst('上月递交的修桥申请还没有批下来。', body)).not.toContain('yet-to-come');
});
