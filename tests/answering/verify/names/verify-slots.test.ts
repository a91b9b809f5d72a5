import { expect, test } from 'vitest';
import { slotRules } from '../../../../src/answering/verify/names/verify-slots.ts';
import { read, rulesAgainst } from '../judge-of.ts';

test.each([
  ['other-in-name', '订单转给了恒泰轴承公司。', '订单转给了恒瑞轴承公司。'],
  ['other-in-name', '支部和机械学院签了协议。', '支部和商业学院签了协议。'],
  ['other-in-place', '展柜摆在临江化工园区。', '展柜摆在滨海化工园区。'],
  ['other-in-place', '水管接到了青石岭隧道。', '水管接到了青云岭隧道。'],
  ['place-for-noun', '工具箱放在仓库里保管。', '工具箱放在教室里保管。'],
  ['place-for-noun', '老师在操场等候。', '老师在谈心室等候。'],
  ['noun-for-noun', '支部把旧皮带换掉了。', '支部把旧轴承换掉了。'],
  ['doer-for-noun', '药箱由校长轮流保管。', '药箱由护士轮流保管。'],
])('%s: %s, where the source has: %s', (rule, claim, source) => {
  expect(slotRules[rule]?.find(...read(claim, source))).toBeDefined();
  expect(slotRules[rule]?.find(...read(source, source))).toBeUndefined();
});

test.each([
  ['乘客在途中拍到了井盖。', '乘客在路上拍到了井盖。'],
  ['2人弃权，没有人反对。', '2票弃权，没有人反对。'],
  ['支部把房屋腾出来。', '支部把住房腾出来。'],
  ['学生在教室写作业。', '孩子在教室写作业。'],
  ['岛上缺医的难题还在。', '岛上缺医的问题还在。'],
])('the same in another word is no other: %s for %s', (claim, source) => {
  const found = rulesAgainst(claim, source).filter((name) => name in slotRules);
  expect(found).toEqual([]);
});
