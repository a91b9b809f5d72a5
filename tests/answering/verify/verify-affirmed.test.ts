import { expect, test } from 'vitest';
import { judgeOfPipes } from './water-pipes.ts';

test.each([
  ['the cause that was ruled out', '葛明澜说，问题就在于大伙舍不得花钱。', '葛明澜'],
  ['some where there was none', '施工期间，有几户停水超过了两小时。', '停水'],
  ['done what is not done yet', '第二期改造方案已经获批。', '尚未'],
  ['the verb behind its object', '议事会上把物业费表决掉了。', '没有表决'],
  ['who was left out', '一至三楼住户也要交安装费。', '安装费'],
  ['who was left out of a vote', '物业经理也参加表决。', '物业经理'],
] as const)('a claim that affirms %s is caught: %s', (_, claim, sentence) => {
  expect(judgeOfPipes(claim, sentence)).toBe('negation');
});

test.each([
  ['漏损率上升了12个百分点。', '漏损率'],
  ['改造后抄表员的负担更重了。', '抄表员'],
  ['只有业主才能参加议事会，租户不行。', '租户'],
  ['退休电工裴家安一开始就支持换管。', '裴家安'],
  ['夏侯静评价说，账目公开是这里最大的短处。', '夏侯静'],
] as const)('a direction turned round is caught: %s', (claim, sentence) => {
  expect(judgeOfPipes(claim, sentence)).toBe('negation');
});

test.each([
  ['一到三楼免收安装费，四楼往上每家出380元，工程按期完成。', '安装费'],
  ['葛明澜认为，居民并非不愿出钱，缺的是带头的人。', '葛明澜'],
  ['施工时每户停水都没有超出两个小时。', '停水'],
  ['志愿者邓卫国看守工地是尽义务，从没拿过补贴。', '邓卫国'],
  ['裴家安起初不赞成，亲眼看了水样才改变主意，签下名字。', '裴家安'],
  ['这次议事会的议题只有水管，物业费并未拿来投票。', '物业费'],
  ['表决时物业经理回避。', '物业经理'],
] as const)('a denial told in other words passes: %s', (claim, sentence) => {
  expect(judgeOfPipes(claim, sentence)).toBeUndefined();
});
