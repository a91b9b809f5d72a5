import { expect, test } from 'vitest';
import { findDenials } from '../../../../src/answering/verify/denials/denials.ts';

test.each([
  ['船上没有一人受伤', '受伤'],
  ['夜班船一天也没有断过', '断'],
  ['冯水根没有要一分钱课酬', '收钱'],
  ['渡口的夜路不太方便', '方便'],
])('of 「%s」 is denied %s', (clause, head) => {
  expect(findDenials(clause).map((denial) => denial.head)).toEqual([head]);
});

test('a denial before 的 does not reach what is said of the noun', () => {
  const clause = '夜里送不上船的难题已经解决';
  const [denial] = findDenials(clause);
  expect(clause.slice(denial?.start, denial?.end)).toBe('夜里送不上');
});
