import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

test.each([
  {
    rule: 'none-for-some',
    body: '全年受理诉求61件，办结58件。',
    wrong: '61件诉求没有一件得到办结。',
    right: '61件诉求办结了58件。',
  },
  {
    rule: 'some-for-none',
    body: '“收据一张也不用我交。”鲁小满说。',
    wrong: '鲁小满说，自己交了好几张收据。',
    right: '鲁小满说，自己一张收据也没交。',
  },
  {
    rule: 'no-exception',
    body: '周末不排班，抢险任务除外。',
    wrong: '周末不排班，抢险任务也不例外。',
    right: '周末不排班，抢险任务例外。',
  },
  {
    rule: 'share-for-none',
    body: '租户一分不掏，改造费由业主分摊。',
    wrong: '租户也要分摊改造费。',
    right: '租户不用分摊改造费。',
  },
])('$rule: 「$body」 does not tell 「$wrong」', ({ rule, body, wrong, right }) => {
  expect(rulesAgainst(wrong, body)).toContain(rule);
  expect(rulesAgainst(right, body)).not.toContain(rule);
});
