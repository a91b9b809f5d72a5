import { expect, test } from 'vitest';
import { readAgents } from '../../../../src/answering/verify/doers/read-agents.ts';

const persons = ['竺可心', '韩松年'];

test.each([
  ['每天早晨检修缆绳的,是站长竺可心本人。', 'last', '站长竺可心'],
  ['夜船的油费由县卫生健康委承担。', 'by', '县卫生健康委'],
  ['听证会是退休教师韩松年主持起来的。', 'cleft', '退休教师韩松年'],
  ['“船等人,人不等船”,这句话出自站长竺可心。', 'says', '站长竺可心'],
  ['夜船不涨价,这是县总工会副主席的提醒。', 'says', '县总工会副主席'],
  ['芦湾镇副镇长当场表示,夜船不会停。', 'speech', '芦湾镇副镇长'],
  ['照渡口站长的说法,夜船不会停。', 'speech', '渡口站长'],
  ['开夜船的提议者是渡口居民。', 'last', '渡口居民'],
  ['在镇供销社的牵头下,渡口装上了电灯。', 'by', '镇供销社'],
])('whom a claim sets apart is read: %s', (claim, place, name) => {
  expect(readAgents(claim, persons)[0]).toMatchObject({ place, name });
});

test.each(['渡口今年换上的是新缆绳。', '夜船的油费由高变低。', '夜船每晚九点开。'])(
  'nobody is set apart: %s',
  (claim) => {
    expect(readAgents(claim, persons)).toEqual([]);
  },
);
