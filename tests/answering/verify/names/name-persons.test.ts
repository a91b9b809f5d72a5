import { expect, test } from 'vitest';
import { namePersons } from '../../../../src/answering/verify/names/name-persons.ts';

test.each([
  ['支部书记桑大有直摇头。', '桑大有'],
  ['项目部党支部书记尉迟明则认为,这样不成。', '尉迟明'],
  ['据医务部主任平若谷介绍,铃声少了。', '平若谷'],
  ['会上,莫兰芝说,大伙都来了。莫兰芝还带了图纸。', '莫兰芝'],
  ['小组组长庞水生接到呼叫后赶去。', '庞水生'],
  ['送来的人名叫褚明。', '褚明'],
  ['老人廖阿婆不认得字。', '廖阿婆'],
  ['据布和巴图介绍,车是捐的。', '布和'],
  ['镇党委书记桑景行表示,明年再修。', '桑景行'],
  ['船队领队倪秋菊起初不同意。', '倪秋菊'],
  ['种了22年桃树的闵海生说,不愁卖。', '闵海生'],
  ['院长沙明洁说,药够用。', '沙明洁'],
])('of %s a person is %s', (text, name) => {
  expect(namePersons(text).some((one) => one.startsWith(name))).toBe(true);
});

test.each([
  '每个项目都要张榜公布,账目任第一书记核对。',
  '邬晓棠曾担任站长,最高曾达78分贝。',
  '村里的麦子会最先收,路途远的先走。',
  '社区党委周开一次会,查滚筒、查筛网。',
  '他从夏种忙到秋收。',
])('no person stands in %s but those who are named', (text) => {
  expect(namePersons(text).filter((name) => name !== '邬晓棠')).toEqual([]);
});

test('what is a part of a longer name is no name of its own', () => {
  expect(namePersons('支部书记桑大有摇头。桑大有又说,梨不坏。')).toEqual(['桑大有']);
});

test('a name that the text also has without its last character is the shorter one', () => {
  expect(namePersons('书记慕容川作了介绍。慕容川说,路通了。')).toEqual(['慕容川']);
});
