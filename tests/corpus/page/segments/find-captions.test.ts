import { expect, test } from 'vitest';
import { readPage } from '../read-page.ts';

const ferry = `绿旗挂在船头

本报讯（记者 沈一舟）清早五点，杨柳渡
的十二名船工已经在岸边排好了队，等着验
看缆绳和救生衣，一条船也不许放过去，从
去年秋天起，渡口把验船的时间提前了一个
小时，验过的船挂一面小绿旗，没有绿旗的
GAP
船不准离岸，船工轮流当验船人，一次也没
有误过早班。
`;
const body = ferry.split('\n').slice(2).join('').replace('GAP', '');

test.each([
  [
    'begins with a date',
    '10月12日，杨柳渡的船工和站上的年轻人在岸\n边验看缆绳和救生衣，当天一百二十面绿旗\n挂上了船头。\n顾南枝 摄',
  ],
  [
    'stands above the rest of the sentence',
    '杨柳渡的船工和站上的年轻人一起在岸边验看\n缆绳和救生衣，当天有一百二十面小小的绿旗\n挂上了船头。\n顾南枝 摄',
  ],
  [
    'is set in another width',
    '杨柳渡的船工和站上的年轻人在\n岸边验看缆绳和救生衣，当天有\n一百二十面小小的绿旗挂上了船\n头。\n顾南枝 摄',
  ],
])('a caption in the middle of a sentence that %s goes on with nothing', (_, caption) => {
  const page = readPage(ferry.replace('GAP', `\n${caption}\n`));
  expect(page.map((article) => [article.body, article.photographers])).toEqual([
    [body, []],
    [caption.split('\n').slice(0, -1).join(''), ['顾南枝']],
  ]);
});
