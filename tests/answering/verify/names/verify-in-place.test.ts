import { expect, test } from 'vitest';
import { inPlaceRules } from '../../../../src/answering/verify/names/verify-in-place.ts';
import { read } from '../judge-of.ts';

const body = '业主投票同意，把区属国企安居物业服务公司请进了大院，每月巡查一遍缆车。';
const find = (claim: string) => inPlaceRules['other-in-place']?.find(...read(claim, body));

test('a body in the place of another of its kind is found', () => {
  expect(find('请进大院的是区属国企宜家园物业服务公司。')).toBe('宜家园物业 / 安居物业');
});

test('the same body in other words is not', () => {
  expect(find('业主请进来的是国企安居物业公司，缆车每月查一遍。')).toBeUndefined();
});
