import { describe, expect, test } from 'vitest';
import { readPage } from './read-page.ts';

const report = [
  '　　本报讯（记者 沈一舟）清早五点，杨柳渡的',
  '十二名船工已经在岸边排好了队，等着验看缆绳',
  '和救生衣，一条船也不许漏过。',
  '　　去年秋天起，渡口把验船的时间提前了一个小',
  '时，船工轮流当验船人，验过的船挂一面小绿旗，',
  '没有绿旗的船不准离岸。',
  '　　一年里，绿旗挂出四千三百面，渡口没有出过',
  '一次事故，往来的村民都说踏实。',
].join('\n');

const other = [
  '　　本报讯（记者 顾南枝）松岗中学的操场边上，',
  '新搭起一排矮棚，棚里养着学生们从家里带来的',
  '二十六只鸡，每只都有名字和生日。',
  '　　养鸡是劳动课的一部分，喂食、扫棚、记账都',
  '由学生自己做，鸡蛋卖给食堂，账目贴在墙上。',
].join('\n');

describe('headlines', () => {
  test("the paper's name at the head of the page is the headline of nothing", () => {
    const [first] = readPage(
      `青坪矿工报\n\n\n${'井下的水终于退了，抽水班的人一夜没有合眼，天亮时才坐下来吃饭。'.repeat(3)}\n\n★本报记者 沈一舟\n\n松岗中学：\n\n操场边上养起鸡\n\n本报讯（记者 顾南枝）松岗中学的操场边上，新搭起一排矮棚，棚里养着学生们带来的二十六只鸡。`,
    );
    expect(first).toMatchObject({ title: null, complete: false, reporters: ['沈一舟'] });
  });

  test('影像 above a picture is its column, not its headline', () => {
    const caption = readPage(
      `${other.replaceAll('\n', '')}\n\n影像\n\n10月12日，杨柳渡的船工在岸边验看缆绳。 沈一舟 摄\n`,
    ).find(({ photographers }) => photographers.length > 0);
    expect(caption).toMatchObject({ title: null, column: '影像', photographers: ['沈一舟'] });
  });

  test('a title above ▲ is that of the caption', () => {
    const page = readPage(
      `${report}\n\n绿旗飘在渡口\n▲10月12日，杨柳渡的船工在岸边验看缆绳和救生衣，\n当天一百二十面绿旗挂上船头。\n顾南枝 摄\n\n操场边上养起鸡\n\n${other}`,
    );
    expect(page.map(({ title, photographers }) => [title, photographers])).toEqual([
      [null, []],
      ['绿旗飘在渡口', ['顾南枝']],
      ['操场边上养起鸡', []],
    ]);
  });

  test('a title of two halves above a subtitle of two halves is no table', () => {
    const page = `杨柳渡四个单位船工“结对护渡”\n绿旗挂在船头上 乘客坐在安心里\n添置绿旗120面 验看缆绳四千三百根\n\n${report}`;
    expect(readPage(page)).toMatchObject([
      {
        kicker: '杨柳渡四个单位船工“结对护渡”',
        title: '绿旗挂在船头上 乘客坐在安心里',
        subtitle: '添置绿旗120面 验看缆绳四千三百根',
      },
    ]);
  });

  test('高考首日 above a longer title is its kicker, not the name of a column', () => {
    const page = `汛期首日\n十二名船工验过一百二十条船\n\n${report}`;
    expect(readPage(page)).toMatchObject([
      { column: null, kicker: '汛期首日', title: '十二名船工验过一百二十条船' },
    ]);
  });

  test('the last headline belongs to no text that lost its beginning', () => {
    const page = readPage(
      `的时候，渡口只有两条船，${report.replace('　　本报讯（记者 沈一舟）', '')}（沈一舟）\n\n${other}\n\n遗失声明\n杨柳渡船运站不慎遗失船舶登记证\n一本，声明作废。`,
    );
    expect(page.map(({ title, body }) => [title, body.slice(-5)])).toEqual([
      [null, '都说踏实。'],
      [null, '贴在墙上。'],
      ['遗失声明', '声明作废。'],
    ]);
  });

  test('村账上了明白墙 is a headline where one body wants one, though it is as short as a column name', () => {
    const page = `${report}\n\n${other}\n\n绿旗挂上船头\n\n操场边上养起鸡`;
    expect(readPage(page).map(({ title }) => title)).toEqual(['绿旗挂上船头', '操场边上养起鸡']);
  });

  test('bylines at headlines apart: bodies that nothing opens have theirs by a word or some characters', () => {
    const bare = (text: string) => text.replace(/（.*?）/u, '').replace('本报讯', '');
    const third = [
      '　　巷口的路灯坏了半年，夜里走路全靠手电，老人',
      '孩子都不敢出门，街坊为这件事找了三回物业。',
      '　　电工班的人下了班就来，换线、立杆、装灯，三',
      '个晚上修好四十盏，整条巷子亮堂堂的，连墙根下',
      '的石阶也看得清楚了，家家户户都说方便。',
    ].join('\n');
    const page = `街坊出门不怕黑\n□许南枝\n\n绿旗挂在船头\n□沈一舟\n\n操场边上养起鸡\n□顾南枝\n\n${bare(other)}\n\n${third}\n\n${bare(report)}`;
    expect(readPage(page).map(({ title, reporters }) => [title, reporters])).toEqual([
      ['操场边上养起鸡', ['顾南枝']],
      ['街坊出门不怕黑', ['许南枝']],
      ['绿旗挂在船头', ['沈一舟']],
    ]);
  });

  test.each([
    ['漂着的船', '稳着的心'],
    ['船头无人', '船尾为何不慌'],
  ])('%s is no name of a column, but half of a title with %s', (first, second) => {
    expect(readPage(`${first}\n${second}\n\n${report}`)).toMatchObject([
      { title: `${first} ${second}`, column: null },
    ]);
  });

  test('a headline with a comma, far narrower than the column right below it, begins no paragraph', () => {
    const body = report
      .replaceAll('　　', '')
      .replace('本报讯（记者 沈一舟）', '据说，去年冬天起每一天，');
    const page = `${other.replaceAll('　　', '')}\n\n一面绿旗，拦下四十条船\n${body}`;
    expect(readPage(page)[1]).toMatchObject({ title: '一面绿旗，拦下四十条船' });
  });

  test('a quotation mark alone in its line is no headline', () => {
    const page = `操场边上养起鸡\n\n${other}\n　　老师说：“账目要贴在墙上，人人都能看得见，算\n”\n　　学生们都记住了。`;
    expect(readPage(page)).toMatchObject([{ title: '操场边上养起鸡' }]);
  });

  test('the name of a column in a block of headlines holds for the headline below it alone', () => {
    const page = `绿旗挂在船头，船工轮流验船\n\n校园快评\n操场边上养起二十六只鸡\n\n${report}\n\n${other}`;
    expect(readPage(page).map(({ title, column }) => [title, column])).toEqual([
      ['绿旗挂在船头，船工轮流验船', null],
      ['操场边上养起二十六只鸡', '校园快评'],
    ]);
  });

  test('above marked points the line below a column name is their headline', () => {
    const page = `${report}\n\n党务小词典\n三种会议多久开一次\n●党员大会：一般每季度召开一次，有表决权的党员须过半数。\n●党小组会：一般每月召开一次，开展谈心，布置任务。\n`;
    expect(readPage(page).slice(1)).toMatchObject([
      { title: '三种会议多久开一次', column: '党务小词典' },
    ]);
  });

  test('below a body: kicker, marked title of two lines and subtitle are one headline', () => {
    const page = `${report}\n\n杨柳渡船运站：\n■绿旗挂在船头\n心里装着乘客\n——船工验船一年没有事故\n\n${other}\n\n松岗中学劳动课请来二十六名“新同学”\n■操场边上养起鸡\n`;
    expect(readPage(page).map(({ kicker, title, subtitle }) => [kicker, title, subtitle])).toEqual([
      ['杨柳渡船运站', '绿旗挂在船头 心里装着乘客', '——船工验船一年没有事故'],
      ['松岗中学劳动课请来二十六名“新同学”', '操场边上养起鸡', null],
    ]);
  });

  test('where a blank line stands between any two lines, the lines of a headline belong together', () => {
    const spaced = (text: string) => text.split('\n').join('\n\n');
    const body = (text: string) =>
      text.replaceAll('\n　　', '\r').replaceAll('\n', '').replaceAll('\r', '\n');
    const page = `船头绿旗飘\n江心人心安\n${body(report)}\n知与行\n操场边上养起鸡\n${body(other)}`;
    expect(readPage(spaced(page)).map(({ title }) => title)).toEqual([
      '船头绿旗飘 江心人心安',
      '操场边上养起鸡',
    ]);
  });

  test('where a blank line stands between any two lines, a sub-heading takes no broken paragraph with it', () => {
    const page =
      '杨柳渡船运站：\n\n绿旗挂在船头\n\n●本报记者 沈一舟 文/图\n\n清早五点，杨柳渡的十二名船工已经在岸边排好了队，等着验看缆绳和救生衣，一条船也不许漏过。\n\n以旗明规矩 早上验船有准头\n\n船工验过的船挂一面小绿旗，没有绿旗的船不准离岸。\n\n以旗聚人心 全年渡河有安全\n\n船工学规矩既要天天练，又\n\n\n\n杨柳渡的船工在岸边验看缆绳和救生衣。\n\n要人人讲。去年秋天起，渡口把验船的时间提前了一个小时，船工轮流当验船人，验过的船挂一面小绿旗。\n';
    const [first] = readPage(page);
    expect(first?.title).toBe('绿旗挂在船头');
    expect(first?.body).toContain('船工学规矩既要天天练，又要人人讲。');
  });

  test('below a body and wider than its columns, with no blank line: a headline of its own', () => {
    const page = `绿旗挂在船头\n${report}\n松岗中学把二十六只鸡请进操场，学生轮流当饲养员\n操场边上养起鸡\n${other}\n`;
    const printed = readPage(page).map(({ kicker, title }) => `${kicker ?? ''} ${title}`);
    expect(printed[1]).toMatch(
      /^\s?松岗中学把二十六只鸡请进操场，学生轮流当饲养员 操场边上养起鸡$/u,
    );
  });

  test.each(['一根缆绳', '老渡口里'])(
    '%s is the first line of a headline, not a column',
    (first) => {
      const page = `${first}\n系着十二名船工\n${report}\n\n操场边上养起鸡\n${other}\n`;
      expect(readPage(page)[0]?.title).toBe(`${first} 系着十二名船工`);
    },
  );

  test('an organisation without a colon is the kicker of the headline below, a blank line or a mark between them', () => {
    const page = `松岗中学\n■操场边上养起鸡\n${other}\n\n杨柳渡船运站\n\n绿旗挂在船头\n${report}\n`;
    expect(readPage(page).map(({ kicker, title }) => [kicker, title])).toEqual([
      ['松岗中学', '操场边上养起鸡'],
      ['杨柳渡船运站', '绿旗挂在船头'],
    ]);
  });

  test('新风录 right above a headline is its column', () => {
    const page = `新风录\n绿旗挂在船头\n${report}\n\n操场边上养起鸡\n${other}\n`;
    expect(readPage(page)[0]).toMatchObject({
      column: '新风录',
      kicker: null,
      title: '绿旗挂在船头',
    });
  });

  test('a kicker that fills its column, above a short line, is no text', () => {
    const flush = (text: string) => text.replaceAll('　　', '');
    const kicker = '杨柳渡船运站船工轮流验看缆绳和救生衣一年间';
    const page = `操场边上养起鸡\n${flush(other)}\n\n${kicker}\n绿旗挂在船头\n${flush(report)}\n`;
    expect(readPage(page)[1]).toMatchObject({ kicker, title: '绿旗挂在船头' });
  });

  test('a subtitle with a comma, where nobody wrapped the text', () => {
    const whole = (text: string) =>
      text.replaceAll('\n　　', '\r').replaceAll('\n', '').replaceAll('\r', '\n');
    const page = `绿旗挂上船头\n船工一年验船四千三百次，没有出过一次事故\n${whole(report)}\n\n操场边上养起鸡\n${whole(other)}\n`;
    expect(readPage(page)[0]).toMatchObject({
      title: '绿旗挂上船头',
      subtitle: '船工一年验船四千三百次，没有出过一次事故',
    });
  });

  test('a headline with 也, below a whole sentence and a blank line, begins no paragraph', () => {
    const flush = (text: string) => text.replaceAll('　　', '');
    const page = `绿旗挂在船头\n${flush(report)}\n\n操场边也能养鸡\n${flush(other).replace('本报讯（记者 顾南枝）', '')}\n`;
    expect(readPage(page).map(({ title }) => title)).toEqual(['绿旗挂在船头', '操场边也能养鸡']);
  });

  test('below its body: what an office did is its headline, not who sent it', () => {
    const page = `${report}\n杨柳渡召开验船工作会\n\n${other}\n操场边上养起鸡\n`;
    expect(readPage(page).map(({ title }) => title)).toEqual([
      '杨柳渡召开验船工作会',
      '操场边上养起鸡',
    ]);
  });

  test('农历 at the head of a line with a comma is text', () => {
    const page = `绿旗挂在船头\n${report.replace('清早五点，', '')}\n　　农历五月初二那天，渡口的船工挂出了第\n四千面绿旗。\n`;
    expect(readPage(page)[0]?.body).toContain('农历五月初二那天，');
  });

  test('图书馆 begins a headline as well as any other word, and no caption', () => {
    const page = `绿旗挂在船头\n${report}\n\n图书馆自习座位\n实行分时预约\n${other}\n`;
    expect(readPage(page)[1]?.title).toBe('图书馆自习座位 实行分时预约');
  });

  test('a column name above a marked headline is not its kicker', () => {
    const page = `渡口新事\n■绿旗挂在船头\n${report}\n\n校园新事\n■操场边上养起鸡\n${other}\n`;
    expect(readPage(page).map(({ kicker, title }) => [kicker, title])).toEqual([
      [null, '绿旗挂在船头'],
      [null, '操场边上养起鸡'],
    ]);
  });
});

