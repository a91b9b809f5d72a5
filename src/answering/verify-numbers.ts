import type { Numeral } from '../corpus/numeral.ts';
import { holdsDate } from './date-parts.ts';
import type { Evidence } from './evidence.ts';
import { canBeLeftOut, countAlike } from './measure-words.ts';
import { contextLikeness, type NumberInContext, readNumbers } from './number-context.ts';
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
  const same = source.filter((one) => isSame(said.numeral, one.numeral, evidence));
  if (said.numeral.kind === 'indefinite')
    return same.length > 0 || !isContradicted(said, [], source);
  if (same.length === 0) return false;
  return !isContradicted(said, same, source) && agreesInDirection(said, same);
}

function isSame(said: Numeral, source: Numeral, { issued }: Evidence): boolean {
  if (said.kind === 'date' || source.kind === 'date') return holdsDate(said, source, issued);
  if (!sameKind(said, source) || !sameValue(said, source)) return false;
  if (said.unit === null && !canBeLeftOut(source.unit)) return false;
  if (source.unit === null && !canBeLeftOut(said.unit)) return false;
  return said.kind === 'ordinal' || countAlike(said.unit, source.unit);
}

function sameKind(said: Numeral, source: Numeral): boolean {
  const counts = (kind: Numeral['kind']) =>
    kind === 'indefinite' || kind === 'label' ? 'count' : kind;
  return counts(said.kind) === counts(source.kind);
}

function sameValue(said: Numeral, source: Numeral): boolean {
  if (said.value === source.value) return true;
  // 三分之一 is printed as 33% or 33.3%.
  return (
    said.kind === 'percent' &&
    Math.abs(said.value - source.value) < 0.4 &&
    !Number.isInteger(source.value)
  );
}

// A figure belongs to what it is said to count when no other figure fits those words much better.
const clearlyBetter = 0.3;
const alike = 0.5;

/** Whether the source counts with another figure what the claim counts with this one. */
function isContradicted(
  said: NumberInContext,
  same: readonly NumberInContext[],
  source: readonly NumberInContext[],
): boolean {
  const others = source.filter(
    ({ numeral }) =>
      sameKind(numeral, said.numeral) &&
      !sameValue(numeral, said.numeral) &&
      countAlike(numeral.unit, said.numeral.unit),
  );
  const best = bestLikeness(said, others);
  return best >= alike && best - bestLikeness(said, same) > clearlyBetter;
}

function bestLikeness(said: NumberInContext, source: readonly NumberInContext[]): number {
  return Math.max(0, ...source.map((one) => contextLikeness(said, one)));
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
