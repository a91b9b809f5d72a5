import { expect, test } from 'vitest';
import { judgeOf, rulesAgainst } from '../judge-of.ts';
import { judgeOfPipes } from '../water-pipes.ts';

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

test.each([
  ['信件必须署上名字。', '学生投信可以不署名。'],
  ['随手拍上报的问题已经全部办结。', '没办结的主要是老旧围墙。'],
  ['开班半年，发生过严重不良事件。', '开班半年，没有发生一起严重不良事件。'],
  ['专线的价值只能用盈亏来算。', '专线的价值不能只用盈亏来算。'],
  ['涉及资金的事靠口头商量就行。', '涉及资金的事不能只靠口头商量。'],
  ['送归队送患者回家，一律不收钱。', '送归队送患者回家，每人每趟只收10元。'],
  ['夜班透析要比白班多收钱。', '夜班的收费标准与白班完全相同。'],
  ['党员的价格比非党员便宜。', '一荤两素14元，党员和非党员一个价。'],
  ['菜农嫌头班车发得太早。', '菜农不满意的是头班车太晚。'],
  ['食堂会单独收费。', '食堂不会单独收费。'],
  ['汀溪县是山洪很少发生的县。', '汀溪县是山洪多发县。'],
] as const)('「%s」 is stopped where it is told 「%s」', (claim, source) => {
  expect(judgeOf(claim, source)).toBe('negation');
});

test.each([
  ['学生投信不一定要署名。', '学生投信可以不署名。'],
  ['夜班党员不是请假就是缺席。', '夜班党员要么请假，要么缺席。'],
  ['值夜班的医护拿不到夜班费。', '值夜班的医护不发夜班费。'],
  ['专线的价值不只看盈亏。', '专线的价值不能只用盈亏来算。'],
  ['骑手也是治理的帮手。', '不能把骑手只当服务对象，他们更是治理的帮手。'],
  ['送归队每趟比出租车少收10元。', '送归队每趟收10元，比出租车少收10元。'],
  ['没请外面的公司。', '没有请外面的公司。'],
  ['支部也不把哨位的启动标准降下来。', '支部也不降低启动标准。'],
] as const)('「%s」 passes where it is told 「%s」', (claim, source) => {
  expect(judgeOf(claim, source)).toBeUndefined();
});

test('that there was none this year leaves room for the count of another', () => {
  const body = '今年渡口没有发生一起碰撞事故，而去年有5起。';
  expect(rulesAgainst('今年渡口出现了碰撞事故。', body)).toContain('not-a-single');
  expect(rulesAgainst('去年渡口发生过5起碰撞事故。', body)).not.toContain('not-a-single');
});

test('「也开门」 says no more than 「不关门」', () => {
  const body = '书屋节假日上午不关门。';
  expect(rulesAgainst('书屋节假日上午也开门。', body)).not.toContain('left-out-too');
  expect(rulesAgainst('书屋节假日上午也关门。', body)).toContain('left-out-too');
});