describe('articles in parts', () => {
  test('今年又把, below a full line and at the end of the page, is the end of a text that breaks off', () => {
    const [article] = readPage(`${report.slice(0, report.indexOf('一次事故'))}一次事故，他们又把`);
    expect(article).toMatchObject({ title: null, complete: false });
    expect(article?.body).toMatch(/一次事故，他们又把$/u);
  });

  test('the first of two short lines below the name of a notice is its text', () => {
    const page = `${report}\n\n遗失声明\n杨柳渡船运站不慎遗失船舶登记证书\n一本，编号043517，声明作废。\n`;
    expect(readPage(page)[1]).toMatchObject({
      title: '遗失声明',
      body: '杨柳渡船运站不慎遗失船舶登记证书一本，编号043517，声明作废。',
    });
  });

  test('a text that breaks off in the middle of a line does not go on in a column of another width', () => {
    const page = `杨柳渡：绿旗挂在船头
　　清早五点，杨柳渡的十二名船工已经在岸边排好了队，
等着验看缆绳和救生衣，一条船也不许漏过，这是渡口
新立的规矩。
　　去年秋天起，渡口把验船的时间提前了一个小时，船
工轮流当验船人，验过的船挂一面小

到学生手里，再由学生自己记账，鸡蛋卖给
食堂，矮棚边的账目每周贴一回，松岗中学
的老师从不插手。
　　（顾南枝）

绿旗，没有绿旗的船不准离岸。渡口的船工都说，绿旗
比什么告示都管用，乘客只看船头，不问别的，验船人
也不敢马虎。
　　一年里，杨柳渡的绿旗挂出四千三百面，没有出过一
次事故，往来的村民都说踏实。
　　（沈一舟）

松岗中学：操场边上养起鸡
　　松岗中学的操场边上，新搭起一排矮棚，养
着学生们从家里带来的二十六只鸡，每只都有
名字和生日，账目也归学生管。
　　养鸡是劳动课的一部分，喂食、扫棚都从老
师手里交
`;
    expect(
      readPage(page).map(({ title, reporters, body }) => [title, reporters, body.slice(-7)]),
    ).toEqual([
      ['杨柳渡：绿旗挂在船头', ['沈一舟'], '村民都说踏实。'],
      ['松岗中学：操场边上养起鸡', ['顾南枝'], '老师从不插手。'],
    ]);
  });
});

