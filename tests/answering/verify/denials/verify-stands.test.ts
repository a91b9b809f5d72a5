import { expect, test } from 'vitest';
import { findStands, standingOf } from '../../../../src/answering/verify/denials/find-stands.ts';
import { rulesAgainst } from '../judge-of.ts';

test.each([
  ['渡口采纳了夜里加船的提议。', '有人提议夜里加船，渡口商量后谢绝了。'],
  ['船工一开始就爽快答应。', '船工起初有顾虑，怕耽误早班。'],
  ['第二次碰头会上大家谈得融洽。', '第二次碰头会不欢而散。'],
  ['冯水根把船票款藏着。', '冯水根上交了船票款。'],
  ['邱水生到今年仍坚持要调走。', '邱水生今年撤回了调动申请。'],
  ['分船款那天有几户没有到场。', '分船款那天没有一户缺席。'],
])('what stands against it in other words is told of: %s', (claim, body) => {
  expect(rulesAgainst(claim, body)).toContain('other-stand');
});

test.each([
  ['渡口没有接受夜里加船的提议。', '有人提议夜里加船，渡口商量后谢绝了。'],
  ['分船款那天人人到场。', '分船款那天没有一户缺席。'],
  ['船工后来答应了。', '船工起初不肯，看了一个月才松口。'],
  ['如今船工愿意加班。', '船工起初反对，如今乐意加班。'],
])('what says the same is not: %s', (claim, body) => {
  expect(rulesAgainst(claim, body)).not.toContain('other-stand');
});

test('a plain contrary is told of by a rule of its own', () => {
  expect(rulesAgainst('渡口的客流上升了。', '渡口的客流下降了。')).toContain('other-word');
});

test('a word that is part of the name of a thing stands nowhere', () => {
  expect(findStands('同意书放在渡口')).toEqual([]);
  expect(findStands('渡口同意了')).not.toEqual([]);
});

test('a claim agrees with what came of a denial in the end', () => {
  const said = ['业主同意了'];
  const beside = ['业主起初没有同意', '后来才点了头'];
  expect(standingOf('业主起初没有同意', { beside, others: said })).toEqual({
    agrees: 1,
    disagrees: 0,
  });
  expect(standingOf('业主没有同意', { beside: [], others: said })).toEqual({
    agrees: 0,
    disagrees: 1,
  });
});

test.each([
  ['排灌站的开机时间仍然偏短。', '排灌站的开机时间已经足够长。', '排灌站的开机时间还不够长。'],
  ['码头吊机在旺季不够用，正在等新吊机。', '码头吊机在旺季完全够用。', '码头吊机在旺季不够用。'],
])('how a thing is is not turned: 「%s」 does not tell 「%s」', (body, wrong, right) => {
  expect(rulesAgainst(wrong, body)).toContain('other-state');
  expect(rulesAgainst(right, body)).not.toContain('other-state');
});
