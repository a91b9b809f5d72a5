import { tagWords } from '../tag-words.ts';

/**
 * Words that place something in time without a number. Those of one line may stand for one another, the lines of a
 * family exclude one another.
 */
const families: readonly (readonly (readonly string[])[])[] = [
  '今年 本年 年内 / 去年 上一年 上年 前一年 / 前年 / 大前年 / 明年 来年 下一年 / 后年',
  '当天 当日 当晚 当场 那天 同一天 即日 / 次日 翌日 第二天 隔天 转天 / 前一天 头一天 前夜',
  '本学期 这学期 这个学期 / 下学期 下个学期 / 上学期 上个学期',
  '本周 这周 / 上周 上星期 上个星期 / 下周 下星期 下个星期',
  '本月 这个月 / 上月 上个月 / 下月 下个月',
  '上午 早上 早晨 清晨 早间 一早 凌晨 拂晓 大清早 清早 大早 晨 / 中午 午间 午后 正午 午饭 午餐 / 下午 午后 傍晚 黄昏 / 晚上 夜里 夜间 夜晚 晚间 傍晚 黄昏 当晚 半夜 深夜 夜 晚 / 白天 日间',
  '周一 星期一 礼拜一 工作日 周一至 / 周二 星期二 礼拜二 工作日 周一至 / 周三 星期三 礼拜三 工作日 周一至 / 周四 星期四 礼拜四 工作日 周一至 / 周五 星期五 礼拜五 工作日 / 周六 星期六 礼拜六 周末 双休日 / 周日 周天 星期日 星期天 礼拜天 周末 双休日',
  '春天 春季 春日 开春 入春 初春 春耕 春播 春汛 年春 春 / 夏天 夏季 夏日 入夏 盛夏 夏收 夏汛 年夏 夏 炎热 暑假 暑期 / 秋天 秋季 秋日 入秋 金秋 秋收 秋播 秋汛 年秋 秋 / 冬天 冬季 冬日 入冬 寒冬 年冬 冬 寒假',
  '上半年 / 下半年',
  '上半月 / 下半月',
  '年初 岁初 1月 / 年底 年末 年终 岁末 12月 / 年中 6月',
  '月初 上旬 / 中旬 / 月底 月末 下旬',
  '春节 过年 新春 大年初一 正月初一 / 除夕 大年三十 年三十 年夜 / 元宵 正月十五 / 清明 / 端午 五月初五 / 七夕 / 劳动节 五一 5月1日 / 中秋 八月十五 / 重阳 九月初九 / 腊八 / 国庆 10月1日 / 元旦 1月1日 / 建党节 七一 7月1日 / 冬至 / 夏至 / 立春 / 惊蛰 / 春分 / 谷雨 / 立夏 / 小满 / 芒种 / 小暑 / 大暑 / 立秋 / 处暑 / 白露 / 秋分 / 寒露 / 霜降 / 立冬 / 小寒 / 大寒',
  '暑假 暑期 寒暑假 / 寒假 寒暑假',
].map((family) => family.split(' / ').map((line) => line.split(' ')));

const [years, days] = families;
/** The lines of the parts of the day. */
export const partsOfDay = families.find((family) => family[0]?.includes('上午'));
/** These are often said where the source leaves them out: they are wrong beside another one only. */
export const leftOut = [...(years?.[0] ?? []), ...(days?.flat() ?? [])];
// Single characters are only looked for in the source; months are numbers, looked for elsewhere.
const spoken = families.flat(2).filter((word) => word.length > 1 && !/\d/u.test(word));

/** The words of a claim that place it in time. */
export function timesIn(claim: string): readonly string[] {
  const words = [...new Set(spoken)].filter((word) => claim.includes(word));
  if (words.length === 0) return words;
  const cuts = new Set(
    tagWords(claim)
      .map(({ index }) => index)
      .concat(claim.length),
  );
  return words.filter((word) =>
    [...claim.matchAll(new RegExp(word, 'gu'))].some(
      ({ index }) =>
        !isPartOfLonger(claim, word, index) &&
        (/^[周星礼]/u.test(word) || !isCut(index, index + word.length, cuts)),
    ),
  );
}

/** 「算清明账」, 「今年终于」: its characters belong to two words, and one of these is longer. */
function isCut(from: number, to: number, cuts: ReadonlySet<number>): boolean {
  const inside = Array.from({ length: to - from - 1 }, (_, at) => from + at + 1);
  return !cuts.has(from) && inside.some((at) => cuts.has(at));
}

/** What makes a word part of a longer one: 「大前年」, 「二十来年」, 「一年内」, 「讲清明白」, 「今年52岁」. */
const longer: readonly {
  readonly word: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}[] = [
  { word: /^前年$/u, before: /大$/u },
  { word: /^上一?年$/u, before: /[比较]$/u },
  { word: /^前一年$/u, before: /[\d一二两三四五六七八九十]?年$/u, after: /^[内里]/u },
  { word: /^上年$/u, before: /[早晚]$/u, after: /^[纪岁轻]/u },
  {
    word: /^(?:年[内中初底]|来年)$/u,
    before: /(?<!\d{3})\d$|[一二两三四五六七八九十百几多半青少老成近历]$/u,
  },
  // 「每周一次」
  { word: /^周一$/u, after: /^[次回趟]/u },
  { word: /^清明$/u, before: /[算讲说分查理看弄]$/u },
  { word: /^月初$/u, before: /[正腊]$/u },
  { word: /^年初$/u, after: /^[中级]/u },
  {
    word: /^今年$/u,
    after: /^(?:已经?|刚|才|快|有|满|近)?[\d一二三四五六七八九十]+[多来余]?(?:周?岁|了)|^高龄/u,
  },
  { word: /./u, after: /^(?:级|气|然|线|度工作|轻|龄|分)/u },
];

function isPartOfLonger(claim: string, word: string, at: number): boolean {
  const [left, right] = [claim.slice(0, at), claim.slice(at + word.length)];
  return longer.some(
    (one) => one.word.test(word) && [one.before?.test(left), one.after?.test(right)].includes(true),
  );
}

/** The lines of words that may stand for a word. */
export function linesWith(word: string): readonly (readonly string[])[] {
  return families.flat().filter((line) => line.includes(word));
}

/** The times of the same family that are not the word's. */
export function rivalsOf(word: string): readonly string[] {
  const own = new Set(linesWith(word).flat());
  return families
    .filter((family) => family.some((line) => line.includes(word)))
    .flat(2)
    .filter((one) => !own.has(one) && (one.length > 1 || /[晨夜晚]/u.test(one)));
}
