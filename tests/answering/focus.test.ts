import { expect, test } from 'vitest';
import { focusPairs } from '../../src/answering/focus.ts';

const pairs = (question: string) => focusPairs(question).map(({ text }) => text);

test('a word that is cut behind its common half is one', () => {
  expect(pairs('党龄怎么认？')).toContain('党龄');
  expect(pairs('换届怎么准备？')).toContain('换届');
});

test('how something is to be is no part of what it is about', () => {
  expect(pairs('读书会弄得有意思点')).toEqual(pairs('读书会'));
  expect(pairs('把广场搞得热闹些')).toEqual(pairs('把广场'));
  expect(pairs('怎么取得居民信任？')).toContain('信任');
});

test('where nothing else is said it is all there is', () => {
  expect(pairs('弄得热闹些')).toContain('热闹');
});

test('that something is solved says nothing of what it is', () => {
  expect(pairs('怎么解决停车难？').join()).not.toContain('解决');
});
