import { numberCharacters } from '../../corpus/numerals/chinese-number.ts';
import { denialWays } from './denials/denial-ways.ts';
import { measureWays, readNumber, type Way } from './numbers/spoken-measures.ts';
import { momentWays } from './times/moment-ways.ts';

/**
 * Writes what people say of numbers in one way, in claims and evidence alike: 七成六 as 76%, 两天半 as 2.5天, 18万6 as
 * 18.6万, 一刻钟 as 15分钟, 两个钟头 as 两小时. Takes and gives folded text.
 */
export function writeAlike(text: string): string {
  return ways.reduce(
    (rest, [pattern, write]) => rest.replace(pattern, write),
    nameYears(spellWeekdays(text)),
  );
}

const hour = `[${numberCharacters}]{1,3}`;
const number = `\\d+|[${numberCharacters}]+`;
const halved = '个|次|天|年|里|亩|公里|小时|岁|倍|斤|吨|米|桶';

const bareHour =
  /(?<![第零〇\d一二三四五六七八九十百千])(十[一二三四五六七八九]?|二十[一二三四]?|[四五六七八九])点(?!建议|要求|意见|体会|做法|启示|经验|原因|理由|好处|措施|思考|感受|说明|共识|希望|变化|不足|问题|规定|承诺|[零一二三四五六七八九]?个|[零一二三四五六七八九]+(?!分|十))/gu;

const ways: readonly Way[] = [
  ...denialWays,
  ...momentWays,
  ...measureWays,
  [/([千万])分之(\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})/gu, inPercent],
  [/(\d+(?:\.\d+)?)‰/gu, (_, one = '') => inPercent('', '千', one)],
  [/元月(?!份?[的宵])/gu, () => '1月'],
  [/(?<=[^正腊]月)([一二三]?十[一二三四五六七八九]?)日/gu, (_, day = '') => `${readNumber(day)}日`],
  [/零([点时])(?![零一二三四五六七八九\d间差])/gu, (_, sign = '') => `0${sign}`],
  [bareHour, (_, hour = '') => `${readNumber(hour)}点`],
  [/一([天日周月季年])一(?=\p{Script=Han})/gu, (_, span = '') => `每${span}一`],
  [
    /(?<![\d点零一二三四五六七八九十百千万归])零(?:(?=分摊)|(?=\p{Script=Han}{2})(?![下售食件花散星点工钱度分时上碎]))/gu,
    () => '没有',
  ],
  [new RegExp(`(?<=[点半][到至])(${hour})(?=点)`, 'gu'), (_, one = '') => `${readNumber(one)}`],
  [new RegExp(`(${number})来块钱?`, 'gu'), (_, one = '') => `约${one}元`],
  [/万把(?=\p{Script=Han})/gu, () => '万,把'],
  [/(?<=[比较])上一年/gu, () => '上年'],
  [/一口气/gu, () => '连续'],
  [/两条腿/gu, () => '双腿'],
  [/(?<=年)[头前][三3]个月/gu, () => '第一季度'],
  [/俩(?=\p{Script=Han})/gu, () => '两个'],
  [/仨(?=\p{Script=Han})/gu, () => '三个'],
  [/个?钟头/gu, () => '小时'],
  [new RegExp(`(${number})(${halved})半(?!数|[山路夜天年])`, 'gu'), withHalf],
  [/半个?小时/gu, () => '30分钟'],
  [/(?<![上下大小多])半年(?![度轻级龄刊报])/gu, () => '6个月'],
  [/(?<![上下大小多个])半个?月(?![谈刊形板牌亮湾街村岛台湖山桥])/gu, () => '15天'],
  [/([一三])刻钟/gu, (_, one = '') => (one === '一' ? '15分钟' : '45分钟')],
  [/点([一三])刻/gu, (_, one = '') => (one === '一' ? '点15分' : '点45分')],
  [/每个?季度?(?!节)/gu, () => '每3个月'],
  [/([一二两三四五六七八九\d])成([一二三四五六七八九])(?![\d百千万])/gu, tenths],
  [
    /([一二两三四五六七八九])成(?=分(?:给|配|到|归|红|账|成(?!本|长)))/gu,
    (_, one = '') => `${readNumber(one)}0%`,
  ],
  [
    /(\d+)([万千百])([1-9])(?![\d.%年月日点万千百])/gu,
    (whole) => `${whole.slice(0, -2)}.${whole.slice(-1)}${whole.slice(-2, -1)}`,
  ],
  [/(?<=\d)平(?![方均米安台时\d])/gu, () => '平方米'],
  [
    /(月的?|[是到在](?=.{1,3}号(?:$|[^\p{Script=Han}]|[那这就才起止前后上下早晚当之的])))(\d{1,2}|[一二三四五六七八九十]{1,3})号(?!(?:[、,和与及至到]?\d{1,2}号)*(?:[楼线院店门机井桥公车船房库仓岗厅室床位窗箱栋幢棚田坝塔炉泵闸站点]|单元|码头))/gu,
    (whole, month = '', day = '') =>
      readNumber(day) > 31 ? whole : `${month}${readNumber(day)}日`,
  ],
  [
    new RegExp(
      `(?<![${numberCharacters}\\d])七一(?![${numberCharacters}\\d路街广村小社大乡镇县区校商厂桥中机劳勋])`,
      'gu',
    ),
    () => '7月1日',
  ],
  [
    new RegExp(
      `(?<![${numberCharacters}\\d])五一(?![${numberCharacters}\\d路街广村小社大乡镇县区校商厂桥中机劳勋])`,
      'gu',
    ),
    () => '5月1日',
  ],
  [
    /(?<![第零〇\d一二三四五六七八九十])([两二三四五六七八九十]|\d+)(?=(?:村|县|省|校|镇|乡|学期)(?!民|委|支(?!部)|长|里|办|级|域|区))/gu,
    (whole) => `${whole}个`,
  ],
];

/** 「千分之八」 and 「8‰」 are 0.8%, 「万分之三」 is 0.03%. */
function inPercent(_: string, parts = '', written = ''): string {
  return `${Math.round(100 * readNumber(written)) / (parts === '千' ? 1000 : 10_000)}%`;
}

function tenths(_: string, tens = '', ones = ''): string {
  return `${readNumber(tens)}${readNumber(ones)}%`;
}

function withHalf(whole: string, written = '', unit = ''): string {
  const value = readNumber(written);
  return Number.isNaN(value) ? whole : `${value}.5${unit}`;
}

/** 「2022年……当年10月」 names 2022年10月, 「5月8日……当月20日」 names 5月20日. */
function nameYears(text: string): string {
  return nameAgain(
    nameAgain(text, /((?:19|20)\d{2}年)|[当同那]年(?=(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)/gu),
    /((?<!\d)\d{1,2}月)(?!均)|[当同]月(?=\d{1,2}日)/gu,
  );
}

/** What refers to something named before, by that name. */
function nameAgain(text: string, pattern: RegExp): string {
  let last: string | undefined;
  return text.replace(pattern, (whole, name?: string) => {
    last = name ?? last;
    return last ?? whole;
  });
}

/** 「周一、三、五」 names three days: 周一、周三、周五. */
function spellWeekdays(text: string): string {
  return text.replace(
    /(周|星期)[一二三四五六日](?:[、和][一二三四五六日](?![\p{Script=Han}]{0,1}[个名位户次]))+/gu,
    (days, word: string) => days.replace(/([、和])(?=[一二三四五六日])/gu, `$1${word}`),
  );
}
