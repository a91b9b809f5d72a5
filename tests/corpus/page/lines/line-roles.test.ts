import { describe, expect, test } from 'vitest';
import { readLine } from '../../../../src/corpus/page/lines/line-roles.ts';
import { readLead } from '../../../../src/corpus/page/segments/paragraph-ends.ts';

describe('the first line of an article', () => {
  test.each([
    ['本报讯（记者 张三）早上七点', ['张三'], []],
    ['晚报讯（记者 张三）早上七点', ['张三'], []],
    ['晨报讯（通讯员 李四）电梯几点', [], ['李四']],
    ['县融媒讯（记者 张三 通讯员 李四）', ['张三'], ['李四']],
    ['（商报讯）昨天夜里', [], []],
    ['都市报讯 昨天夜里', [], []],
  ])('%s', (text, reporters, correspondents) => {
    expect(readLine({ text, width: 14 }).role).toBe('lead');
    expect(readLead(text)).toMatchObject({ reporters, correspondents });
  });

  test.each(['据新华社通讯（2023年）所载', '他们的喜讯传遍了全村'])('not %s', (text) => {
    expect(readLine({ text, width: 14 }).role).toBe('text');
  });
});

test('a masthead that stands in one long line is furniture, a long sentence with a date is none', () => {
  const role = (text: string) => readLine({ text, width: 60 }).role;
  expect(role('2024年7月1日 第26期 党建天地 编辑：巩立平 电话：内线3306')).toBe('furniture');
  expect(role('2024年7月1日 第26期培训班开班，编辑：巩立平到场讲课。')).toBe('text');
});
