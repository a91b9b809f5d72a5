import { type AlignedClause, alignClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import type { Fault } from './verify.ts';

/** Words that place something in time without a number; those of one line may stand for one another. */
const timeWords: readonly (readonly string[])[] = [
  '今年 本年 当年 年内',
  '去年 上年 上一年',
  '前年',
  '明年 来年 下一年',
  '上午 早上 早晨 清晨 早间 一早 凌晨 拂晓 大清早 晨',
  '中午 午间 午后 正午',
  '下午 午后 傍晚',
  '晚上 夜里 夜间 夜晚 晚间 傍晚 当晚 半夜 深夜 夜 晚',
  '周一 星期一 礼拜一 每周一 工作日 周一至',
  '周二 星期二 礼拜二 工作日 周一至',
  '周三 星期三 礼拜三 工作日 周一至',
  '周四 星期四 礼拜四 工作日 周一至',
  '周五 星期五 礼拜五 工作日',
  '周六 星期六 礼拜六 周末 双休日',
  '周日 周天 星期日 星期天 礼拜天 周末 双休日',
  '周末 双休日',
  '春天 春季 春日 开春 入春 初春 春',
  '夏天 夏季 夏日 入夏 盛夏 夏 炎热',
  '秋天 秋季 秋日 入秋 金秋 秋',
  '冬天 冬季 冬日 入冬 寒冬 冬',
  '上半年',
  '下半年',
  '春节 过年 新春',
  '元宵节',
  '清明',
  '端午',
  '中秋',
  '重阳',
  '国庆',
  '建党节 七一',
  '每天 每日 天天 日日 一天 当天 全天',
  '每周 一周 每星期 一星期 周周',
  '每月 每个月 一月 一个月 按月 月月',
  '每季度 每季 一季度 季度',
  '每年 一年 年年 年度 逐年 全年',
  '年初 岁初 1月',
  '年底 年末 年终 岁末 12月',
  '年中 6月',
  '白天 日间',
  '冬至',
  '夏至',
  '当天 当日 当晚 当场',
  '当月',
  '当周',
  '立春',
].map((line) => line.split(' '));

// Lines of one family exclude one another: years, parts of the day, weekdays, seasons, halves, rhythms.
const families: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [4, 5, 6, 7, 36],
  [8, 9, 10, 11, 12, 13, 14],
  [16, 17, 18, 19],
  [20, 21],
  [28, 29, 30, 31, 32],
  [33, 34, 35],
  [39, 40, 41],
];

// The first word of a line stands for itself and for all the others; two letters at least are looked for.
const spoken = timeWords.map((words) => words.filter((word) => word.length > 1));

/** A claim's day, season or rhythm must be the source's. */
export function checkTimes(
  claim: string,
  { text, issued, sentences }: Evidence,
): Fault | undefined {
  const halved = alignClauses(claim, sentences).find(isHalfMadeWhole);
  if (halved !== undefined) return { fault: 'number', detail: halved.said };
  const said = [...new Set(spoken.flat())].filter(
    (word) => claim.includes(word) && !isPartOfLonger(claim, word),
  );
  if (said.length === 0) return undefined;
  const untold = said.find((word) => !isTold(word, text) && !namesIssueYear(word, text, issued));
  if (untold !== undefined) return { fault: 'number', detail: untold };
  for (const { said: clause, source } of alignClauses(claim, sentences)) {
    const word = said.find((one) => clause.includes(one) && isReplaced(one, clause, source));
    if (word !== undefined) return { fault: 'number', detail: word };
  }
  return undefined;
}

function isTold(word: string, text: string): boolean {
  return (
    text.includes(word) || linesWith(word).some((line) => line.some((one) => text.includes(one)))
  );
}

/** The clause that tells it has another time of the same family: 下午 for 上午. */
function isReplaced(word: string, clause: string, source: string): boolean {
  const lines = linesWith(word);
  if (lines.some((line) => line.some((one) => source.includes(one)))) return false;
  const family = families.find((one) =>
    lines.some((line) => one.includes(timeWords.indexOf(line))),
  );
  const rivals = family?.flatMap((at) => spoken[at] ?? []) ?? [];
  // 「工账每天、料账每周」: a list has several.
  if (rivals.some((one) => clause.includes(one) && !sameLine(one, word))) return false;
  return rivals.some((one) => source.includes(one));
}

function sameLine(one: string, other: string): boolean {
  return linesWith(one).some((line) => line.includes(other));
}

function linesWith(word: string): readonly (readonly string[])[] {
  return timeWords.filter((line) => line.includes(word));
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

/** 「一年级」 and 「当天气」 hold no time. */
function isPartOfLonger(claim: string, word: string): boolean {
  const after = claim.slice(claim.indexOf(word) + word.length);
  const before = claim.slice(0, claim.indexOf(word));
  if (word === '一年' && before.endsWith('上')) return true;
  if (word === '年年' && /[今去前明当]$/u.test(before)) return true;
  return /^(?:级|气|然|线|度工作|轻|龄)/u.test(after) || claim.includes(`第${word}`);
}

function namesIssueYear(word: string, text: string, issued: readonly string[]): boolean {
  const shift = { 今年: 0, 去年: 1, 前年: 2, 明年: -1 }[word];
  if (shift === undefined) return false;
  return issued.some((date) => text.includes(`${Number(date.slice(0, 4)) - shift}年`));
}
