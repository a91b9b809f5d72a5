import { expect, test } from 'vitest';
import { findKindNames } from '../../../../src/answering/verify/names/names-by-kind.ts';

test.each([
  ['泵站设在了梅垭口', ['梅垭口']],
  ['车队绕开了下坎村', ['下坎村']],
  ['材料送到掘进一队', ['掘进一队']],
  ['他在榆钱街上卖瓜', ['榆钱街']],
  ['大家在窗口排队,要等到天黑', []],
  ['村里修桥、办厂,有三家公司来', []],
])('of 「%s」 what ends in a kind is named', (text, names) => {
  expect(findKindNames(text).map(({ head, kind }) => head + kind)).toEqual(names);
});
