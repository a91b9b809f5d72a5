import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { readNumber } from '../numbers/spoken-measures.ts';
import type { Rules } from '../rules.ts';

/** What is more than something else is not told as less than it, nor what goes up by a measure as going down by it. */
export const comparisonRules: Rules = {
  'comparison-turned': { fault: 'negation', isCertain: true, find: findTurned },
};

/** Words for more and for less, an axis each. */
const axes = [
  ['高多大长远重贵强', '低少小短近轻弱'],
  ['好优', '差'],
  ['早', '晚迟'],
  ['快', '慢'],
] as const;
const one = `[${axes.flat().join('')}]|便宜`;

const number = '[\\d一二三四五六七八九十百千万亿两][\\d.一二三四五六七八九十百千万亿两]*%?';
const before = new RegExp(
  `比(?<what>[^,比]{2,12}?)(?:还|要|更|又|也|都|略|稍|偏|能|就)*(?<word>${one})(?:$|[的几]|[了出得约近]*(?<by>${number})?)`,
  'gu',
);
const behind = new RegExp(
  `(?<word>[高低多少大小长短优差早晚快慢]于|超过|超出|超(?![市级大声前越强高])|不足|不到(?=\\d))(?:每[天年月人次个])?(?:(?<figure>${number})|(?<what>[^,的\\d]{2,12})(?<by>${number})?)`,
  'gu',
);
const zero = /(?<word>零[上下])(?<figure>\d[\d.]*)/gu;

interface Comparison {
  readonly axis: number;
  /** Undefined where a denial may be of it or of something else. */
  readonly isMore: boolean | undefined;
  /** What it is compared with: a thing, or a figure. */
  readonly what: string;
  /** By how much. */
  readonly by: string | undefined;
  readonly whole: string;
}

// How far before it a denial stands that is of it.
const reach = 4;

function comparisonsIn(clause: string): readonly Comparison[] {
  return [before, behind, zero].flatMap((pattern) =>
    [...clause.matchAll(pattern)].flatMap(({ 0: whole, index, groups = {} }) => {
      const { word = '', what = '', figure, by } = groups;
      const [axis, isMore] = sideOf(word);
      if (axis === -1) return [];
      const compared = {
        axis,
        isMore: turnedBy(clause.slice(0, index), isMore),
        what: figure === undefined ? what : amountOf(figure),
        by: by && amountOf(by),
        whole,
      };
      return [compared];
    }),
  );
}

function turnedBy(lead: string, isMore: boolean): boolean | undefined {
  const last = [...lead.matchAll(/[不没未无]/gu)].at(-1);
  if (last === undefined) return isMore;
  return lead.length - last.index <= reach ? !isMore : undefined;
}

/** 40000 for 「4万」 and 「四万」. */
function amountOf(figure: string): string {
  const [, amount = '', size = ''] = /^([\d.]+|[^\d.%]+)([万亿]?)%?$/u.exec(figure) ?? [];
  const value = readNumber(amount) * (sizes[size] ?? 1);
  return Number.isNaN(value) ? figure : `${value}${figure.endsWith('%') ? '%' : ''}`;
}

const sizes: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

function sideOf(word: string): readonly [axis: number, isMore: boolean] {
  if (/^零/u.test(word)) return [axes.length, word === '零上'];
  if (/^超/u.test(word)) return [0, true];
  if (/^不[足到]|便宜/u.test(word)) return [0, false];
  const axis = axes.findIndex((sides) => sides.join('').includes(word.charAt(0)));
  return [axis, axes[axis]?.[0].includes(word.charAt(0)) === true];
}

function findTurned(claim: string, { sentences }: Evidence): string | undefined {
  const told = sentences.flatMap(splitClauses).flatMap(comparisonsIn);
  if (told.length === 0) return undefined;
  return splitClauses(claim)
    .flatMap(comparisonsIn)
    .find((said) => {
      if (said.isMore === undefined) return false;
      const same = told.filter((other) => other.axis === said.axis && isSameThing(said, other));
      return same.length > 0 && same.every(({ isMore }) => isMore === !said.isMore);
    })?.whole;
}

const mostly = 0.6;

function isSameThing(said: Comparison, told: Comparison): boolean {
  if (said.by !== told.by) return false;
  if (/\d/u.test(said.what) || /\d/u.test(told.what)) return said.what === told.what;
  return coverOf(said.what, told.what) >= mostly || coverOf(told.what, said.what) >= mostly;
}
