import { describe, expect, test } from 'vitest';
import { readPage } from '../read-page.ts';

const ferry = [
  '清早五点，杨柳渡的十二名船工已经在岸边',
  '排好了队，等着验看缆绳和救生衣，一条船也不',
  '许漏过，验过的船挂一面小绿旗。',
  '　　一年里，绿旗挂出四千三百面，渡口没有出过',
  '一次事故，往来的村民都说踏实。',
];
const school = [
  '松岗中学的操场边上，新搭起一排矮棚，棚里',
  '养着学生们从家里带来的二十六只鸡，每只都有',
  '名字和生日。',
  '　　养鸡是劳动课的一部分，喂食、扫棚、记账都',
  '由学生自己做，鸡蛋卖给食堂，账目贴在墙上。',
];
const indented = (lines: readonly string[]) => `　　${lines.join('\n')}`;
const flush = (lines: readonly string[]) => lines.join('\n').replaceAll('　　', '');
const whole = (lines: readonly string[]) => lines.join('').replaceAll('　　', '\n');

describe('the lines of a headline and those that are none', () => {
  test('the last of three lines is as wide as the column below it', () => {
    const page = `绿旗挂在船头\n\n${flush(ferry)}\n\n松岗中学：\n操场边上养起鸡\n学生一年记账四千笔 鸡蛋卖出两千三百零七个\n\n${flush(school)}\n`;
    expect(readPage(page)[1]).toMatchObject({
      title: '操场边上养起鸡',
      subtitle: '学生一年记账四千笔 鸡蛋卖出两千三百零七个',
    });
  });

  test('a brief behind a mark that begins with when it was is no headline, however short its first line', () => {
    const brief =
      '●近日，河湾街道理发店\n党员店主成立“剪爱小队”，每月8日为行动不\n便的老人上门理发，已服务老人76人次，理\n发全程免费。';
    const page = `${ferry[0]!.slice(0, 7)}\n\n${flush(ferry)}\n\n街坊快报\n${brief}\n${brief.replace('近日', '11月3日')}\n`;
    const bodies = readPage(page).map(({ body }) => body.slice(0, 8));
    expect(bodies.slice(1)).toEqual(['近日，河湾街道理', '11月3日，河湾']);
  });

  test('a line that breaks off within a date is text', () => {
    const page = `骑手党课 十分钟刚好\n\n本报讯（记者 沈一舟）送餐途中摔伤了找谁？\n充电柜坏了怎么报修？11月\n13日晚，望江街道骑手党支部在充电驿站里开\n了一堂党课，三十二名外卖骑手边换电池边听。\n\n●梅岭社区党支部11月12日\n组织党员清理楼顶积水和落叶，疏通雨水管十\n九处。\n`;
    const [article, brief] = readPage(page);
    expect(article?.body).toContain('怎么报修？11月13日晚，望江街道');
    expect(brief).toMatchObject({ title: null, body: expect.stringContaining('11月12日组织党员') });
  });

  test('the weather is the headline of nothing', () => {
    const page = `绿旗挂在船头\n\n　　本报讯（记者 沈一舟）${ferry.join('\n')}\n\n　　本报讯（记者 顾南枝）${school.join('\n')}\n\n今明天气：晴转多云，西南风二到三级，气温9℃—21℃\n`;
    expect(readPage(page).map(({ title }) => title)).toEqual(['绿旗挂在船头', null]);
  });

  test('【征稿启事】 is no part of the article above it', () => {
    const page = `绿旗挂在船头\n本报讯（记者 沈一舟）${whole(ferry)}\n\n【征稿启事】本报“我和渡口”征文即日起开始征稿，来稿请发本报邮箱，截稿日期为7月31日。\n`;
    const [article, ...others] = readPage(page);
    expect(article?.body).toMatch(/都说踏实。$/u);
    expect(others).toHaveLength(1);
  });

  test('a line behind ● that fills its column, above 本报讯, is a headline', () => {
    const wrap = (lines: readonly string[]) =>
      lines.join('').replaceAll('　　', '').replace(/.{15}/gu, '$&\n');
    const page = `渡口速递\n\n●十二名船工排队验看缆绳\n\n　　${wrap(['本报讯（记者 沈一舟）', ...ferry])}\n\n●操场边上养起二十六只鸡\n\n　　${wrap(['本报讯（记者 顾南枝）', ...school])}\n`;
    expect(readPage(page).map(({ title }) => title)).toEqual([
      '十二名船工排队验看缆绳',
      '操场边上养起二十六只鸡',
    ]);
  });

  test('what one organisation does for another is a headline, not the kicker of the next', () => {
    const page = `绿旗挂在船头\n\n杨柳渡船运站党支部结对帮扶敬老院\n\n松岗中学举办劳动周\n操场边上 养起鸡\n\n${indented(ferry)}\n\n${indented(school)}\n`;
    const titles = readPage(page).map(({ kicker }) => kicker ?? '');
    expect(titles.filter((kicker) => kicker.includes('敬老院松岗'))).toEqual([]);
  });

  test('the text of an article without its beginning, up to a quotation, is no headline', () => {
    const page = `渡口晚报\n2025年9月11日 星期四 第6版\n\n老船工沈长河力排众议，把缆绳一根一根摊在岸\n边的石阶上，一寸一寸验给年轻的船工和赶早的\n人看，有人站起来说：“早这样验，哪还有那么多\n担心！”\n　　${ferry.join('\n')}\n\n操场边上养起鸡\n\n${indented(school)}\n`;
    const [first] = readPage(page);
    expect(first).toMatchObject({ title: null, complete: false });
    expect(first?.body).toMatch(/^老船工沈长河力排众议/u);
  });

  test('星期六 at the head of a line of text is no date of the page', () => {
    const page = `绿旗挂在船头\n\n${indented(ferry)}\n　　杨柳渡的老船工和站上的年轻人约好，每个\n星期六上午，都到船上教孩子们打“绳\n结”，热闹得很，一个也不落下。\n`;
    expect(readPage(page)[0]?.body).toContain('星期六上午，都到船上教孩子们打“绳结”');
  });

  test('bylines above their bodies stay there, when the headline of the body before stands above them', () => {
    const page = `本 报 记 者　沈 一 舟\n\n${indented(ferry)}\n\n十二名船工挂起小绿旗\n\n本 报 记 者　顾 南 枝\n\n${indented(school)}\n\n操场边上养起鸡\n`;
    expect(readPage(page).map(({ title, reporters }) => [title, reporters])).toEqual([
      ['十二名船工挂起小绿旗', ['沈一舟']],
      ['操场边上养起鸡', ['顾南枝']],
    ]);
  });

  test('bylines below headlines that stand above one another’s bodies go with the headlines', () => {
    const page = `操场边上养起鸡\n\n本 报 记 者　顾 南 枝\n\n${indented(ferry)}\n\n十二名船工挂起小绿旗\n\n本 报 记 者　沈 一 舟\n\n${indented(school)}\n`;
    const printed = readPage(page).map(({ title, reporters }) => [title, reporters]);
    expect(printed).toEqual([
      ['十二名船工挂起小绿旗', ['沈一舟']],
      ['操场边上养起鸡', ['顾南枝']],
    ]);
  });

  test('让老渡口 is the first line of a headline, not a column', () => {
    const page = `让老渡口\n在新船头上热起来\n\n${flush(['本报讯（记者 沈一舟）', ...ferry])}\n\n操场边上养起鸡\n\n${flush(['本报讯（记者 顾南枝）', ...school])}\n`;
    expect(readPage(page)[0]).toMatchObject({ title: '让老渡口 在新船头上热起来' });
  });

  test('★ 渡口名片 ★ between two stars is a column, not a headline', () => {
    const page = `★ 渡口名片 ★\n\n□本报记者 沈一舟\n\n${flush(ferry)}\n\n本报讯（记者 顾南枝）${flush(school)}\n\n十二名船工挂起小绿旗\n\n操场边上养起鸡\n`;
    expect(
      readPage(page).map(({ title, column, reporters }) => [title, column, reporters]),
    ).toEqual([
      ['十二名船工挂起小绿旗', '渡口名片', ['沈一舟']],
      ['操场边上养起鸡', null, ['顾南枝']],
    ]);
  });

  test('what stands below 【广告】 is no article', () => {
    const page = `绿旗挂在船头\n\n本报讯（记者 沈一舟）${flush(ferry)}\n\n【广告】\n渡口西眼镜店因房屋到期迁至渡口路，老顾客\n凭旧单免费清洗眼镜，随到随洗。\n`;
    expect(readPage(page).map(({ title }) => title)).toEqual(['绿旗挂在船头']);
  });
});
