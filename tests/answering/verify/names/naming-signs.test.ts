import { expect, test } from 'vitest';
import { judgeOf } from '../judge-of.ts';

const body = [
  '容量三百吨的粮仓建在村西头的老磨坊，由柳坪村的麦穗合作社经营。',
  '揭榜的是锻压车间党支部的青年党员，他进厂刚满六年。',
  '礼盒仍要从邻县宁渠采购，镇党委书记黎向晨说，周边的石门、沙沟两个村已派人来学。',
].join('\n');

test.each([
  '容量三百吨的粮仓建在村西头的老祠堂。',
  '粮仓由桃坪村的麦穗合作社经营。',
  '粮仓由柳坪村的稻穗合作社经营。',
  '揭榜的是总装车间党支部的青年党员。',
  '石桥村和沙沟村已经派人来学。',
])('a changed name does not pass: %s', (claim) => {
  expect(judgeOf(claim, body)).toBeDefined();
});

test.each([
  '柳坪村的麦穗合作社经营着这座能装三百吨粮食的粮仓。',
  '经麦穗合作社经营的粮仓，容量有三百吨。',
  '锻压车间党支部的一名青年党员揭了榜。',
  '石门村和沙沟村已经派人来学。',
])('what only words it otherwise passes: %s', (claim) => {
  expect(judgeOf(claim, body)).toBeUndefined();
});
