import { describe, expect, test } from 'vitest';
import { readTextPage } from '../../../../src/corpus/page/read-text-page.ts';
import { readPage } from '../read-page.ts';

const ferry = `清早五点，杨柳渡的十二名船工已经
在岸边排好了队，等着验看缆绳和救
生衣，一条船也不许漏过。

去年秋天起，渡口把验船的时间提前
了一个小时，验过的船挂一面小绿旗，
没有绿旗的船不准离岸。一年里，杨柳
渡的渡船没出过一次事故，绿旗挂出四
千三百面，往来的村民都说踏实。`;

const school = `松岗中学的操场边上，新搭起一排矮
棚，棚里养着学生们从家里带来的二
十六只鸡，每只都有名字和生日。

养鸡是劳动课的一部分，喂食、扫棚
都由学生自己做，账目贴在墙上。`;

describe('a headline of some lines between blank lines', () => {
  test('in the block at the foot its first line, as wide as the column, is no text', () => {
    const page = `□本报记者 沈一舟\n${ferry}\n\n□通讯员 顾南枝\n${school}\n\n全县水上交通安全现场会传来消息\n绿旗挂在船头\n杨柳渡的渡船一年没出事故\n\n二十六只鸡进了操场\n\n本期责编：卜南\n`;
    const [first, second] = readPage(page);
    expect(second?.body.endsWith('账目贴在墙上。')).toBe(true);
    expect(first).toMatchObject({ complete: true, kicker: '全县水上交通安全现场会传来消息' });
    expect(second).toMatchObject({ complete: true, title: '二十六只鸡进了操场' });
  });

  test('above a letter-spaced byline it goes with the text below, and wider than its column', () => {
    const page = `绿旗挂在船头\n\n本 报 记 者   沈 一 舟\n\n${ferry}\n\n\n二十六个新同学，住进操场边\n松岗中学劳动课一年记了四千笔账，学生人人会算\n\n本 报 记 者   顾 南 枝\n\n${school}\n`;
    const [, second] = readPage(page);
    expect(second).toMatchObject({ complete: true, reporters: ['顾南枝'] });
    expect([second?.title, second?.subtitle].join(' ')).toContain('二十六个新同学，住进操场边');
    expect(second?.body.startsWith('松岗中学的操场边上')).toBe(true);
  });

  test('two lines of a paragraph that a blank line tears are text', () => {
    const torn = ferry.replace('\n生衣', '\n\n生衣');
    expect(readPage(`绿旗挂在船头\n\n本报记者 沈一舟\n\n${torn}\n`)).toMatchObject([
      {
        title: '绿旗挂在船头',
        complete: true,
        body: ferry.replaceAll(/(?<!\n)\n(?!\n)/g, '').replace('\n\n', '\n'),
      },
    ]);
  });
});

test('a question that stands alone below the name of a column is the headline', () => {
  const page = `绿旗挂在船头\n\n本报记者 沈一舟\n\n${ferry}\n\n\n劳动小词典\n\n什么是“说账会”？\n\n“说账会”是班上每周一次的小会，谁
喂食、谁扫棚、谁记账，都由学生自
己说，老师从不插手。
`;
  const [, second] = readPage(page);
  expect(second).toMatchObject({ title: '什么是“说账会”？', complete: true });
  expect(second?.body.startsWith('“说账会”是班上')).toBe(true);
});

test('below a text whose signature in brackets is broken over two lines the next headline is one', () => {
  const page = `绿旗挂在船头\n\n本报记者 沈一舟\n\n${ferry}（通讯员 顾
南枝）


操场边上，养起二十六只鸡

本 报 记 者   穆 青

${school}
`;
  expect(readPage(page).map(({ title, correspondents }) => [title, correspondents])).toEqual([
    ['绿旗挂在船头', ['顾南枝']],
    ['操场边上，养起二十六只鸡', []],
  ]);
});

test('so is one with its text right below', () => {
  const page = `绿旗挂在船头\n\n本报记者 沈一舟\n\n${ferry}\n\n\n党务小课堂\n什么是“说账会”？\n“说账会”是班上每周一次的小会，谁\n喂食、谁扫棚、谁记账，都由学生自\n己说，老师从不插手。\n`;
  const [, second] = readPage(page);
  expect(second).toMatchObject({ title: '什么是“说账会”？', complete: true });
  expect(second?.body.startsWith('“说账会”是班上')).toBe(true);
});

