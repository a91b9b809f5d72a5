import { readChineseNumber } from '../../../corpus/numerals/chinese-number.ts';
import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { tagWords } from '../tag-words.ts';
import { changedPlaces } from './changed-places.ts';
import { readNumbers } from './number-context.ts';
import { otherKind } from './other-kind.ts';
import { isSameNumeral, sameValue } from './same-numeral.ts';
import { turnedRange } from './turned-range.ts';

// Such turns are too rare to be weighed.
const certain = { fault: 'number', isCertain: true } as const;

/** Figures that are told together keep their order, and what they count stays of its kind. */
export const figureRules: Rules = {
  'changed-places': { fault: 'number', find: (claim, { text }) => changedPlaces(claim, text) },
  'turned-round': { fault: 'number', find: (claim, { text }) => turnedRound(claim, text) },
  'turned-range': { ...certain, find: (claim, { text }) => turnedRange(claim, text) },
  'part-above-whole': { ...certain, find: (claim) => partAboveWhole(claim) },
  'other-partner': { ...certain, find: (claim, { text }) => otherPartner(claim, text) },
  'other-kind': { fault: 'number', find: (claim, { text }) => otherKind(claim, text) },
  'other-numbered': { ...certain, find: otherNumbered },
  'last-for-first': {
    ...certain,
    find: (claim, { text }) => {
      const [told, said] = [/第[一1]|首|头一/u.test(text), last.exec(claim)?.[0]];
      return told && !/最后|末|收官|压轴/u.test(text) ? said : undefined;
    },
  },
};

const numbered =
  /(?<![月第\d一二三四五六七八九十])(\d{1,3}|[一二三四五六七八九十]{1,3})号(\p{Script=Han}{2})/gu;

/** 「一号码头」 for 「三号码头」: what bears a number bears another one in all that is cited. */
function otherNumbered(claim: string, { passages, headings }: Evidence): string | undefined {
  const told = [...`${passages}\n${headings}`.matchAll(numbered)];
  return [...claim.matchAll(numbered)]
    .filter(([, , thing]) => told.some(([, , other]) => other === thing))
    .find(([, number, thing]) =>
      told.every(([, other, one]) => one !== thing || readValue(other) !== readValue(number)),
    )?.[0];
}

function readValue(written = ''): number | undefined {
  return /\d/u.test(written) ? Number(written) : readChineseNumber(written)[0];
}

const fromTo = /^[\p{Script=Han}]{0,5}[到至为成]了?(?:\p{Script=Han}{1,4}的)?$/u;
const once = /(?:原来|起初|最初|同期|以前|过去|从前|原先|早先|当初|开始)\p{Script=Han}{0,4}$/u;
const now = /(?:如今|现在|后来|目前|眼下|今年|最后)/u;

// 「发生19起，上一年为6起」: told the other way round.
const theYearBefore = /^,(?:而|比)?(?:上一?年|去年)(?:同期)?(?:仅|只|则)?[为是有]$/u;

// 「售价6800元……价格压到4300元」
const changed = /[升涨增降减压缩][高长加低少短]?(?:到|至|为)了?$/u;

interface Rise {
  readonly from: Numeral;
  readonly to: Numeral;
}

/** 「从12起降到53起」 for 「由53起减少到12起」. */
function turnedRound(claim: string, source: string): string | undefined {
  const told = risesOf(source.replace(/上一年/gu, '上年'));
  return risesOf(claim.replace(/上一年/gu, '上年')).find(({ from, to }) =>
    told.some((one) => sameValue(from, one.to) && sameValue(to, one.from)),
  )?.to.text;
}

function risesOf(text: string): readonly Rise[] {
  const numerals = findNumerals(text);
  return numerals.flatMap((to, at) => {
    const from = numerals[at - 1];
    if (from === undefined) return [];
    const between = text.slice(from.start + from.text.length, to.start);
    const before = text.slice(Math.max(0, from.start - 8), from.start);
    if (isYearBefore(between, before)) return [{ from: to, to: from }];
    const isRise = fromTo.test(between) || (once.test(before) && now.test(between));
    if (isRise && between.length < 16) return [{ from, to }];
    const first = numerals.slice(0, at).findLast(({ unit }) => unit === to.unit);
    return changed.test(between) && first !== undefined ? [{ from: first, to }] : [];
  });
}

/** The second figure is of the year before; 「2021年有47起，去年有16起」 tells of a year after. */
function isYearBefore(between: string, before: string): boolean {
  return theYearBefore.test(between) && !(between.includes('去年') && /\d年/u.test(before));
}

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
      return first === undefined || first.unit === second.unit ? [] : [{ first, second }];
    });
  });
  return [...respective, ...inClauses];
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