describe('pictures', () => {
  const caption = '杨柳渡的十二名船工在岸边验看缆绳。';

  test('a caption below a short line of the article does not take that line with it', () => {
    const halves = report.split('\n　　一年里');
    const page = `绿旗挂在船头\n${halves[0]}\n　　从“一面旗”到“一条心”\n\n${caption}\n■ 沈一舟 摄\n\n　　一年里${halves[1]}\n`;
    const bodies = readPage(page).map(({ body }) => body);
    expect(bodies).toContain(caption);
    expect(bodies[0]).toMatch(/从“一面旗”到“一条心”[\s\S]*一年里/u);
  });

  test('the first line of a caption below its name is no second line of that name', () => {
    const page = `绿旗挂在船头\n${report}\n\n船头的绿旗\n10月12日，杨柳渡的船工和站上的年轻人在岸边\n验看缆绳和救生衣。当天一百二十面绿旗挂上了\n船头。\n■ 顾南枝 摄\n\n操场边上养起鸡\n${other}\n`;
    const picture = readPage(page).find(({ photographers }) => photographers.length > 0);
    expect(picture).toMatchObject({ title: '船头的绿旗', kind: 'photo-caption' });
    expect(picture?.body).toMatch(/^10月12日[\s\S]*船头。$/u);
  });

  test('an article goes on below the picture that stands in it, though a sentence ended above', () => {
    const halves = report.split('\n　　一年里');
    const page = `绿旗挂在船头\n${halves[0]}\n\n▲${caption} 沈一\n舟 摄\n\n　　一年里${halves[1]}\n\n操场边上养起鸡\n${other}\n`;
    expect(readPage(page).map(({ title, complete }) => [title, complete])).toEqual([
      ['绿旗挂在船头', true],
      [null, true],
      ['操场边上养起鸡', true],
    ]);
  });

  test('an advertisement with an address at the foot is the headline of no article without one', () => {
    const page = `绿旗挂在船头\n${report}\n\n（上接第二版）\n的办法是一本账：谁喂食、谁扫棚、谁记账，都由\n学生自己写在墙上，老师从不插手，鸡蛋卖给了\n食堂。\n\n便民广告\n杨柳搬家 随叫随到 地址：渡口路18号\n`;
    expect(readPage(page).map(({ title }) => title)).toEqual(['绿旗挂在船头', null]);
  });
});

