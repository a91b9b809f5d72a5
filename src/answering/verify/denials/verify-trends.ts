import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';

/** What went from one figure to another went that way: 「越来越多」 is not 「由31次减到12次」. */
export const trendRules: Rules = {
  'other-trend': { fault: 'negation', find: otherTrend },
};

const up =
  /越来越[多高大]|增[加长多至到]|上升|升[到至高]|提高|上涨|涨[了到]|比[^,]{1,14}(?<!得)[多高](?:了|出|$)|比[^,]{1,14}还[要]?[多高]|[多高][了出](?=[\d一二三四五六七八九十两半几])|更[多高]|翻了?[番倍]|攀升|走高/u;
const down =
  /越来越[少低小]|减[少至到]|下[降滑跌]|降[低到至了]|比[^,]{1,14}[少低](?:了|$)|比[^,]{1,14}还[要]?[少低]|[少低]了(?=[\d一二三四五六七八九十两半几])|更[少低]|跌|走低/u;

function otherTrend(claim: string, { sentences }: Evidence): string | undefined {
  return splitClauses(claim).find((said) => {
    const way = wayOf(said);
    if (way === 0 || denial.test(said)) return false;
    const told = sentences.flatMap((sentence) => {
      const clauses = splitClauses(sentence);
      return clauses.flatMap((clause, at) => [
        { clause, trend: trendOf(clause) },
        { clause: clauses.slice(at, at + 2).join(','), trend: changeOf(clauses.slice(at, at + 2)) },
      ]);
    });
    const ways = told.map(({ clause, trend }) => ({
      cover: coverOf(said, clause),
      isFigured: trend !== undefined,
      way: trend ?? (clause.includes(',') ? 0 : wayOf(clause)),
    }));
    const most = (some: typeof ways) => Math.max(0, ...some.map(({ cover }) => cover));
    const opposed = most(ways.filter((one) => one.isFigured && one.way === -way));
    return opposed >= related && opposed > most(ways.filter((one) => one.way === way));
  });
}

function wayOf(clause: string): number {
  return Number(up.test(clause)) - Number(down.test(clause));
}

const denial = /[不没未]/u;

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
      /过去|原来|原先|以前|从前/u.test(before) && /现在|如今|目前|达到|[升降增减]到/u.test(between),
  );
}

interface Around {
  /** What stands before the first figure, and between the two. */
  readonly before: string;
  readonly between: string;
}

const mayTell = /[由从]|过去|原来|原先|以前/u;

function directionIn(text: string, isTrend: (around: Around) => boolean): number | undefined {
  if (!mayTell.test(text)) return undefined;
  const numerals = findNumerals(text).filter(
    ({ kind, unit }) => /count|percent/u.test(kind) && !/[类级]/u.test(unit ?? ''),
  );
  const pair = numerals.flatMap((from, at) => {
    const to = numerals[at + 1];
    if (to === undefined || from.unit !== to.unit || from.kind !== to.kind) return [];
    const between = text.slice(from.start + from.text.length, to.start);
    return isTrend({ before: text.slice(0, from.start), between }) ? [to.value - from.value] : [];
  });
  return pair[0] === undefined || pair[0] === 0 ? undefined : Math.sign(pair[0]);
}
