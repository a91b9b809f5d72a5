import { expect, test } from 'vitest';
import { writeAlike } from '../../../src/answering/verify/write-alike.ts';

test.each([
  ['降幅七成六', '降幅76%'],
  ['用了两天半', '用了2.5天'],
  ['花了18万6', '花了18.6万'],
  ['早上七点一刻', '早上七点15分'],
  ['跑了三个钟头', '跑了三小时'],
  ['要一个半小时', '要1.5个小时'],
  ['每季度公布', '每3个月公布'],
  ['三村支部', '三个村支部'],
  ['周一、三、五开门', '周一、周三、周五开门'],
  ['2022年很难。当年10月20日成立', '2022年很难。2022年10月20日成立'],
])('what people say of numbers is written in one way: %s', (said, written) => {
  expect(writeAlike(said)).toBe(written);
});

test.each(['今年上半年', '五一社区', '一年四季', '第三村', '二〇二三年'])(
  'what is no such number stays as it is: %s',
  (text) => {
    expect(writeAlike(text)).toBe(text);
  },
);
