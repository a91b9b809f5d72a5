import { expect, test } from 'vitest';
import { readRoles } from '../../../../src/answering/verify/doers/read-roles.ts';

const rolesIn = (clause: string, persons: readonly string[] = []) =>
  readRoles(clause, persons).map(({ who, place }) => `${place} ${who.name}`);

test.each([
  ['场地费由镇财政所承担', 'by 镇财政所'],
  ['修桥的主意是老支书提出来的', 'by 老支书'],
  ['牵头修桥的是县交通局', 'by 县交通局'],
  ['居民们自己凑了钱', 'subject 居民'],
  ['先请技术员看了一遍', 'let 技术员'],
  ['县公安局的统计显示', 'says 县公安局'],
  ['据护理部对90名患者的调查', 'says 护理部'],
  ['换水管是老支书提出的建议', 'by 老支书'],
  ['送来锦旗的是孩子的母亲', 'by 母亲'],
])('%s: who does it', (clause, role) => {
  expect(rolesIn(clause)).toContain(role);
});

test('who speaks is a person before a verb of speech, in full, even one no list holds', () => {
  expect(rolesIn('站长竺可心说', ['竺可心'])).toEqual(['says 竺可心']);
  expect(rolesIn('教研室主任敬其远强调')).toContain('says 敬其远');
  expect(rolesIn('合格率从72%升到95%的说明书')).toEqual([]);
});

test('a doer is cut at the borders of words', () => {
  expect(rolesIn('下半年街道还要再建两处')).toEqual(['subject 街道']);
  expect(rolesIn('难题由公司领导提出')).toContain('by 公司领导');
  expect(rolesIn('他进厂刚满六年')).toEqual([]);
});

test('a person named as who holds an office is named without it', () => {
  expect(rolesIn('由社工郁小荷任队长', ['郁小荷'])).toEqual(['by 郁小荷']);
});

test('an office before a name and a listener behind it hide nobody', () => {
  expect(rolesIn('头一个报名的是技术部经理郁小荷', ['郁小荷'])).toEqual(['by 郁小荷']);
  expect(rolesIn('郁小荷告诉记者', ['郁小荷'])).toContain('says 郁小荷');
  expect(rolesIn('郁小荷的孙女对记者说', ['郁小荷'])).toContain('says 孙女');
});
