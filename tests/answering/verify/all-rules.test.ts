import { expect, test } from 'vitest';
import { ruleSets } from '../../../src/answering/verify/all-rules.ts';

test('no rule takes the place of another of its name', () => {
  const names = ruleSets.flatMap((rules) => Object.keys(rules));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
