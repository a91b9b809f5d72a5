import { numberCharacters } from '../../../corpus/numerals/chinese-number.ts';
import { readNumber, type Way } from '../numbers/spoken-measures.ts';

const hour = `\\d{1,2}|[${numberCharacters}]{1,3}`;
const month = '\\d{1,2}|[一二三四五六七八九]|十[一二]?';
const day = `二?十[一二三四五六七八九]?|[一二三四五六七八九]|\\d{1,2}`;
const late = '下午|午后|傍晚|晚上|晚间|夜里|夜间';
const punctuation = '[,。;:!?、)]|$';

/** Times as people say them: 晚六点 as 晚上六点, 晚上6点到9点 as 晚上6点到晚上9点, 一季度 as 第一季度, 降为零 as 降为0. */
export const momentWays: readonly Way[] = [
  [/(?<!\p{Script=Han})早中晚(?=[各三都])|(?<=每[天日])早中晚/gu, () => '早上、中午和晚上'],
  [/(?<=每[天日])早晚(?!班|高峰)|早晚(?=各|两[班次趟遍]|都[要会能])/gu, () => '早上和晚上'],
  [new RegExp(`([早晚])(?=(?:${hour})[点时](?!间|候|期))`, 'gu'), (_, part = '') => `${part}上`],
  [
    new RegExp(`(?<![\\d点月])(${month})月?[至到~～—–-](${month})月(?![大龄])`, 'gu'),
    (whole, from = '', to = '') =>
      readNumber(from) < readNumber(to) && readNumber(to) <= 12
        ? `${readNumber(from)}月至${readNumber(to)}月`
        : whole,
  ],
  [
    /(?:[上2]0?个?|二十)世纪([二三四五六七八九]十|[2-9]0)年代/gu,
    (_, decade = '') => `20世纪${readNumber(decade)}年代`,
  ],
  [/(\d+|[一二两三四五六七八九])天\1夜/gu, (_, days = '') => `${days}天`],
  [
    /(?<![周期拜])([二两三四五六七八九十]|\d+)[夜晚](?![上间里班校市])/gu,
    (_, nights = '') => `${nights}个晚上`,
  ],
  [
    new RegExp(
      `(${late})(${hour})([点时](?:半|整|[\\d一二三四五]{1,2}分)?[^,。;:、点]{0,3}[到至-])(?=(${hour})[点时])`,
      'gu',
    ),
    (whole, ...[part = '', from = '', sign = '', to = '']) =>
      readNumber(from) < readNumber(to) && readNumber(to) <= 12
        ? `${part}${from}${sign}${part}`
        : whole,
  ],
  [
    /(?<=\p{Script=Han}{2})(?<!第)([一二三四五六七八九十])中(?=党|学生|[教老]师)/gu,
    (_, which = '') => `第${which}中学`,
  ],
  [/首季度?(?=$|[^\p{Script=Han}]|[的共就已收完利营产实社全公受新])/gu, () => '第一季度'],
  [
    /(?<![第每近这整上满]|(?<![一二两三四五六七八九十几]年)[前头])([一二三四])季度(?![^,。;]{0,8}[一两\d][次回趟])/gu,
    (_, which = '') => `第${which}季度`,
  ],
  // 「7、8两个月」 and 「七八月份」 are 7月、8月.
  [
    new RegExp(
      `(?<![\\d.第个${numberCharacters}])((?:(?:${month})[、和])+)(${month})(?=两个月|月(?![均龄]))`,
      'gu',
    ),
    (_, before = '', end = '') => monthsOf([...before.split(/[、和]/u), end].filter(Boolean)),
  ],
  [/(?<=月、\d{1,2}月)(?:两个月|月份?)/gu, () => ''],
  [
    /(?<![第个\d零一二三四五六七八九十])([一二三四五六七八])([二三四五六七八九])月(?![均龄])份?/gu,
    (whole, from = '', to = '') =>
      readNumber(to) - readNumber(from) === 1 ? monthsOf([from, to]) : whole,
  ],
  // 「农历二、五、八」, 「农历二五八」
  [
    new RegExp(
      `(?<=农历)(?:每月)?逢?((?:${day})(?:[、,和与]逢?(?:${day}))+|[一二三四五六七八九]{2,3})(?!\\p{Script=Han}?[月周星天次年])`,
      'gu',
    ),
    (_, days = '') => `逢${days}`,
  ],
  // 「逢五、逢十」: the days a market is held.
  [
    new RegExp(`逢(?:${day})(?:[、,和与]?逢?(?:${day}))*(?!\\p{Script=Han}?[月周星天次年])`, 'gu'),
    nameMarketDays,
  ],
  // What is quoted of a holiday may stand without the marks.
  [/[“"「]([五七]一|元旦|国庆|春节)[”"」]/gu, (_, feast = '') => feast],
  [/[“"「]十一[”"」]/gu, () => '国庆'],
  [new RegExp(`(?<=[为到至成])零(?=${punctuation})`, 'gu'), () => '0'],
  [/(?<=[占将接已])近半(?=数?(?:$|[^\p{Script=Han}]|[的是]))数?/gu, () => '近一半'],
];

/** 「逢三、逢八」 and 「逢三八」 name the days of the month: 逢3日、8日. */
function nameMarketDays(whole: string): string {
  const days = whole.match(/二?十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2}/gu) ?? [];
  return `逢${days.map((one) => `${readNumber(one)}日`).join('、')}`;
}

function monthsOf(months: readonly string[]): string {
  return months.map((one) => `${readNumber(one)}月`).join('、');
}
