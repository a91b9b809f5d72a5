import { describe, expect, test } from 'vitest';
import { findNumerals } from '../../../src/corpus/numerals/numerals.ts';

/** `text=value unit kind`, `~` when approximate. */
function found(text: string): readonly string[] {
  return findNumerals(text).map(
    ({ text: written, value, unit, kind, approximate }) =>
      `${written}=${value}${unit ?? ''} ${kind}${approximate ? ' ~' : ''}`,
  );
}

describe('values', () => {
  test.each([
    ['12000人', '12000人=12000人 count'],
    ['12,000人', '12,000人=12000人 count'],
    ['1.2万人', '1.2万人=12000人 count'],
    ['一万二千人', '一万二千人=12000人 count'],
    ['一万二人', '一万二人=12000人 count'],
    ['１２００人', '１２００人=1200人 count'],
    ['13.4亿元', '13.4亿元=1340000000元 count'],
    ['一亿三千万元', '一亿三千万元=130000000元 count'],
    ['一百零五户', '一百零五户=105户 count'],
    ['三百六十五', '三百六十五=365 count'],
    ['两名党员', '两名=2名 count'],
    ['兩萬戶', '兩萬=20000 count'],
    ['十二个', '十二个=12个 count'],
    ['3千克', '3千克=3千克 count'],
    ['68 个停车位', '68 个=68个 count'],
    ['半个月', '半个月=0.5个月 count'],
    ['七大服务', '七大=7大 count'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['30%', '30%=30% percent'],
    ['３０％', '３０％=30% percent'],
    ['百分之三十', '百分之三十=30% percent'],
    ['百分之九十五点五', '百分之九十五点五=95.5% percent'],
    ['三成', '三成=30% percent'],
    ['三成半', '三成半=35% percent'],
    ['四分之一', '四分之一=25% percent'],
    ['5‰', '5‰=0.5% percent'],
    ['一半', '一半=50% percent'],
  ])('shares: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['2023年5月4日', '2023年5月4日=20230504 date'],
    ['2023-05-04', '2023-05-04=20230504 date'],
    ['二〇二三年五月四日', '二〇二三年五月四日=20230504 date'],
    ['4月23日', '4月23日=423 date'],
    ['5月', '5月=500 date'],
    ['2022 年度', '2022 年度=20220000 date'],
    ['“4·23”世界读书日', '4·23=423 date'],
    ['早上7点半', '7点半=450 time'],
    ['18点', '18点=1080 time'],
    ['下午3点20分', '3点20分=920 time'],
    ['19:30', '19:30=1170 time'],
    ['九点半', '九点半=570 time'],
    ['第三公共汽车公司', '第三=3 ordinal'],
    ['党的二十大精神', '二十大=20大 ordinal'],
    ['66路公交车', '66=66 label'],
    ['5G基站', '5=5 label'],
    ['12345便民热线', '12345=12345 label'],
    ['“学雷锋365”品牌', '365=365 label'],
  ])('dates, times, ordinals and names: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('ranges and approximate numbers', () => {
  test.each([
    ['300-500户', ['300=300户 count', '500户=500户 count']],
    ['300—500户', ['300=300户 count', '500户=500户 count']],
    ['3至5名', ['3=3名 count', '5名=5名 count']],
    ['5%-8%', ['5%=5% percent', '8%=8% percent']],
    ['2019-2022年', ['2019=20190000 date', '2022年=20220000 date']],
    ['5月4日至6日', ['5月4日=504 date', '6日=6 date']],
    ['两三年', ['两三年=2年 count ~', '两三年=3年 count ~']],
    ['七八十人', ['七八十人=70人 count ~', '七八十人=80人 count ~']],
    ['近百名老人', ['百名=100名 count ~']],
    ['400余人次', ['400余人次=400人次 count ~']],
    ['5万余名', ['5万余名=50000名 count ~']],
    ['50多万元', ['50多万元=500000元 count ~']],
    ['二十余项', ['二十余项=20项 count ~']],
    ['十多年', ['十多年=10年 count ~']],
    ['上千万元', ['千万元=10000000元 count ~']],
    ['60岁以上', ['60岁=60岁 count ~']],
    ['约30户', ['30户=30户 count ~']],
    ['数百名', ['数百名=100名 count ~']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what only looks like a number', () => {
  test.each([
    '一体化推进，三务公开，四季有约，五学模式',
    '一是建，二是管，三是用；一要实，二要细',
    '第一书记和第一议题',
    '万事开头难，千家万户，千方百计，万一，千万不要',
    '十分重要，十字路口，百姓事，百货',
    '四面八方，五湖四海，一心一意，五一和七一',
    '两委、两新、三农、一线、统一、唯一',
    '“三问”“五进”“四史”',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('一个 and 一名 are marked as needing no proof', () => {
    expect(found('打造一个平台，选一名代表')).toEqual([
      '一个=1个 indefinite',
      '一名=1名 indefinite',
    ]);
  });
});

test('the text of a numeral is verbatim and stands at its start', () => {
  const text = '新增１２个点位、半年内、近百名，覆盖率达百分之三十，4月23日起。';
  for (const numeral of findNumerals(text)) {
    expect(text.slice(numeral.start, numeral.start + numeral.text.length)).toBe(numeral.text);
  }
  expect(findNumerals(text)).toHaveLength(5);
});
