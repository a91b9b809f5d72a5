import { describe, expect, test } from 'vitest';
import { isIndented, tidyLine, toPageLines } from '../../../../src/corpus/page/lines/page-lines.ts';

describe('tidying a line', () => {
  test.each([
    ['的 发 现 、储 备 、培 养 及', '的发现、储备、培养及'],
    ['12345 热 线 表 扬 410 次 ，表 扬 信', '12345 热线表扬 410 次，表扬信'],
    ['　　把修鞋摊  请进院子 ', '把修鞋摊 请进院子'],
    ['记者 郭 静 李 明', '记者 郭 静 李 明'],
  ])('%s', (raw, expected) => {
    expect(tidyLine(raw)).toBe(expected);
  });
});

test('two narrow spaces before each paragraph are an indent, as two wide ones are', () => {
  const text = '  清早五点，\n船工排好了队。\n  一条船也不许\n漏过。\n  绿旗挂出来了，\n船离了岸。';
  expect(toPageLines(text).map((line) => isIndented(line))).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
});