test("a byline nearer the text than the headline above it is that text's", () => {
  const page = `□记者 沈一舟\n${ferry}\n\n绿旗挂在杨柳渡的船头\n\n\n□记者 顾南枝\n${school}\n\n松岗中学操场边上养起鸡\n`;
  expect(readPage(page).map(({ title, reporters }) => [title, reporters])).toEqual([
    ['绿旗挂在杨柳渡的船头', ['沈一舟']],
    ['松岗中学操场边上养起鸡', ['顾南枝']],
  ]);
});

test('a short headline below its text and above a marked picture is no column of briefs', () => {
  const page = `本报讯（记者 沈一舟）${ferry}\n\n渡船挂起小绿旗\n\n\n▲10月12日，松岗中学的学生在矮棚里\n给鸡喂食。\n顾南枝 摄\n\n\n本报讯（记者 穆青）${school}\n\n操场边上养起鸡\n`;
  expect(readPage(page).map(({ title, column }) => [title, column])).toEqual([
    ['渡船挂起小绿旗', null],
    [null, null],
    ['操场边上养起鸡', null],
  ]);
});

test('a bracket of names that a blank line tears inside a word is one', () => {
  const page = `绿旗挂在船头\n\n本报记者 穆青\n\n${ferry}\n\n渡口快讯\n★松岗中学的学生给杨柳渡的船工送来\n二十六个鸡蛋，祝他们一路平安。（通\n\n讯员 顾南枝）\n★渡口党员给船工念报纸，每周两回，\n一年没有断过。（记者 沈一舟）\n`;
  expect(
    readPage(page)
      .slice(1)
      .map(({ correspondents, reporters, complete }) => [correspondents, reporters, complete]),
  ).toEqual([
    [['顾南枝'], [], true],
    [[], ['沈一舟'], true],
  ]);
});

test('a notice with its sender after the last sentence is complete, and a telephone number with dashes no headline', () => {
  const page = `绿旗挂在船头\n\n本报记者 穆青\n\n${ferry}\n\n停水通知\n因检修管道，9月14日8时至18时渡口停\n止供水，请提前储水。杨柳渡供水公司\n\n责任编辑：穆青\n电话：0000—5550177 内部资料 免费交流\n`;
  expect(readPage(page).map(({ title, complete }) => [title, complete])).toEqual([
    ['绿旗挂在船头', true],
    ['停水通知', true],
  ]);
});

test('below a kicker two lines of two halves each are a headline, no table', () => {
  const page = `操场边上养起鸡\n\n白芷县：\n晒单亮绩比一比 船工登台“打擂”\n214名船工参赛 20人获评“金牌舵手”\n\n石坝渡口有了夜间书记\n\n本报讯（记者 穆青）${ferry}\n\n本报讯（记者 沈一舟）${school}\n`;
  const headings = readTextPage(page, { file: 'page.txt', source: {}, idAt: String }).lines.filter(
    ({ line }) => line >= 3 && line <= 5,
  );
  expect(headings.map(({ takenFor }) => takenFor)).not.toContain('正文');
});

test('points right below the text of an article are its paragraphs, and 本报评论员 names nobody', () => {
  const points =
    '●亮身份。每次出船，党员佩戴袖标站\n在船头，最难的活最先上。\n●亮短板。每周五复盘，谁慢了自己写\n明白。\n一年里，船工们的起航时间缩短了。';
  const page = `绿旗挂在船头\n本报讯（记者 沈一舟）${ferry.replace('\n\n', '\n')}\n${points}\n\n操场边上养起鸡\n本报评论员\n${school.replace('\n\n', '\n')}\n`;
  const [first, second] = readPage(page);
  expect(
    first?.body
      .split('\n')
      .slice(-3)
      .map((paragraph) => paragraph.slice(0, 3)),
  ).toEqual(['亮身份', '亮短板', '一年里']);
  expect(second).toMatchObject({ title: '操场边上养起鸡', reporters: [] });
});
