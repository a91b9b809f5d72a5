import { expect, test } from 'vitest';
import { readTellings } from '../../../../src/answering/verify/doers/read-tellings.ts';

const read = (sentences: readonly string[], persons: readonly string[]) =>
  readTellings(sentences, persons).map(({ clause, doers, sayers }) => ({
    clause,
    doers: doers.map(({ name }) => name),
    sayers: sayers.map(({ name }) => name),
  }));

test('a quotation is said by the one named behind it', () => {
  const [quoted] = read(['“船票不涨价。”', '站长竺可心说。'], ['竺可心']);
  expect(quoted?.sayers).toEqual(['竺可心']);
});

test('all sentences of a quotation are said by the one who opens it', () => {
  const told = read(['竺可心说:“船票不涨价。', '夜里照样开船。”'], ['竺可心']);
  expect(told.at(-1)?.sayers).toEqual(['竺可心']);
});

test('a pronoun is the person named last', () => {
  const told = read(['揭榜的是岑大川,他进厂六年。', '他拉上两名工友一起干。'], ['岑大川']);
  expect(told.at(-1)?.doers).toContain('岑大川');
});
