import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { countAlike } from '../../measure-words.ts';
import type { Evidence } from '../evidence.ts';
import {
  compareContexts,
  countedNoun,
  type NumberInContext,
  nounBefore,
} from './number-context.ts';
import { isPartOfNoun } from './part-of-noun.ts';
import { placedMeasure, sameKind, sameValue } from './same-numeral.ts';

export interface Figures {
  /** All of the claim. */
  readonly said: readonly NumberInContext[];
  readonly source: readonly NumberInContext[];
  readonly evidence: Evidence;
}

/** Whether the source counts with another figure what the claim counts with this one. */
export function isContradicted(
  said: NumberInContext,
  same: readonly NumberInContext[],
  figures: Figures,
): boolean {
  const { source } = figures;
  const noun = countedNoun(said);
  if (same.some((one) => isPartOfNoun(one, said, figures) || isWithOwn(said, one, figures)))
    return false;
  if (standsForOther(said, same, figures) || isFilled(said, same, figures)) return true;
  if (isPlaced(said) && same.some(isPlaced)) return false;
  if (noun !== undefined && same.some((one) => countedNoun(one) === noun)) return false;
  const others = source.filter(
    ({ numeral }) =>
      numeral.start < figures.evidence.text.length &&
      (numeral.kind !== 'indefinite' || said.numeral.kind === 'indefinite') &&
      sameKind(numeral, said.numeral) &&
      isRival(numeral, said.numeral) &&
      !isOneOfEach(numeral, figures.evidence.text) &&
      !sameValue(numeral, said.numeral) &&
      countAlike(numeral.unit, said.numeral.unit) &&
      !same.some((one) => one.numeral.start === numeral.start) &&
      !isOfOtherUnit(numeral, said.numeral, same),
  );
  if (same.some((one) => isOfSameVerb(said, one)) && !others.some((one) => isOfSameVerb(said, one)))
    return false;
  const elsewhere = same.every((one) => countedNoun(one) !== undefined);
  if (elsewhere && noun !== undefined && others.some((one) => countedNoun(one) === noun))
    return true;
  return others.some((other) => isTailOfOther(said, other, same));
}

const link = /(?:[了的有为到至达共约是近超]|仅|只|另|其中)+$/u;

/** 「办结意见198条」 for 「收集意见213条，办结198条」: what stands right beside the figure is told of it, or the change it ends. */
function isWithOwn(
  said: NumberInContext,
  one: NumberInContext,
  { said: all, source }: Figures,
): boolean {
  const others = source.filter(({ numeral }) => numeral.start !== one.numeral.start);
  const before = one.before.replace(link, '').slice(-2);
  const after = one.after.slice(0, 2);
  if (before.length === 2 && said.before.includes(before))
    return !others.some((other) => other.before.replace(link, '').endsWith(before));
  if (after.length === 2 && said.after.includes(after))
    return !others.some((other) => other.after.startsWith(after));
  const [own, told] = [all[all.indexOf(said) - 1], source[source.indexOf(one) - 1]];
  const isEnd = [said, one].every(({ before: lead }) => ends.test(lead));
  return isEnd && own !== undefined && told !== undefined && sameValue(own.numeral, told.numeral);
}

const ends = /[到至为成]了?(?:每\p{Script=Han}{1,2})?$/u;

/** 「第三次是送方案」 where the source has 「第二次送方案」: nothing that is told of the third is told of this one. */
export function isOtherPlace(
  said: NumberInContext,
  same: readonly NumberInContext[],
  { source }: Figures,
): boolean {
  return source.some(
    (other) =>
      other.numeral.kind === 'ordinal' &&
      other.numeral.value !== said.numeral.value &&
      placedMeasure(other.numeral) === placedMeasure(said.numeral) &&
      same.every((one) => compareContexts(said, one, other).lead <= -wordsBeside),
  );
}

// Two words of two characters.
const wordsBeside = 6;

