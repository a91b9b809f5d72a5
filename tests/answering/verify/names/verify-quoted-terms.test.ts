import { expect, test } from 'vitest';
import { quotedTermRules } from '../../../../src/answering/verify/names/verify-quoted-terms.ts';
import { read } from '../judge-of.ts';

test('a quoted term may leave out particles and marks, and nothing else', () => {
  const body = '“晚到了半刻，扫一天院子。”班长说，规矩是大家定的。';
  const other = quotedTermRules['other-quoted']?.find;
  expect(other?.(...read('“晚到半刻扫一天院子”是大家定的。', body))).toBeUndefined();
  expect(other?.(...read('“晚到半刻扫两天院子”是大家定的。', body))).toBe('晚到半刻扫两天院子');
});

test('a feast may stand in marks wherever it stands', () => {
  const body = '今年“七一”，船队发展了2名党员。';
  const other = quotedTermRules['other-quoted']?.find;
  expect(other?.(...read('今年“七一”船队发展了2名党员。', body))).toBeUndefined();
  expect(other?.(...read('今年“八一”船队发展了2名党员。', body))).toBe('八一');
});
