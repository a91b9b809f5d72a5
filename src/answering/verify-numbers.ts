import type { Numeral } from '../corpus/numeral.ts';
import type { Evidence } from './evidence.ts';
import { countAlike } from './measure-words.ts';
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
  const wrong = said.find((one) => !isTold(one, source, evidence));
  return wrong && { fault: 'number', detail: wrong.numeral.text };
}

function isTold(
  said: NumberInContext,
  source: readonly NumberInContext[],
  evidence: Evidence,
): boolean {
  const same = source.filter((one) => isSameNumeral(said.numeral, one.numeral, evidence.issued));
  const isContrary = isContradicted(said, same, source);
  if (said.numeral.kind === 'indefinite') return same.length > 0 || !isContrary;
  if (same.length === 0) return isSpelledOut(said.numeral, evidence.text);
  return !isContrary && agreesInDirection(said, same);
}

/** 「三层」 for 「三重」, 「两种语言」 for 「双语」: read as no number there. */
function isSpelledOut({ text, kind }: Numeral, source: string): boolean {
  const digits = /^[二两三四五六七八九十]/u.exec(text)?.[0];
  if (kind !== 'count' || digits === undefined || text.length > 2) return false;
  const forms = [`${digits}重`, `对${digits}`, ...(/[二两]/u.test(digits) ? ['双'] : [])];
  return forms.some((form) => source.includes(form));
}

/** Whether the source counts with another figure what the claim counts with this one. */
function isContradicted(
  said: NumberInContext,
  same: readonly NumberInContext[],
  source: readonly NumberInContext[],
): boolean {
  const noun = countedNoun(said);
  if (noun !== undefined && same.some((one) => countedNoun(one) === noun)) return false;
  const others = source.filter(
    ({ numeral }) =>
      sameKind(numeral, said.numeral) &&
      !sameValue(numeral, said.numeral) &&
      countAlike(numeral.unit, said.numeral.unit) &&
      !same.some((one) => one.numeral.start === numeral.start),
  );
  const elsewhere = same.every((one) => countedNoun(one) !== undefined);
  if (elsewhere && noun !== undefined && others.some((one) => countedNoun(one) === noun))
    return true;
  if (others.some((other) => isTailOfOther(said, other, same))) return true;
  return others.some((other) => fitsBetter(said, other, same));
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
    nounBefore(other) === tail && same.every((one) => ![tail, undefined].includes(nounBefore(one)))
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
