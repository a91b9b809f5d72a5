import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { directionOf } from './find-turns.ts';

/** What went from one figure to another went that way: 「越来越多」 is not 「由31次减到12次」. */
export const trendRules: Rules = {
  'other-trend': { fault: 'negation', isCertain: true, find: otherTrend },
  'denied-trend': { fault: 'negation', isCertain: true, find: deniedTrend },
  'other-comparison': { fault: 'negation', isCertain: true, find: otherComparison },
};

const up =
  /越来越[多高大]|增[加长多至到]|上升|升[到至高]|提高|上涨|涨[了到]|比[^,]{1,14}(?<!得)[多高](?:了|出|$)|比[^,]{1,14}还[要]?[多高]|[多高][了出](?=[\d一二三四五六七八九十两半几])|更[多高]|翻了?[番倍]|攀升|走高/u;
const down =
  /越来越[少低小]|减[少至到]|下[降滑跌]|降[低到至了]|比[^,]{1,14}[少低](?:了|$)|比[^,]{1,14}还[要]?[少低]|[少低]了(?=[\d一二三四五六七八九十两半几])|更[少低]|跌|走低/u;

function otherTrend(claim: string, { sentences }: Evidence): string | undefined {
  return splitClauses(claim).find((said) => {
    const way = wayOf(said);
    if (way === 0 || denial.test(said.replace(turnedBack, ''))) return false;
    // 「经过清理,不减反增」 tells of what before it.
    const about = (said.length > least ? said : claim).replace(turnedBack, '');
    const told = sentences.flatMap((sentence) => {
      const clauses = splitClauses(sentence);
      return clauses.flatMap((clause, at) => [
        { clause, trend: trendOf(clause) },
        { clause: clauses.slice(at, at + 2).join(','), trend: changeOf(clauses.slice(at, at + 2)) },
        { clause: clauses.slice(at, at + 3).join(','), trend: changeOf(clauses.slice(at, at + 3)) },
      ]);
    });
    const ways = told.map(({ clause, trend }) => ({
      cover: coverOf(about, clause),
      isFigured: trend !== undefined,
      way: trend ?? (clause.includes(',') ? 0 : wayOf(clause)),
    }));
    const most = (some: typeof ways) => Math.max(0, ...some.map(({ cover }) => cover));
    const opposed = most(ways.filter((one) => one.isFigured && one.way === -way));
    return opposed >= related && opposed > most(ways.filter((one) => one.way === way));
  });
}

// 「不降反升」 tells of a rise.
const turnedBack = /不\p{Script=Han}{1,2}反[升增多涨降减少跌]/u;

function wayOf(clause: string): number {
  const back = turnedBack.exec(clause)?.[0].at(-1);
  if (back !== undefined) return /[升增多涨]/u.test(back) ? 1 : -1;
  return Number(up.test(clause)) - Number(down.test(clause));
}

const denial = /[不没未无难]/u;

// How many characters a clause has that tells of nothing but a way.
const least = 5;

// From what share of a clause its source tells of the same.
const related = 0.25;

/** Whether what a clause tells went up, 1, or down, -1: 「由A到B」. */
function trendOf(clause: string): number | undefined {
  return directionIn(
    clause,
    ({ before, between }) =>
      /[由从][^,]*$/u.test(before) && /^[^,]{0,6}(?:[到至为]|增加|减少)/u.test(between),
  );
}

/** The same of two clauses: 「过去A,如今B」. */
function changeOf(clauses: readonly string[]): number | undefined {
  return directionIn(
    clauses.join(','),
    ({ before, between }) =>
      /过去|原来|原有|原先|以前|从前/u.test(before) &&
      /现在|如今|目前|达到|[升降增减]到|[保剩]留?下?了?$|只[有剩]$/u.test(between),
  );
}

interface Around {
  /** What stands before the first figure, and between the two. */
  readonly before: string;
  readonly between: string;
}

const mayTell = /[由从]|过去|原/u;

function directionIn(text: string, isTrend: (around: Around) => boolean): number | undefined {
  if (!mayTell.test(text)) return undefined;
  const numerals = findNumerals(text).filter(
    ({ kind, unit }) => /count|percent/u.test(kind) && !/[类级]/u.test(unit ?? ''),
  );
  const pair = numerals.flatMap((from, at) => {
    const to = numerals
      .slice(at + 1)
      .find(({ unit, kind }) => unit === from.unit && kind === from.kind);
    if (to === undefined) return [];
    const between = text.slice(from.start + from.text.length, to.start);
    return isTrend({ before: text.slice(0, from.start), between }) ? [to.value - from.value] : [];
  });
  return pair[0] === undefined || pair[0] === 0 ? undefined : Math.sign(pair[0]);
}

/** 「价钱跟着涨了」 for 「价格没有上涨」: the way the source denies, and tells nowhere as so. */
function deniedTrend(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap(splitClauses);
  return splitClauses(claim).find((said) => {
    const way = directionOf(said);
    if (way === 0 || denial.test(said)) return false;
    const same = told.filter(
      (clause) => directionOf(clause) === way && sharesSubject(said, clause),
    );
    return same.length > 0 && same.every((clause) => deniedMove.test(clause));
  });
}

const deniedMove =
  /(?:没有?|未|无法|不能|难以|不再?|不会)(?:再|能|得|出现|有|明显|大幅){0,2}(?:上[升涨调]|下[降滑调跌]|增|减|提[高升价]|降(?!压|温|噪)|涨|升|缩|变|延长|回升|回落|扩大)(?!反)/u;

/** Whether two clauses have a character before their verbs in common that is not everywhere. */
function sharesSubject(one: string, other: string): boolean {
  return [...one.slice(0, subject)].some(
    (character) =>
      /\p{Script=Han}/u.test(character) &&
      !/[的了着也都还又一有在是不人年月日上下中大小多少现跟但且]/u.test(character) &&
      other.slice(0, subject).includes(character),
  );
}

// How many characters before what happens tell of whom.
const subject = 10;

const comparison =
  /比([^,增减缩降升提涨跌成]{2,10}?)(?:还|要|更|略|稍)?([多少高低长短早晚快慢大小贵重轻])(?=$|[了些得出的])/u;
const opposites = new Map(
  ['多少', '高低', '长短', '早晚', '快慢', '大小', '重轻'].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

/** 「雨水比往年少」 for 「雨水比往年多」. */
function otherComparison(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap(splitClauses);
  return splitClauses(claim).find((said) => {
    const [, than = '', way = ''] = comparison.exec(said) ?? [];
    if (than === '' || denial.test(said)) return false;
    return told.some((clause) => {
      const [, other = '', toldWay = ''] = comparison.exec(clause) ?? [];
      return (
        other !== '' &&
        opposites.get(way) === toldWay &&
        !denial.test(clause) &&
        coverOf(than, other) >= alike
      );
    });
  });
}

const alike = 0.5;
