import { expect, test } from 'vitest';
import { readVoices } from '../../../../src/answering/verify/doers/read-voices.ts';

const persons = ['竺可心', '岑大川'];
const read = (sentences: readonly string[]) =>
  readVoices(sentences, persons).map(({ who, words }) => [who?.name, words]);

test('a speaker says what follows, until another one named speaks', () => {
  expect(read(['站长竺可心说,船票不涨,岑大川则说,夜船要加一班'])).toEqual([
    ['竺可心', '站长竺可心说,船票不涨'],
    ['岑大川', '岑大川则说,夜船要加一班'],
  ]);
});

test('a semicolon parts two speakers', () => {
  const [one, other] = read(['竺可心表示,明年修码头;岑大川认为,要先修船']);
  expect([one?.[0], other?.[0]]).toEqual(['竺可心', '岑大川']);
});

test('who is meant by 她 is the one named before, and a quotation is said by the one behind it', () => {
  expect(read(['竺可心守了九年码头。', '她说,夜船不能停。']).at(-1)?.[0]).toBe('竺可心');
  expect(read(['“夜船不能停。”', '竺可心说。'])[0]?.[0]).toBe('竺可心');
});

test('who is spoken of inside of a quotation does not speak', () => {
  expect(read(['竺可心说,“乘客说夜船好,岑大川说票价贵,我都记着”'])).toHaveLength(1);
});

test('a statistic is told by the office that keeps it', () => {
  expect(read(['据港务局票务科统计,上半年夜船开了90班'])[0]?.[0]).toBe('港务局票务科');
});
