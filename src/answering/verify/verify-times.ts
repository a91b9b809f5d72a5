import { findNumerals } from '../../corpus/numerals/numerals.ts';
import { type AlignedClause, alignClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import type { Rules } from './rules.ts';

/**
 * Words that place something in time without a number. Those of one line may stand for one another, the lines of a
 * family exclude one another.
 */
const families: readonly (readonly (readonly string[])[])[] = [
  '今年 本年 年内 / 去年 上一年 / 前年 / 大前年 / 明年 来年 下一年',
  '上午 早上 早晨 清晨 早间 一早 凌晨 拂晓 大清早 晨 / 中午 午间 午后 正午 午饭 午餐 / 下午 午后 傍晚 / 晚上 夜里 夜间 夜晚 晚间 傍晚 当晚 半夜 深夜 夜 晚 / 白天 日间',
  '周一 星期一 礼拜一 工作日 周一至 / 周二 星期二 礼拜二 工作日 周一至 / 周三 星期三 礼拜三 工作日 周一至 / 周四 星期四 礼拜四 工作日 周一至 / 周五 星期五 礼拜五 工作日 / 周六 星期六 礼拜六 周末 双休日 / 周日 周天 星期日 星期天 礼拜天 周末 双休日',
  '春天 春季 春日 开春 入春 初春 春耕 春播 春 / 夏天 夏季 夏日 入夏 盛夏 夏收 夏 炎热 / 秋天 秋季 秋日 入秋 金秋 秋收 秋播 秋 / 冬天 冬季 冬日 入冬 寒冬 冬',
  '上半年 / 下半年',
  '年初 岁初 1月 / 年底 年末 年终 岁末 12月 / 年中 6月',
  '春节 过年 新春 / 元宵节 / 清明 / 端午 / 中秋 / 重阳 / 国庆 / 建党节 七一 7月1日 / 冬至 / 夏至 / 立春',
  '暑假 暑期 / 寒假',
].map((family) => family.split(' / ').map((line) => line.split(' ')));

const partsOfDay = families[1];
// Single characters are only looked for in the source; months are numbers, looked for elsewhere.
const spoken = families.flat(2).filter((word) => word.length > 1 && !/\d/u.test(word));

/** A claim's year, season, day or part of the day must be the source's. */
export const timeRules: Rules = {
  'half-made-whole': {
    fault: 'number',
    find: (claim, { sentences }) => alignClauses(claim, sentences).find(isHalfMadeWhole)?.said,
  },
  'untold-time': {
    fault: 'number',
    find: (claim, { text, issued, bodies }) =>
      timesIn(withoutTerms(claim, bodies)).find(
        (word) =>
          isUntold(word, text) && !isOnClock(word, text) && !namesIssueYear(word, text, issued),
      ),
  },
  'other-time': { fault: 'number', find: (claim, evidence) => replacedTime(claim, evidence) },
};

const quoted = /[“"「]([^”"」,。;:]{2,10})[”"」]/gu;

/** A claim without the terms its articles quote somewhere: 「周三信箱」 is no day. */
function withoutTerms(claim: string, bodies: string): string {
  return [...bodies.matchAll(quoted)].reduce(
    (rest, [, term = '']) => rest.replaceAll(term, '＿'),
    claim,
  );
}

// The lines of the parts of the day, in minutes since midnight.
const hours = [
  [4 * 60, 11 * 60],
  [11 * 60, 14 * 60],
  [12 * 60, 19 * 60],
  [18 * 60, 29 * 60],
] as const;

/** 「夜间」 for 「17时30分上机，22时30分结束」: an hour past noon tells the part of the day by itself. */
function isOnClock(word: string, text: string): boolean {
  const times = findNumerals(text).filter(({ kind, value }) => kind === 'time' && value > 12 * 60);
  return hours.some(
    ([from, to], at) =>
      partsOfDay?.[at]?.includes(word) && times.some(({ value }) => value >= from && value < to),
  );
}

function timesIn(claim: string): readonly string[] {
  return [...new Set(spoken)].filter(
    (word) => claim.includes(word) && !isPartOfLonger(claim, word),
  );
}

function replacedTime(claim: string, { sentences }: Evidence): string | undefined {
  const said = timesIn(claim);
  if (said.length === 0) return undefined;
  for (const aligned of alignClauses(claim, sentences)) {
    const word = said.find((one) => aligned.said.includes(one) && isReplaced(one, aligned));
    if (word !== undefined) return word;
  }
  return undefined;
}

/** A part of the day may also be read off the hour: it is wrong only where the source has another. */
function isUntold(word: string, text: string): boolean {
  if (linesWith(word).some((line) => line.some((one) => text.includes(one)))) return false;
  const isOpen = partsOfDay?.some((line) => line.includes(word)) ?? false;
  return !isOpen || rivalsOf(word).some((one) => text.includes(one));
}

/** The sentence that tells it has another time of the same family: 下午 for 上午. */
function isReplaced(word: string, { said, source, sentence, likeness }: AlignedClause): boolean {
  const where = likeness < clearlySame ? sentence : source;
  if (linesWith(word).some((line) => line.some((one) => where.includes(one)))) return false;
  if (isOnClock(word, where)) return false;
  const rivals = rivalsOf(word);
  // 「工账每天、料账每周」: a list has several.
  if (rivals.some((one) => said.includes(one))) return false;
  return rivals.some((one) => where.replace(nightly, '＿').includes(one));
}

// What is called after the night is no time of its own.
const nightly = /夜[班校市话宵]|晚[会报]/gu;

// Above this two clauses tell the same.
const clearlySame = 0.6;

function linesWith(word: string): readonly (readonly string[])[] {
  return families.flat().filter((line) => line.includes(word));
}

/** The times of the same family that are not the word's. */
function rivalsOf(word: string): readonly string[] {
  const own = new Set(linesWith(word).flat());
  return families
    .filter((family) => family.some((line) => line.includes(word)))
    .flat(2)
    .filter((one) => !own.has(one) && (one.length > 1 || /[晨夜晚]/u.test(one)));
}

const half = /半(?:个)?([天年月日]|小时)/u;

/** 「一天」 where the source has 「半天」, or the other way round: a half is read as no number. */
function isHalfMadeWhole({ said, source, likeness }: AlignedClause): boolean {
  if (likeness < 0.5) return false;
  const whole = (unit: string) => new RegExp(`[一1整](?:个)?${unit}`, 'u');
  return [
    [said, source],
    [source, said],
  ].some(([one = '', other = '']) => {
    const unit = half.exec(one)?.[1];
    return unit !== undefined && !half.test(other) && whole(unit).test(other);
  });
}

/** 「当天气」 holds no time, 「大前年」 no 前年, 「二十来年」 no 来年, and 「比上一年」 is no year of its own. */
function isPartOfLonger(claim: string, word: string): boolean {
  const at = claim.indexOf(word);
  const [before, after] = [claim.slice(0, at), claim.slice(at + word.length)];
  if (word === '前年' && before.endsWith('大')) return true;
  if (word === '上一年' && before.endsWith('比')) return true;
  if (word === '年中' && /[青少老成近历]$/u.test(before)) return true;
  if (word === '来年' && /[\d十百]$/u.test(before)) return true;
  if (/^年[^前来]$/u.test(word) && wordsBehind[word.charAt(1)]?.test(after)) return true;
  return /^(?:级|气|然|线|度工作|轻|龄)/u.test(after);
}

/** What makes the second character the first of another word: 「今年终于」, 「今年中央」, 「去年内部」. */
const wordsBehind: Readonly<Record<string, RegExp>> = {
  终: /^[于究归身点止]/u,
  中: /^[国央心共华学医午餐间文]/u,
  内: /^[部容心外需科蒙]/u,
  初: /^[中级步衷次心一二三]/u,
  底: /^[层线子座楼]/u,
  末: /^[尾端班位]/u,
};

function namesIssueYear(word: string, text: string, issued: readonly string[]): boolean {
  const shift = { 今年: 0, 去年: 1, 前年: 2, 明年: -1 }[word];
  if (shift === undefined) return false;
  return issued.some((date) => text.includes(`${Number(date.slice(0, 4)) - shift}年`));
}