describe('people', () => {
  test('a letter-spaced name goes on in the next line: 记 者 沈 | 一 舟', () => {
    const page = report.replace('本报讯（记者 沈一舟）', '本 报 讯 （ 记 者   沈\n一 舟 ）');
    expect(readPage(page)).toMatchObject([{ reporters: ['沈一舟'] }]);
  });

  test('a picture with its own gap and no credit names nobody, though the article is 文/图', () => {
    const page =
      '松岗中学：\n\n操场边上养起鸡\n\n●本报记者 顾南枝 文/图\n\n松岗中学的操场边上，新搭起一排矮棚，棚里养着学生们从家里带来的二十六只鸡。喂食、扫棚、记账都由学生\n\n\n\n松岗中学的学生在矮棚里给鸡喂食。\n\n自己做，鸡蛋卖给食堂，账目贴在墙上。\n';
    expect(
      readPage(page).map(({ reporters, photographers }) => [reporters, photographers]),
    ).toEqual([
      [['顾南枝'], ['顾南枝']],
      [[], []],
    ]);
  });

  test('who signs a letter as 外地旅客 wrote it, and who answers it is no headline', () => {
    const page = `${report}\n\n读者来信\n\n感谢杨柳渡的船工\n　　编辑同志：\n　　上月十一日，我在杨柳渡过河时把钱包落在船上，\n船工追了两里地送回来，连口水也不肯喝。请转达\n我的谢意。\n外地旅客 沈秋禾\n渡口回复\n　　看到来信，我们既高兴又惭愧。把东西送回去是\n船工的本分，今后渡口还要设一只失物箱，天天有\n人看管。\n杨柳渡船运站党支部\n\n松岗中学：\n操场边上养起鸡\n${other}\n`;
    const letters = readPage(page).filter(({ body }) => /钱包|失物箱/.test(body));
    expect(letters.map(({ title, reporters }) => [title, reporters])).toEqual([
      ['感谢杨柳渡的船工', ['沈秋禾']],
      ['渡口回复', []],
    ]);
  });
});
