import { expect, test } from 'vitest';
import { readRoles } from '../../../src/answering/verify/read-roles.ts';

const rolesIn = (clause: string, persons: readonly string[] = []) =>
  readRoles(clause, persons).map(({ who, place }) => `${place} ${who.name}`);

test.each([
  ['场地费由镇财政所承担', 'by 镇财政所'],
  ['修桥的主意是老支书提出来的', 'by 老支书'],
  ['牵头修桥的是县交通局', 'by 县交通局'],
  ['居民们自己凑了钱', 'subject 居民'],
  ['先请技术员看了一遍', 'let 技术员'],
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