const filling = /[满每]$/u;

/** 「满10分」 where the source has 「积10分，满100分」. */
function isFilled(
  said: NumberInContext,
  same: readonly NumberInContext[],
  { source, evidence }: Figures,
): boolean {
  const own = filling.exec(said.before)?.[0];
  if (own === undefined || same.length === 0) return false;
  const isFull = ({ numeral }: NumberInContext) => evidence.text.charAt(numeral.start - 1) === own;
  return (
    !same.some(isFull) &&
    source.some((one) => isFull(one) && one.numeral.unit === said.numeral.unit)
  );
}

/** 「解决了296个」 for 「已解决296个」. */
function isOfSameVerb(said: NumberInContext, one: NumberInContext): boolean {
  const [own, told] = [said, one].map(
    ({ before }) => /(\p{Script=Han}{2})[了过]?$/u.exec(before)?.[1],
  );
  return own !== undefined && own === told;
}

/** 「有95个装上了智能锁」 where the source has 「95个，其中41个装上了智能锁」: the words beside it are another figure's. */
function standsForOther(
  said: NumberInContext,
  same: readonly NumberInContext[],
  { source, evidence }: Figures,
): boolean {
  if (same.length === 0 || said.numeral.kind === 'date') return false;
  const others = source.filter(
    ({ numeral }) =>
      numeral.kind !== 'indefinite' &&
      numeral.start < evidence.text.length &&
      sameKind(numeral, said.numeral) &&
      !sameValue(numeral, said.numeral) &&
      countAlike(numeral.unit, said.numeral.unit),
  );
  const [behind, before] = [said.after.slice(0, 4), said.before.slice(-4)];
  const isBehind = (one: NumberInContext) => behind.length === 4 && one.after.startsWith(behind);
  const isBefore = (one: NumberInContext) => before.length === 4 && one.before.endsWith(before);
  return (
    (others.some(isBehind) && same.every((one) => one.after.slice(0, 2) !== behind.slice(0, 2))) ||
    (others.some(isBefore) && same.every((one) => one.before.slice(-2) !== before.slice(-2)))
  );
}

/** 「每个支部联系一所小学」: how many there are for each is no rival of how many there are. */
function isOneOfEach({ kind, start }: Numeral, text: string): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return kind === 'indefinite' && /每\p{Script=Han}+$/u.test(before);
}

/** 「1500册」 has no rival in 「240道」 where the source has 1500册. */
function isOfOtherUnit(
  { unit }: Numeral,
  said: Numeral,
  same: readonly NumberInContext[],
): boolean {
  return said.unit !== unit && same.some((one) => one.numeral.unit === said.unit);
}

/** 「每月1日」 is no rival of 「2023年1月」, nor 「5号楼」 of any figure. */
export function isRival(one: Numeral, other: Numeral): boolean {
  if (one.kind !== 'date') return one.kind !== 'label';
  return [1, 100, 10_000].every(
    (part) => one.value % (part * 100) >= part === other.value % (part * 100) >= part,
  );
}

/** 「种植面积500亩」 where the source has 「种植面积」 before another figure and not before this one. */
function isTailOfOther(
  said: NumberInContext,
  other: NumberInContext,
  same: readonly NumberInContext[],
): boolean {
  const tail = nounBefore(said);
  if (tail === undefined || countedNoun(said) !== undefined) return false;
  return (
    nounBefore(other) === tail &&
    same.every(
      (one) =>
        ![tail, undefined].includes(nounBefore(one)) &&
        compareContexts(said, one, undefined).held < leastHeld &&
        compareContexts(said, one, other).lead <= 0,
    )
  );
}

// What is told of a figure holds half of what the claim says of its own.
const leastHeld = 0.5;
/** 「前三次」, 「头三次」: which ones, not how many. */
function isPlaced({ before }: NumberInContext): boolean {
  return /[前头首后末]$/u.test(before);
}
