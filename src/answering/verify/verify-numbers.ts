import type { Numeral } from '../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../corpus/numerals/numerals.ts';
import { countAlike } from '../measure-words.ts';
import type { Evidence } from './evidence.ts';
import {
  compareContexts,
  countedNoun,
  type NumberInContext,
  nounBefore,
  readNumbers,
} from './number-context.ts';
import { isSameNumeral, sameKind, sameValue } from './same-numeral.ts';
import type { Fault } from './verify.ts';

/** Every number and date of a claim stands in what it cites, counting the same thing. */
export function checkNumbers(claim: string, evidence: Evidence): Fault | undefined {
  const said = readNumbers(claim);
  if (said.length === 0) return undefined;
  const source = readNumbers(`${evidence.text}\n${evidence.headings}`);
  const wrong = said.find(
    (one) => !isTold(one, { said, source, evidence }) && !isCounted(one, claim),
  );
  return wrong && { fault: 'number', detail: wrong.numeral.text };
}

interface Figures {
  /** All of the claim. */
  readonly said: readonly NumberInContext[];
  readonly source: readonly NumberInContext[];
  readonly evidence: Evidence;
}

function isTold(said: NumberInContext, figures: Figures): boolean {
  const { source, evidence } = figures;
  const options = {
    issued: evidence.issued,
    isBare: bare.test(said.after),
    isMore: /^多/u.test(said.after),
  };
  const same = source.filter(
    (one) => isSameNumeral(said.numeral, one.numeral, options) || isJustBelow(said, one),
  );
  const isContrary = isContradicted(said, same, figures);
  if (said.numeral.kind === 'indefinite')
    return same.length > 0 || !isContrary || isEach(said, evidence.text);
  if (same.length === 0) return isSpelledOut(said, evidence.text) || isLabel(said, evidence);
  return !isContrary && agreesInDirection(said, same);
}

// Nothing that is counted comes after the number.
const bare = /^(?:$|[^\p{Script=Han}]|[左右了的把都就才上下出来多余还也降升涨减增变到至])/u;

/** 「一个孩子交50元」 for 「每个孩子」, 「比上一年」 for 「比前年」. */
function isEach({ numeral: { text }, before }: NumberInContext, source: string): boolean {
  if (/上$/u.test(before) && /年$/u.test(text)) return /同比|上年|去年|前年/u.test(source);
  return source.includes(`每${text.slice(1)}`);
}

/** 「K16路」 is a name, that may stand anywhere in the article. */
function isLabel({ numeral, before }: NumberInContext, { bodies }: Evidence): boolean {
  const letters = /[a-z]+$/u.exec(before)?.[0];
  return letters !== undefined && bodies.includes(letters + numeral.text);
}

/** 「快二十年」 for 19年. */
function isJustBelow(said: NumberInContext, { numeral }: NumberInContext): boolean {
  const { value, unit, kind } = said.numeral;
  if (kind !== 'count' || value < 10 || unit !== numeral.unit || !below.test(said.before))
    return false;
  return numeral.value < value && numeral.value >= 0.9 * value;
}

/** 「三层」 for 「三重」, 「第一个月」 for 「头一个月」, 「九天」 for 「第9天」: told there without such a number. */
function isSpelledOut({ numeral, before, after }: NumberInContext, source: string): boolean {
  const { text, kind } = numeral;
  if (kind === 'ordinal') return isFirstOrNext(text + after, source);
  if (text === '一半') return /对半|平分|各半|减半/u.test(source);
  if (/上$/u.test(before) && /^[一1]年/u.test(text)) return /同比|上年|去年|前年/u.test(source);
  if (kind === 'count' && /天$/u.test(text))
    return findNumerals(source).some(
      (one) => one.kind === 'ordinal' && one.value === numeral.value && /天$/u.test(one.text),
    );
  const digits = /^[二两三四五六七八九十]/u.exec(text)?.[0];
  if (kind !== 'count' || digits === undefined || text.length > 2) return false;
  const forms = [`${digits}重`, `对${digits}`, ...(/[二两]/u.test(digits) ? ['双', '两两'] : [])];
  return forms.some((form) => source.includes(form));
}

