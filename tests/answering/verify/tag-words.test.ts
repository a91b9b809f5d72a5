import { expect, test } from 'vitest';
import { tagWords } from '../../../src/answering/verify/tag-words.ts';

test('words carry their part of speech and their place in the text', () => {
  expect(tagWords('社区党委把纠纷化解了')).toEqual([
    { word: '社区', index: 0, tag: 'n' },
    { word: '党委', index: 2, tag: 'j' },
    { word: '把', index: 4, tag: 'p' },
    { word: '纠纷', index: 5, tag: 'n' },
    { word: '化解', index: 7, tag: 'v' },
    { word: '了', index: 9, tag: 'ul' },
  ]);
});

test('a name that no dictionary has is one word', () => {
  expect(tagWords('主任平若水介绍说')).toContainEqual({ word: '平若水', index: 2, tag: 'x' });
});
