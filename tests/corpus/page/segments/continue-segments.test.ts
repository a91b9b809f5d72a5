import { expect, test } from 'vitest';
import { readPage } from '../read-page.ts';

const beheaded = `的冷库建起来以后，豆角当天摘、当
天进库，不用半夜赶着去县城抢摊位。

村党支部还请来农技员，每周三在村口
摆一张桌子，谁家的菜叶子生了虫，
摘一片来就能问。`;

const ferry = `本报讯（记者 沈一舟）五点钟，杨
柳渡的十二名船工已经在岸边排好了
队，等着村党支部派人验看缆绳。

去年秋天起，渡口把验船的时间提前
了一个小时，验过的船挂一面小绿旗，`;

test('a text without a beginning and one without an end that have nothing in common stay apart', () => {
  const page = `渡口新报\n2025年6月17日\n\n${beheaded}\n\n\n绿旗挂在船头\n\n${ferry}\n由十二名船工轮流\n`;
  expect(readPage(page).map(({ title, complete }) => [title, complete])).toEqual([
    [null, false],
    ['绿旗挂在船头', false],
  ]);
});

test('a text without a beginning goes on with the one that breaks off where both name the same', () => {
  const rest = `验过的缆绳由杨柳渡的船工统一登记，
哪根缆绳用了几年，救生衣缺了几件，
都写在墙上，没有验过的船不准离岸。`;
  const page = `渡口新报\n2025年6月17日\n\n${rest}\n\n\n绿旗挂在船头\n\n${ferry}\n没有绿旗的船一面旗也领不到，船工都\n`;
  expect(readPage(page).map(({ title, complete }) => [title, complete])).toEqual([
    ['绿旗挂在船头', true],
  ]);
});

const flags = `绿旗挂在船头

本报讯（记者 沈一舟）清早五点，杨
柳渡的十二名船工已经在岸边排好了
队，等着验看缆绳和救生衣。

SEAM
去年秋天起，杨柳渡把验船的时间提
前了一个小时，船工验过缆绳和救生
衣的船才能挂绿旗。

一年里，杨柳渡的绿旗挂出四千三百
面，船工们说比什么告示都管用。`;
const school = `操场边上养起鸡

本报讯（记者 顾南枝）松岗中学的操
场边上，新搭起一排矮棚，棚里养着
学生们从家里带来的二十六只鸡。

养鸡是劳动课的一部分，喂食、扫棚
都由学生自己做，账目贴在墙上。
`;

test('a boxed article gives back what goes on with the one it stands in, though a sentence ended above', () => {
  const page = `渡口新报\n2025年6月17日\n\n${flags.replace('SEAM', school)}\n`;
  expect(readPage(page).map(({ title, body }) => [title, body.slice(-8)])).toEqual([
    ['绿旗挂在船头', '什么告示都管用。'],
    ['操场边上养起鸡', '，账目贴在墙上。'],
  ]);
});

test('where headlines stand below their texts, the rest of a text goes to its beginning with the headline below it', () => {
  const [head, rest] = [
    '本报讯（记者 沈一舟）清早五点，杨\n柳渡的十二名船工已经在岸边排好了\n队，等着验看缆绳和救生衣，验过的',
    '船挂一面小绿旗，没有绿旗的船不准\n离岸。一年里，杨柳渡的船工挂出绿\n旗四千三百面，没有出过一次事故，往\n来的村民都说踏实。',
  ];
  const [title, ...text] = school.split('\n');
  const page = `${head}\n\n${text.join('\n').trim()}\n\n${title}\n\n${rest}\n\n船工在船头挂起小绿旗\n`;
  expect(
    readPage(page).map((article) => [article.title, article.reporters, article.complete]),
  ).toEqual([
    ['船工在船头挂起小绿旗', ['沈一舟'], true],
    ['操场边上养起鸡', ['顾南枝'], true],
  ]);
});

test('a text without a beginning takes no headline from elsewhere on the page', () => {
  const page = `渡口新报\n2025年6月17日\n\n的绿旗怎么挂，渡口没有规矩。如今\n杨柳渡的绿旗挂出四千三百面，船工\n们说，绿旗怎么挂比什么告示都管用。\n\n${school}\n\n渡口小词典\n杨柳渡的绿旗怎么挂\n●验船：船工先看缆绳，再看救生衣，\n看完才能挂旗。\n●挂旗：绿旗挂在船头，人人看得见，\n没有就不能走。\n`;
  expect(readPage(page)[0]).toMatchObject({ title: null, complete: false });
});

test('the headline of a short beginning tells which text goes on with it', () => {
  const page = `渡口新报\n2025年6月17日\n\n小绿旗挂出平安河\n\n本报讯（记者 沈一舟）清早五点，村\n里的人在岸边排好了队，等着坐早班\n\n${school}\n船。这里有条规矩，小绿旗挂在船头\n才能离岸，养鸡的学生也不例外。\n\n一年里，小绿旗挂出四千三百面，平\n安河上没有出过一次事故。\n`;
  expect(readPage(page).map(({ title, body }) => [title, body.slice(-7)])).toEqual([
    ['小绿旗挂出平安河', '出过一次事故。'],
    ['操场边上养起鸡', '账目贴在墙上。'],
  ]);
});
