import { expect, test } from 'vitest';
import { readTextPage } from '../../../../src/corpus/page/read-text-page.ts';

test('headlines apart from their texts part two texts though the paragraphs beside the seam are short', () => {
  const page = `本报讯（记者 沈一舟）清早五点，杨柳
渡的十二名船工已经在岸边排好了队，等
着验看缆绳和救生衣，一条船也不许漏过，
验过的船挂一面小绿旗，没有绿旗的船不
准离岸，人人都记得清楚。

渡口没有出过一次事故。

松岗中学新搭起一排矮棚。

棚里养着二十六只鸡，喂食、扫棚都由学
生自己做，账目贴在墙上，人人看得见，
老师从不插手，鸡蛋卖给食堂。

本报讯（记者 顾南枝）石坝村的祠堂门
前摆开一张长桌，谁家有难处都可以坐下
来说，村支书一条一条记下来，三天之内
都有回话，办不了的也说明白为什么，一
年下来记满了六本，都收在本子上。

本报讯（记者 穆青）白芷县的茶园里开
起了夜校，农技员手把手教茶农修枝，讲
完就到地里做给大家看，谁没有听懂就再
讲一遍，来听的人越来越多，三个月里一
共讲了三十堂课。

石坝村祠堂前摆长桌

松岗中学矮棚里养起二十六只鸡

杨柳渡船工清早验缆绳

白芷县茶园开夜校
`;
  const { articles } = readTextPage(page, { file: 'page.txt', source: {}, idAt: String });
  expect(articles.map(({ title, body }) => [title, body.slice(-5)])).toEqual([
    ['杨柳渡船工清早验缆绳', '一次事故。'],
    ['松岗中学矮棚里养起二十六只鸡', '卖给食堂。'],
    ['石坝村祠堂前摆长桌', '在本子上。'],
    ['白芷县茶园开夜校', '三十堂课。'],
  ]);
});
