import { expect, test } from 'vitest';
import { givenNameRules } from '../../../../src/answering/verify/names/verify-given-names.ts';
import { read } from '../judge-of.ts';

const body = [
  '业务骨干郎志远到现场核对船票存根，养船人贺老疙瘩帮着搬箱子。',
  '他的父亲那森是第一任站长，石梁、柳湾两个村都去学过。',
].join('');
const find = (claim: string) =>
  Object.values(givenNameRules).flatMap((rule) => rule.find(...read(claim, body)) ?? []);

test.each([
  ['核对存根的是业务骨干郎志超。', '郎志超'],
  ['第一任站长是他的父亲那顺。', '那顺'],
  ['何老疙瘩帮着搬箱子。', '何老疙'],
])('a name that shares some of another one is found: %s', (claim, name) => {
  expect(find(claim)).toEqual([name]);
});

test.each([
  '业务骨干郎志远核对了船票存根。',
  '石梁村和柳湾村都去学过。',
  '箱子是贺老疙瘩帮着搬的。',
])('what the source names is not: %s', (claim) => {
  expect(find(claim)).toEqual([]);
});
