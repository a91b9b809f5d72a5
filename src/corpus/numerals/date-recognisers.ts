import { numberCharacters, readChineseNumber } from './chinese-number.ts';
import type { Numeral, Recognised } from './numeral.ts';

const small = `\\d{1,2}|[${numberCharacters}]{1,3}`;
const yearNumber = '(?:19|20)\\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2}';

const signed = /(?<year>(?:19|20)\d{2})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)/y;
const written = new RegExp(
  `(?:(?<year>${yearNumber})\\s?年(?:\\s?(?:度|(?=[初中末底]|$)))?)?\\s?(?:(?<month>${small})\\s?月(?:份)?\\s?(?:(?<day>${small})\\s?[日号])?)?`,
  'y',
);
const yearRange = new RegExp(
  `(?<year>${yearNumber})(?=\\s?(?:-|~|至|到)\\s?(?:${yearNumber})\\s?年)`,
  'y',
);
const dayOnly = /(?<day>\d{1,2})日(?![内游常均])/y;
// “4·23”世界读书日, “5·12”
const dotted = /(?<month>\d{1,2})·(?<day>\d{1,2})(?!\d)/y;

/** 2023年5月4日, 4月23日, 5月, 2023年, 2023-05-04, 4·23; a day alone (至6日). */
export function recogniseDate(text: string, start: number): Recognised | null {
  for (const pattern of [signed, yearRange, written, dotted, dayOnly]) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    const value = found === null ? null : dateValue(found.groups ?? {});
    if (found !== null && value !== null) {
      const numeral = { value, unit: null, text: found[0].trimEnd(), start, approximate: false };
      return { numerals: [{ ...numeral, kind: 'date' }], end: start + found[0].length };
    }
  }
  return null;
}

function dateValue(groups: Readonly<Record<string, string | undefined>>): number | null {
  const year = readPart(groups.year);
  const month = readPart(groups.month);
  const day = readPart(groups.day);
  if (year === 0 && month === 0 && day === 0) return null;
  return month > 12 || day > 31 ? null : year * 10_000 + month * 100 + day;
}

function readPart(digits: string | undefined): number {
  if (digits === undefined) return 0;
  return /\d/.test(digits) ? Number(digits) : (readChineseNumber(digits)[0] ?? Number.NaN);
}

const clock = /(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?!\d)/y;
// 「8点十分热闹」, 「两点一直」: neither tells of minutes.
const minutes = [
  `(?!十分)(?:${small})分(?!之|钟)`,
  '[零〇0][一二三四五六七八九\\d]',
  '[1-5]\\d(?![\\d.]|[一-龥]?[个名人位户件])',
  '(?:二十|三十|四十|五十|十[一二三四五六七八九]|[二三四五]十[一二三四五六七八九])(?![一-龥]{0,1}[个名])',
  '十分(?![热冷繁拥安宁清紧忙重明显高漂满喜感担困激活方壮气难好受])',
].join('|');
const spoken = new RegExp(
  `(?<hour>${small})(?<sign>点|时)(?!建议|要求|意见|体会|做法|启示|经验|间|候|期|代|刻|餐|[一二三四五六七八九]?个)(?:(?<half>半)|整|(?<more>多)|(?<minute>${minutes}))?`,
  'y',
);
/** The part of the day that stands before an hour. */
export const partOfDay =
  /(凌晨|拂晓|黎明|清晨|清早|大早|一早|早晨|早上|早间|上午|中午|正午|晌午|午间|下午|午后|傍晚|黄昏|晚上|晚间|夜晚|夜里|夜间|半夜|深夜|午夜|子夜|晚|夜|早|晨)\s?$/;

/** 7点半, 18点, 下午3点20分, 19:30 as minutes since midnight. */
export function recogniseTime(text: string, start: number): Recognised | null {
  for (const pattern of [clock, spoken]) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found === null) continue;
    const value = timeValue(found.groups ?? {}, text.slice(Math.max(0, start - 3), start));
    if (value === null) continue;
    const numeral: Numeral = {
      value,
      kind: 'time',
      unit: null,
      text: found[0],
      start,
      approximate: found.groups?.more !== undefined,
    };
    return { numerals: [numeral], end: start + found[0].length };
  }
  return null;
}

function timeValue(
  groups: Readonly<Record<string, string | undefined>>,
  before: string,
): number | null {
  const hour = readPart(groups.hour);
  const minute = groups.half === undefined ? readPart(groups.minute?.replace(/分$/, '')) : 30;
  if (Number.isNaN(hour) || Number.isNaN(minute) || hour > 24 || minute > 59) return null;
  const part = partOfDay.exec(before)?.[1];
  const isExact = groups.half !== undefined || groups.minute !== undefined;
  // 一点, 两点 and 三点 are mostly a little, or so many points.
  const isSpoken = groups.sign !== undefined && !/\d/.test(groups.hour ?? '');
  if (isSpoken && part === undefined && !isExact) return null;
  return (isAfternoon(part ?? '', hour) ? hour + 12 : hour) * 60 + minute;
}

/** 下午3点, 夜里11点; 夜里2点 is before dawn. */
function isAfternoon(part: string, hour: number): boolean {
  if (hour >= 12) return hour === 12 && /[夜晚]/.test(part);
  if (/夜/.test(part) && !/夜晚/.test(part)) return hour >= 6;
  return /下午|午后|傍晚|黄昏|晚/.test(part) || (/[中正晌]午|午间/.test(part) && hour < 4);
}
