import { expect, test } from 'vitest';
import { canBeSame, findMentions } from '../../../../src/answering/verify/doers/find-mentions.ts';

const namesIn = (clause: string, persons: readonly string[] = []) =>
  findMentions(clause, persons).map(({ name }) => name);

test('persons, organisations and roles are found in order', () => {
  expect(namesIn('旗公安局和邢广顺请居民来', ['邢广顺'])).toEqual(['旗公安局', '邢广顺', '居民']);
});

test('a title beside a name is the person it stands with', () => {
  expect(namesIn('书记尤佩兰说', ['尤佩兰'])).toEqual(['尤佩兰']);
  expect(namesIn('尤佩兰书记说', ['尤佩兰'])).toEqual(['尤佩兰']);
});

test('of two of a kind only those that can be called alike can be the same', () => {
  const [one, other, short] = ['县司法局', '县水利局', '局'].map(
    (name) => findMentions(name, [])[0],
  );
  if (one === undefined || other === undefined || short === undefined) throw new Error('not found');
  expect(canBeSame(one, short)).toBe(true);
  expect(canBeSame({ ...one, name: '司法局' }, { ...other, name: '水利局' })).toBe(false);
});
