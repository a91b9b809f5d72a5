import { expect, test } from 'vitest';
import {
  findMentions,
  type Mention,
} from '../../../../src/answering/verify/doers/find-mentions.ts';
import { bearersOf, isSameDoer } from '../../../../src/answering/verify/doers/same-doer.ts';

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

test('bodies of another level or field are not the same', () => {
  expect(isSameDoer(mention('省文化局'), mention('市文化局'))).toBe(false);
  expect(isSameDoer(mention('县水务局'), mention('县粮食局'))).toBe(false);
});

test('a title can be the person whom an article gives it to', () => {
  const [bodies, persons] = ['公司党委书记幸福林说,够了。', ['幸福林']];
  const title = mention('党委书记');
  const bearers = bearersOf(title, { bodies, persons });
  expect(bearers).toEqual(['幸福林']);
  expect(isSameDoer({ ...title, bearers }, { name: '幸福林', kind: '', start: 0, end: 3 })).toBe(
    true,
  );
});
