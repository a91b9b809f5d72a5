import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { splitClauses } from '../align-clauses.ts';
import type { Rules } from '../rules.ts';
import { tagWords } from '../tag-words.ts';
import { changedPlaces } from './changed-places.ts';
import { otherEnd, turnedRound } from './changes-told.ts';
import {
  exchangedPeriods,
  exchangedUnits,
  exchangedYears,
  householdsForPeople,
  nounOfAnother,
} from './exchanged-figures.ts';
import { readNumbers } from './number-context.ts';
import { otherKind } from './other-kind.ts';
import { otherLettered, otherNumbered } from './other-numbered.ts';
import { fromTheEnd, otherRank, otherRole } from './other-role.ts';
import { otherSpan } from './other-span.ts';
import { isSameNumeral } from './same-numeral.ts';
import { turnedBound } from './turned-bound.ts';
import { turnedRange } from './turned-range.ts';
import { otherAmount } from './vague-amounts.ts';

// Such turns are too rare to be weighed.
const certain = { fault: 'number', isCertain: true } as const;

/** Figures that are told together keep their order, and what they count stays of its kind. */
export const figureRules: Rules = {
  'changed-places': { ...certain, find: (claim, { text }) => changedPlaces(claim, text) },
  'turned-round': { ...certain, find: (claim, { text }) => turnedRound(claim, text) },
  'exchanged-units': { ...certain, find: (claim, { text }) => exchangedUnits(claim, text) },
  'noun-of-another': { ...certain, find: (claim, { text }) => nounOfAnother(claim, text) },
  'exchanged-years': { ...certain, find: (claim, { text }) => exchangedYears(claim, text) },
  'other-amount': { ...certain, find: (claim, { text }) => otherAmount(claim, text) },
  'other-end': { ...certain, find: (claim, { text }) => otherEnd(claim, text) },
  'turned-range': { ...certain, find: (claim, { text }) => turnedRange(claim, text) },
  'part-above-whole': { ...certain, find: (claim) => partAboveWhole(claim) },
  'other-partner': { ...certain, find: (claim, { text }) => otherPartner(claim, text) },
  'counts-other-kind': { ...certain, find: (claim, { text }) => otherKind(claim, text) },
  'other-span': { ...certain, find: (claim, { text }) => otherSpan(claim, text) },
  'other-role': { ...certain, find: otherRole },
  'other-rank': { ...certain, find: otherRank },
  'turned-bound': { ...certain, find: (claim, { text }) => turnedBound(claim, text) },
  'from-the-end': { ...certain, find: (claim, { text }) => fromTheEnd(claim, text) },
  'households-for-people': {
    ...certain,
    find: (claim, { text }) => householdsForPeople(claim, text),
  },
  'exchanged-periods': { ...certain, find: (claim, { text }) => exchangedPeriods(claim, text) },
  'other-numbered': { ...certain, find: otherNumbered },
  'other-lettered': { ...certain, find: otherLettered },
  'last-for-first': {
    ...certain,
    find: (claim, { text }) => {
      const [told, said] = [/第[一1]|首|头一/u.test(text), last.exec(claim)?.[0]];
      return told && !/最后|末|收官|压轴/u.test(text) ? said : undefined;
    },
  },
};

const last = /最后一[个次天名批期位]/u;
const inside =
  /其中|当中|(?<=^\p{Script=Han}{0,6})里(?:面|头)?(?:的|有|只|就|却|才|仅|超|近|约|已|都|先|$)/u;

/** 「4个社区，其中十五个还没启用」: of two figures that have changed places. */
function partAboveWhole(claim: string): string | undefined {
  const figures = readNumbers(claim).filter(({ numeral }) => numeral.kind === 'count');
  return figures.find(({ numeral, after }, at) => {
    const whole = figures[at - 1]?.numeral;
    if (whole === undefined || whole.unit !== numeral.unit || isNoun(after)) return false;
    const between = claim.slice(whole.start + whole.text.length, numeral.start);
    return inside.test(between) && between.length < 16 && numeral.value > whole.value;
  })?.numeral.text;
}

/** 「其中三十名党员」 are no part of 「12名」 before them, 「其中86名报了名」 are. */
function isNoun(after: string): boolean {
  return tagWords(after)[0]?.tag.startsWith('n') ?? false;
}

interface Pair {
  readonly first: Numeral;
  readonly second: Numeral;
}

/** 「七十岁以上的每餐4元」 where the source has 「七十岁以上……6元，八十岁以上……4元」. */
function otherPartner(claim: string, source: string): string | undefined {
  const told = pairsOf(source);
  return pairsOf(claim).find(({ first, second }) => {
    const partners = told.filter((pair) => isSameNumeral(first, pair.first));
    const isOther = (pair: Pair) =>
      pair.second.unit === second.unit && !isSameNumeral(second, pair.second);
    return (
      partners.length > 0 &&
      partners.every(isOther) &&
      told.some((pair) => isSameNumeral(second, pair.second) && pair.first.unit === first.unit)
    );
  })?.second.text;
}

/** Counts that stand side by side in one clause. */
function pairsOf(text: string): readonly Pair[] {
  const respective = text.split(/[。;\n]/u).flatMap(respectivePairs);
  const inClauses = splitClauses(text).flatMap((clause) => {
    const figures = findNumerals(clause).filter(({ kind }) => kind === 'count');
    return figures.flatMap((second, at) => {
      const first = figures[at - 1];
      if (first === undefined || first.unit === second.unit) return [];
      const pair = { first, second };
      return [first.unit, second.unit].includes(prize) ? prizesOf(pair, clause) : [pair];
    });
  });
  return [...respective, ...inClauses];
}

const prize = '等奖';

/** 「两项一等奖」 is 「一等奖2项」: so many stand right beside the prize. */
function prizesOf({ first, second }: Pair, clause: string): readonly Pair[] {
  if (clause.slice(first.start + first.text.length, second.start) !== '') return [];
  return [first.unit === prize ? { first, second } : { first: second, second: first }];
}

/** 「以15度和25度为线，分别提前40分钟和70分钟」: the first goes with the first. */
function respectivePairs(sentence: string): readonly Pair[] {
  const [before = '', after = '', ...more] = sentence.split('分别');
  const [firsts, seconds] = [before, after].map((part) =>
    findNumerals(part).filter(({ kind }) => kind === 'count'),
  );
  if (firsts === undefined || seconds === undefined || more.length > 0) return [];
  const ofOneUnit = (figures: readonly Numeral[], unit: string | null | undefined) =>
    figures.filter((one) => one.unit === unit);
  const [own, others] = [ofOneUnit(firsts, firsts[0]?.unit), ofOneUnit(seconds, seconds[0]?.unit)];
  if (own.length < 2 || own.length !== others.length) return [];
  return own.flatMap((first, at) => {
    const second = others[at];
    return second === undefined ? [] : [{ first, second }];
  });
}
