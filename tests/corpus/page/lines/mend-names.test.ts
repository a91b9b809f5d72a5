import { expect, test } from 'vitest';
import { readPage } from '../read-page.ts';

test('通讯员 broken at the end of a line is no name', () => {
  const [article] = readPage(`绿旗挂在船头

本报讯（记者 沈一舟通
讯员 顾南枝）杨柳渡的
十二名船工清早五点已经
在岸边排好了队，等着验
看缆绳和救生衣。
`);
  expect(article).toMatchObject({ reporters: ['沈一舟'], correspondents: ['顾南枝'] });
});

test('a photographer whose name is broken at the end of a line keeps all of it', () => {
  const [, caption] = readPage(`绿旗挂在船头

本报记者 穆青

清早五点，杨柳渡的十二名船工已经
在岸边排好了队，等着验看缆绳和救
生衣，一条船也不许漏过。


▲10月12日，船工在岸边验看缆绳和
救生衣，绿旗当天挂上了船头。沈一
舟 摄
`);
  expect(caption).toMatchObject({ photographers: ['沈一舟'] });
  expect(caption?.body.endsWith('挂上了船头。')).toBe(true);
});
