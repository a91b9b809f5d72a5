import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { type AlignedClause, alignClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { readNumber } from '../numbers/spoken-measures.ts';
import type { Rules } from '../rules.ts';
import { namesIssueYear } from './date-parts.ts';
import { laterForAtOnce, otherSolarTerm } from './other-moment.ts';
import { partsOfYear, tellsPart } from './parts-of-year.ts';
import { leftOut, linesWith, partsOfDay, rivalsOf, timesIn } from './time-words.ts';
import { isToldOtherwise } from './times-in-other-words.ts';

const certain = { fault: 'number', isCertain: true } as const;

/** A claim's year, season, day or part of the day must be the source's. */
export const timeRules: Rules = {
  'untold-time': { ...certain, find: untoldTime },
  'other-time': { ...certain, find: replacedTime },
  'other-parity': { ...certain, find: otherParity },
  'later-for-at-once': { ...certain, find: (claim, { text }) => laterForAtOnce(claim, text) },
  'other-solar-term': { ...certain, find: (claim, { text }) => otherSolarTerm(claim, text) },
  'other-lunar-day': {
    ...certain,
    find: (claim, { text }) => claim.match(lunarDay)?.find((day) => !tellsLunarDay(day, text)),
  },
};

/** 「逢双月」 for 「逢单月」. */
function otherParity(claim: string, { text }: Evidence): string | undefined {
  return [...claim.matchAll(/([单双])(?=([月日周号]))/gu)]
    .filter(([one, , unit = '']) => !text.includes(one + unit))
    .find(([one, , unit = '']) => text.includes((one === '单' ? '双' : '单') + unit))?.[0];
}

function untoldTime(claim: string, evidence: Evidence): string | undefined {
  const { issued, bodies } = evidence;
  const [said, text] = [withoutWorkdays(claim), withoutWorkdays(evidence.text)];
  const plain = withoutTerms(said, bodies);
  return timesIn(plain).find(
    (word) =>
      isUntoldBut(word, text, withoutTerms(text, bodies)) &&
      !isYearOnYear(word, plain, text) &&
      !isOnClock(word, text) &&
      !isHourTold(word, plain, text) &&
      !namesIssueYear(word, text, issued),
  );
}

/** 「5个工作日内」 is so long, and no day. */
function withoutWorkdays(text: string): string {
  return text.replace(/个工作日/gu, '天');
}

// 「初八」, 「农历十五」, 「腊月廿三」
const lunarDay =
  /(?<![当最起]|(?<!大)年)初(?:[一二三四五六七八九](?![中一二三四五六七八九步次级])|十)|(?:农历|正月|腊月)(?:二?十[一二三四五六七八九]?|三十)/gu;

/** The day of the month, or the feast that falls on it. */
function tellsLunarDay(day: string, text: string): boolean {
  const [own, other] = /腊/u.test(day) ? ['腊月', '正月'] : ['正月', '腊月'];
  if (day.startsWith(own) && text.includes(other) && !text.includes(own)) return false;
  // 「初二」 for 「农历逢2日、5日」
  const market = text.includes('农历逢') ? `${readNumber(day.slice(-1))}日` : day;
  const ways = [day.replace(/农历|正月|腊月/u, ''), market, ...linesWith(day).flat()];
  return ways.some((one) => text.includes(one));
}

/** Untold, or told by nothing but a name: 「“周末代办点”每周六开放」. */
function isUntoldBut(word: string, text: string, plain: string): boolean {
  const isNamed = rivalsOf(word).some((one) => plain.includes(one)) && isUntold(word, plain);
  return isNamed || isUntold(word, text);
}

/** 「比去年同期」 for 「同比」. */
function isYearOnYear(word: string, claim: string, text: string): boolean {
  const isCompared = new RegExp(`[比较与和]${word}|${word}同期`, 'u').test(claim);
  return isCompared && /年$/u.test(word) && /同比|同期/u.test(text);
}

/** 「早上6点」 for 「6时」: the hour itself is held against the source elsewhere. */
function isHourTold(word: string, claim: string, text: string): boolean {
  if (partsOfDay?.some((line) => line.includes(word)) !== true) return false;
  const hoursIn = (where: string) => findNumerals(where).filter(({ kind }) => kind === 'time');
  const told = hoursIn(text).map(({ value }) => value % (24 * 60));
  return hoursIn(claim).some(
    ({ start, value }) => claim.slice(0, start).endsWith(word) && told.includes(value % (24 * 60)),
  );
}

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

function replacedTime(claim: string, { sentences }: Evidence): string | undefined {
  const said = timesIn(claim);
  if (said.length === 0) return undefined;
  for (const aligned of alignClauses(claim, sentences)) {
    const word = said.find((one) => aligned.said.includes(one) && isReplaced(one, aligned, claim));
    if (word !== undefined) return word;
  }
  return undefined;
}

/** A part of the day may also be read off the hour: it is wrong only where the source has another. */
function isUntold(word: string, text: string): boolean {
  if (linesWith(word).some((line) => line.some((one) => text.includes(one)))) return false;
  if (leftOut.includes(word) || isToldOtherwise(word, text)) return false;
  if (/旬$/u.test(word) && isTenDaysOf(word, text)) return false;
  if (/半年$/u.test(word)) return !partsOfYear(word).some((part) => tellsPart(text, part));
  const isOpen = partsOfDay?.some((line) => line.includes(word)) ?? false;
  return !isOpen || rivalsOf(word).some((one) => text.includes(one));
}

/** 「中旬」 for 「15日」. */
function isTenDaysOf(word: string, text: string): boolean {
  const tens = ['上旬', '中旬', '下旬'].indexOf(word);
  return findNumerals(text).some(
    ({ kind, value }) =>
      kind === 'date' &&
      value % 100 > 0 &&
      Math.min(2, Math.floor(((value % 100) - 1) / 10)) === tens,
  );
}

/** The sentence that tells it has another time of the same family: 下午 for 上午. */
function isReplaced(
  word: string,
  { said, source, sentence, likeness }: AlignedClause,
  claim: string,
): boolean {
  const isLeftOut = leftOut.includes(word);
  return (isLeftOut ? [source, sentence] : [likeness < clearlySame ? sentence : source]).some(
    (where) => {
      if (isTimeTold(word, { where, sentence, said })) return false;
      const rivals = rivalsOf(word);
      // 「工账每天、料账每周」: a list has several.
      const besides = (isLeftOut ? claim : said).replace(lastYear, '＿');
      if (rivals.some((one) => besides.includes(one))) return false;
      const rest = where
        .replace(nightly, '＿')
        .replace(age, '＿')
        .replace(said.search(compared) === -1 ? compared : '', '＿');
      return rivals.some((one) => rest.includes(one));
    },
  );
}

interface Telling {
  readonly where: string;
  readonly sentence: string;
  readonly said: string;
}

/** The word or one for the same, the hour it means, or 「去年同期」 in the clause behind. */
function isTimeTold(word: string, { where, sentence, said }: Telling): boolean {
  // 「周六上午……晚上」: the clauses behind it go on with the day.
  const told = partsOfDay?.some((line) => line.includes(word)) === true ? sentence : where;
  if (linesWith(word).some((line) => line.some((one) => told.includes(one)))) return true;
  if (/^(?:去年|上年|前年)$/u.test(word) && sentence.includes(`${word}同期`)) return true;
  if (isYearOnYear(word, said, sentence)) return true;
  return isOnClock(word, where) || isHourTold(word, said, where);
}

// 「今年83岁」
const age = /今年(?=\d+多?岁)/gu;

// What is called after the night is no time of its own.
const nightly = /夜[班校市话宵]|晚[会报]/gu;

const lastYear = /[比较]上一?年/gu;

// What the time told is held against: 「比去年」, 「去年同期」.
const compared = /[比较与和](?:去年|上年|前年)|[由从](?:去年|上年|前年)的|(?:去年|上年)同期/gu;

// Above this two clauses tell the same.
const clearlySame = 0.6;
