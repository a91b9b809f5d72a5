import { expect, test } from 'vitest';
import {
  findNameBehindRole,
  findNearName,
  findNearWord,
} from '../../../../src/answering/verify/names/near-names.ts';
import { read } from '../judge-of.ts';

const surnames = '王李张陈龚欧文宋';
const given = '二喜树根海棠立诚'.match(/../gu) ?? [];

test.each([...surnames])(
  'a name of %s that differs by one character behind a role is found',
  (surname) => {
    for (const name of given) {
      const body = `监委会主任${surname}${name}说，三天后才付款。`;
      for (const other of [`${name.charAt(0)}明`, `三${name.charAt(1)}`])
        expect(near(`监委会主任${surname}${other}说，要等三天。`, body)).toBe(surname + other);
      expect(near(`主任${surname}${name}说，要等三天。`, body)).toBeUndefined();
    }
  },
);

test('a name of two characters is another where the words are cut around it', () => {
  const body = '代办队队员蔺芳上门办的。蔺芳说，不难。';
  expect(near('代办队队员蔺芬上门办好了。', body)).toBe('蔺芬');
  expect(near('代办队队员蔺芳上门办好了。', body)).toBeUndefined();
});

test('a name and the word behind it are no other name', () => {
  const body = '支部书记尉迟明则认为，还不够。尉迟明说，再等等。';
  expect(near('支部书记尉迟明用卡片登记。', body)).toBeUndefined();
});

test('a name that nothing but its surname shows is another by one character', () => {
  const body = '画图的封伯年住在河边。';
  expect(findNearWord(...read('住在河边的叫封仲年。', body))).toBe('封仲年');
  expect(findNearWord(...read('住在河边的叫封伯年。', body))).toBeUndefined();
});

test('another name behind the same role is found whatever its surname', () => {
  const body = '文化馆处长岳怀瑾说，闭馆推迟到晚上。';
  expect(findNameBehindRole(...read('处长乐怀璋说，闭馆推迟了。', body))).toBe('乐怀璋');
  expect(findNameBehindRole(...read('处长说，闭馆推迟了。', body))).toBeUndefined();
});

function near(claim: string, body: string): string | undefined {
  return findNearName(...read(claim, body));
}
