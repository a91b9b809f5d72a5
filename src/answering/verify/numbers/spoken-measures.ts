import { numberCharacters, readChineseNumber } from '../../../corpus/numerals/chinese-number.ts';

/** A way of writing, and how the same is written here. */
export type Way = readonly [RegExp, (whole: string, ...groups: string[]) => string];

const number = `\\d+(?:\\.\\d+)?|[${numberCharacters}]+`;
const digit = '[一二两三四五六七八九\\d]';
// What would make the digit before it a number of its own: 「两块三个人」.
const notCounting = '(?![\\d.十百千万亿个名位户条件张台套座人家天年月日成倍次点分楼层号])';
const low = '[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]';
const decimal =
  '倍|个?百分点|%|[万亿]|亩|公里|千米|平方|米|毫米|厘米|元|块|吨|公?斤|度|个?小时|年(?!前|后|级)';

/** Amounts in two units, or with a spoken point, as one decimal: 一块二 as 1.2元, 一米八 as 1.8米, 一年零两个月 as 14个月. */
export const measureWays: readonly Way[] = [
  // 「三至五户」, as 「3至5户」 is written
  [
    new RegExp(
      `(?<![第周期拜月初号\\d${numberCharacters}])(${low})[至到](${low})(?=[个名位户人家次天斤元块岁件棵台间只条趟公小分米里亩吨年层楼])`,
      'gu',
    ),
    (whole, from = '', to = '') =>
      readNumber(from) < readNumber(to) ? `${readNumber(from)}至${readNumber(to)}` : whole,
  ],
  // 「翻了一番」 and 「翻番」 are once as much again, 「翻两番」 three times.
  [
    /翻(?:了|上)?(?:([一二两三])番|番)/gu,
    (_, times = '一') => `增长${2 ** readNumber(times || '一') - 1}倍`,
  ],
  [/(?<=增[长加]了?|提高了?|上升了?|扩大了?|多了|[涨长]了)(?:100%|一倍)(?!多)/gu, () => '1倍'],
  [
    /([日月年])均(?=[\p{Script=Han}\d])/gu,
    (_, span = '') => `每${span === '日' ? '天' : span}平均`,
  ],
  [
    new RegExp(
      `(?<![号第\\d零一二三四五六七八九十])(${number})楼(?![栋长门道梯层房单上里内外前后])`,
      'gu',
    ),
    (_, storey = '') => `${storey}层`,
  ],
  [
    new RegExp(
      `(?<![\\d.比])(${number})比(${number})(?![年月日\\d.比]|[^,。;的]{0,3}[增下提降高低多少])`,
      'gu',
    ),
    (whole, one = '', other = '') =>
      Number.isNaN(readNumber(one) + readNumber(other))
        ? whole
        : `${readNumber(one)}:${readNumber(other)}`,
  ],
  [/年近([六七八九])旬/gu, (_, tens = '') => `近${tens}十岁`],
  [/([六七八九])旬/gu, (_, tens = '') => `${tens}十多岁`],
  [/廿(?=[一二三四五六七八九年日]|$)/gu, () => '二十'],
  [/卅(?=[一二三四五六七八九年日]|$)/gu, () => '三十'],
  [/(?<=\d)\s+(?=[百千万亿]|个?百分点|%)/gu, () => ''],
  [
    /(?<![\d/.])(\d{1,2})\/(\d{1,3})(?![\d/])/gu,
    (whole, part = '', parts = '') =>
      Number(part) < Number(parts) ? `${parts}分之${part}` : whole,
  ],
  [
    new RegExp(`([零一二两三四五六七八九十百]+)点([零一二三四五六七八九]+)(?=${decimal})`, 'gu'),
    (_, whole = '', part = '') => `${readNumber(whole)}.${digitsOf(part)}`,
  ],
  [
    new RegExp(`(${number})[块元](${digit})[毛角](?:(${digit})分?)?钱?`, 'gu'),
    (_, ...[whole = '', tenth = '', hundredth = '']) =>
      `${readNumber(whole)}.${digitsOf(tenth + (hundredth ?? ''))}元`,
  ],
  [
    new RegExp(`(${number})块(${digit}{1,2})钱?${notCounting}`, 'gu'),
    (_, whole = '', part = '') => `${readNumber(whole)}.${digitsOf(part)}元`,
  ],
  [
    new RegExp(
      `(?<![块元\\d.])(?!一)(${number})[毛角](?:(${digit})分(?:钱|(?!钟|之|[给配]))|钱|(?![\\p{Script=Han}]))`,
      'gu',
    ),
    (_, tenths = '', hundredth = '') =>
      `${(readNumber(tenths) * 10 + readNumber(hundredth || '零')) / 100}元`,
  ],
  [
    new RegExp(`(?<![毛角\\d.])(?!一)(${number})分钱`, 'gu'),
    (_, hundredths = '') => `${readNumber(hundredths) / 100}元`,
  ],
  [
    new RegExp(`(${number})(米|亩|吨|尺|丈)(${digit})${notCounting}(?!米|亩|吨|寸|尺)`, 'gu'),
    (_, ...[whole = '', unit = '', part = '']) => `${readNumber(whole)}.${digitsOf(part)}${unit}`,
  ],
  [
    new RegExp(`(${number})斤(${digit})两`, 'gu'),
    (_, whole = '', part = '') => `${readNumber(whole)}.${digitsOf(part)}斤`,
  ],
  [new RegExp(`(${number})年(?:零|又|加)?(${number})个月`, 'gu'), inSmaller(12, '个月')],
  [new RegExp(`(${number})个?(?:小时|钟头)零?(${number})分钟?`, 'gu'), inSmaller(60, '分钟')],
  [new RegExp(`(${number})分钟?零?(${number})秒钟?`, 'gu'), inSmaller(60, '秒')],
  [
    /([二三四五六七八])([三四五六七八九])成(?![立为员功都果])/gu,
    (_, low = '', high = '') => `${readNumber(low)}0%至${readNumber(high)}0%`,
  ],
];

/** Two parts of an amount in the smaller unit; a year of the calendar is no amount. */
function inSmaller(size: number, unit: string): Way[1] {
  return (text, large = '', small = '') => {
    const [whole, part] = [readNumber(large), readNumber(small)];
    return whole >= 1000 || Number.isNaN(whole + part) ? text : `${whole * size + part}${unit}`;
  };
}

/** The value of a number in either writing; not a number for what is none. */
export function readNumber(written: string): number {
  return /^\d/u.test(written) ? Number(written) : (readChineseNumber(written)[0] ?? Number.NaN);
}

function digitsOf(written: string): string {
  return [...written].map((one) => readNumber(one)).join('');
}
