import { expect, test } from 'vitest';
import { findNameInPlace } from '../../../../src/answering/verify/names/names-in-place.ts';

const surnames = '王李张陈龚欧文宋';
const given = '二喜树根海棠立诚'.match(/../gu) ?? [];

test.each([...surnames])(
  'a name of %s that differs by one character behind a role is found',
  (surname) => {
    for (const name of given) {
      const told = `监委会主任${surname}${name}说，三天后才付款。`;
      for (const other of [`${name.charAt(0)}明`, `三${name.charAt(1)}`])
        expect(findNameInPlace(`监委会主任${surname}${other}说，要等三天。`, told)).toBe(
          surname + other,
        );
      expect(findNameInPlace(`主任${surname}${name}说，要等三天。`, told)).toBeUndefined();
    }
  },
);

test('a name of two characters is another where all around it is the same', () => {
  const told = '代办队队员文涛上门办的。';
  expect(findNameInPlace('代办队队员文海上门办好了。', told)).toBe('文海');
  expect(findNameInPlace('代办队队员文涛上门办好了。', told)).toBeUndefined();
});
