import { expect, test } from 'vitest';
import { findStranger } from '../../../../src/answering/verify/names/find-strangers.ts';
import { read } from '../judge-of.ts';

test('a name of two characters and the word behind it are no stranger', () => {
  const body = '社工聂佳把最后一名居民送到门口。聂佳说，明天再来。';
  expect(findStranger(...read('社工聂佳刚送走最后一名居民。', body))).toBeUndefined();
  expect(findStranger(...read('社工聂岚送走了居民。', body))).toBe('聂岚');
});