function isFirstOrNext(text: string, source: string): boolean {
  const span = /^第[一1]个?([年月天周])/u.exec(text)?.[1];
  if (span !== undefined) return new RegExp(`(?:头一|首)个?${span}`, 'u').test(source);
  if (/^第[一1](?!\d)/u.test(text))
    return /头一|首[次个批年月日家位]|最初|最先|最早|率先/u.test(source);
  return /^第[二2]天/u.test(text) && /当天|当日|次日|过夜|隔天/u.test(source);
}

const listed = /^[^。;:]{0,8}[:,]([^。;]+)/u;

/** 「三个上午：周一、周三和周五」, 「仇、桑两家」: the claim itself lists as many. */
function isCounted({ numeral }: NumberInContext, claim: string): boolean {
  const list = listed.exec(claim.slice(numeral.start + numeral.text.length))?.[1] ?? '';
  const items = list.split(/[、和及与]/u).filter((item) => item.length > 0 && item.length < 12);
  const before = /(?:[^,。;:、]{1,6}、)+[^,。;:、]{1,6}$/u.exec(claim.slice(0, numeral.start))?.[0];
  const counts = [items.length, before?.split('、').length ?? 0];
  return numeral.kind === 'count' && numeral.value >= 2 && counts.includes(numeral.value);
}

/** Whether the source counts with another figure what the claim counts with this one. */
function isContradicted(
  said: NumberInContext,
  same: readonly NumberInContext[],
  { said: all, source }: Figures,
): boolean {
  const noun = countedNoun(said);
  if (isPlaced(said) && same.some(isPlaced)) return false;
  if (noun !== undefined && same.some((one) => countedNoun(one) === noun)) return false;
  const others = source.filter(
    ({ numeral }) =>
      sameKind(numeral, said.numeral) &&
      isRival(numeral, said.numeral) &&
      !sameValue(numeral, said.numeral) &&
      countAlike(numeral.unit, said.numeral.unit) &&
      !same.some((one) => one.numeral.start === numeral.start) &&
      !isOfOtherUnit(numeral, said.numeral, same),
  );
  const elsewhere = same.every((one) => countedNoun(one) !== undefined);
  if (elsewhere && noun !== undefined && others.some((one) => countedNoun(one) === noun))
    return true;
  if (others.some((other) => isTailOfOther(said, other, same))) return true;
  return others.some((other) => {
    if (!fitsBetter(said, other, same)) return false;
    const [beside] = all.filter((one) => isSameNumeral(one.numeral, other.numeral));
    // A figure that the claim tells too is a rival only when the two have changed places.
    return (
      beside === undefined || same.every((one) => compareContexts(beside, one, other).lead >= 0)
    );
  });
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
function isRival(one: Numeral, other: Numeral): boolean {
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
        compareContexts(said, one, undefined).held < leastHeld,
    )
  );
}

// The other figure's words hold half of what the claim says around its own, and a word of two
// characters more than those of the figure claimed.
const leastHeld = 0.5;
const wordWeight = 3;

function fitsBetter(
  said: NumberInContext,
  other: NumberInContext,
  same: readonly NumberInContext[],
): boolean {
  if (compareContexts(said, other, undefined).held < leastHeld) return false;
  return same.every((one) => compareContexts(said, other, one).lead >= wordWeight);
}

/** 「前三次」, 「头三次」: which ones, not how many. */
function isPlaced({ before }: NumberInContext): boolean {
  return /[前头首后末]$/u.test(before);
}

const below = /(?:近|将近|接近|不到|不足|少于|低于|快|未满|不满)\s*$/u;
const above = /(?:超|超过|逾|突破|多于|高于|至少|不少于|不低于)\s*$/u;
const belowAfter = /^\s*(?:以下|以内|之内)/u;
const aboveAfter = /^\s*(?:余|多|以上|之多)/u;

/** 「近6万」 is less than that, 「超6万」 more: one does not stand for the other. */
function agreesInDirection(said: NumberInContext, same: readonly NumberInContext[]): boolean {
  const direction = directionOf(said);
  if (direction === 'none') return true;
  return same.some((one) => directionOf(one) === direction || directionOf(one) === 'none');
}

function directionOf({ numeral, before, after }: NumberInContext): 'below' | 'above' | 'none' {
  if (below.test(before) || /^(?:近|将近|不到|不足)/u.test(numeral.text) || belowAfter.test(after))
    return 'below';
  const isAbove =
    above.test(before) || /^(?:超|逾)|[余多](?=\D*$)/u.test(numeral.text) || aboveAfter.test(after);
  return isAbove ? 'above' : 'none';
}
