import { expect, test } from 'vitest';
import { findMentions, type Mention } from '../../../src/answering/verify/find-mentions.ts';
import { isSameDoer } from '../../../src/answering/verify/same-doer.ts';

function mention(name: string): Mention {
  const [found] = findMentions(name, []);
  if (found === undefined) throw new Error(`nobody: ${name}`);
  return found;
}

test.each([
  ['村民', '大家'],
  ['厂里', '厂'],
  ['老师', '教师'],
])('%s can be %s', (one, other) => {
  expect(isSameDoer(mention(one), mention(other))).toBe(true);
});

test.each([
  ['社区', '街道'],
  ['村委会', '党支部'],
  ['医生', '教师'],
])('%s is not %s', (one, other) => {
  expect(isSameDoer(mention(one), mention(other))).toBe(false);
});
