import { describe, expect, test } from 'vitest';
import { readPeople } from '../../../../src/corpus/page/lines/bylines.ts';

/** `reporters / correspondents / photographers / unlabelled`, or `nobody`. */
function people(text: string): string {
  const read = readPeople(text);
  if (read === null) return 'nobody';
  const { reporters, correspondents, photographers, unlabelled } = read;
  return [reporters, correspondents, photographers, unlabelled]
    .map((names) => names.join(' '))
    .join(' / ');
}

describe('reading a byline', () => {
  test.each([
    ['●本报记者 张三 文/图', '张三 /  / 张三 / '],
    ['■本报记者 李清 摄', ' /  / 李清 / '],
    ['记者 张三 通讯员 李四 王小五', '张三 / 李四 王小五 /  / '],
    ['本报记者 张三 通讯员 李四 摄', ' /  / 张三 李四 / '],
    ['本报记者 张三/文 李四/图', '张三 /  / 李四 / '],
    ['晚报记者 解明 摄', ' /  / 解明 / '],
    ['潮声商报记者 张三', '张三 /  /  / '],
    ['文/图 本报记者 王五', '王五 /  / 王五 / '],
    ['记者 郭 静', '郭静 /  /  / '],
    ['通讯员：王小明 摄影：李大海', ' / 王小明 / 李大海 / '],
    ['记者張三／雲澤報導', '張三 /  /  / '],
    ['□张丞', ' /  /  / 张丞'],
    ['包乌日汗', ' /  /  / 包乌日汗'],
  ])('%s', (text, expected) => {
    expect(people(text)).toBe(expected);
  });

  test.each([
    '试行',
    '市委宣传部',
    '记者手记',
    '柏渡镇人民政府',
    '未完 待续了很久的事情',
    '来源：某网',
  ])('%s names nobody', (text) => {
    expect(people(text)).toBe('nobody');
  });
});
