import { partOfDay } from '../../../corpus/numerals/date-recognisers.ts';
import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { isPartOfYear } from '../times/parts-of-year.ts';
import { type NumberInContext, readNumbers } from './number-context.ts';
import { type Figures, isContradicted, isOtherPlace } from './number-rivals.ts';
import { isOfOtherUnit } from './other-unit.ts';
import { type Bound, isSameNumeral } from './same-numeral.ts';
import { isListed, isWithOthers, isYearAfter, isYearBefore } from './told-in-lists.ts';
import {
  below,
  isCounted,
  isEach,
  isJustBelow,
  isLabel,
  isNothing,
  isNumberOf,
  isSpelledOut,
} from './told-otherwise.ts';
import { isOfAnother } from './whose-figure.ts';

/** Every number and date of a claim stands in what it cites, counting the same thing. */
export const numberRules: Rules = {
  untold: { fault: 'number', isCertain: true, find: findWith(isUntold) },
  'counts-another': { fault: 'number', find: findWith(isMisplaced) },
  'of-another': {
    fault: 'number',
    find: findWith((said, figures) => isOfAnother(said, sameIn(said, figures), figures)),
  },
  'other-unit': { fault: 'number', isCertain: true, find: findWith(isOfOtherUnit) },
  'other-bound': { fault: 'number', find: findWith(isOtherBound) },
};

function findWith(isWrong: (said: NumberInContext, figures: Figures, claim: string) => boolean) {
  return (claim: string, evidence: Evidence): string | undefined => {
    const said = readNumbers(claim);
    if (said.length === 0) return undefined;
    const source = readNumbers(`${evidence.text}\n${evidence.headings}`);
    return said.find(
      (one) =>
        isWrong(one, { said, source, evidence }, claim) && !isCounted(one, claim, evidence.text),
    )?.numeral.text;
  };
}

function sameIn(said: NumberInContext, { source, evidence }: Figures): readonly NumberInContext[] {
  const options = {
    issued: evidence.issued,
    isBare: bare.test(said.after),
    bound: directionOf(said),
  };
  return source.filter(
    (one) =>
      (waysToCount(said).some((way) =>
        isSameNumeral(way, one.numeral, { ...options, isBareSource: one.after === '' }),
      ) &&
        agreesOnPart(said, one, evidence.text)) ||
      isJustBelow(said, one),
  );
}

/** 「614个信用户」 are so many 户. */
function waysToCount({ numeral, after }: NumberInContext): readonly Numeral[] {
  const isHousehold = /^[个名]$/u.test(numeral.unit ?? '') && /^\p{Script=Han}{1,3}户/u.test(after);
  return isHousehold ? [numeral, { ...numeral, unit: '户' }] : [numeral];
}

/** 「晚上8点」 is not 「8时」, though 「8点」 may be. */
function agreesOnPart(said: NumberInContext, one: NumberInContext, source: string): boolean {
  if (said.numeral.kind !== 'time' || !partOfDay.test(said.before)) return true;
  const { value, text, start } = one.numeral;
  const isByClock = /[时:]/u.test(text) && !/[午晚夜]/u.test(source.slice(start - 12, start));
  if (!isByClock && !partOfDay.test(source.slice(Math.max(0, start - 3), start))) return true;
  return Math.abs(said.numeral.value - value) % (24 * 60) < 60;
}

/** The source has no such number. */
function isUntold(said: NumberInContext, figures: Figures, claim: string): boolean {
  const { evidence } = figures;
  if (sameIn(said, figures).length > 0) return false;
  if (said.numeral.kind === 'indefinite')
    return (
      !isArticle(said, evidence.text) &&
      !isOfMost(said) &&
      isContradicted(said, [], figures) &&
      !isEach(said, evidence.text)
    );
  return ![
    isSpelledOut(said, evidence.text),
    isLabel(said, evidence),
    isNothing(said, evidence.text),
    isNumberOf(said, evidence.text),
    isYearBefore(said, evidence.text),
    isListed(said, evidence.text),
    isWithOthers(said, evidence.text),
    isYearAfter(said, figures.said, evidence.text),
    isPartOfYear(said.numeral, claim, evidence),
  ].includes(true);
}

/** 「就是其中一个」, 「没有一名党员例外」: none of these says how many there are. */
function isArticle({ before }: NumberInContext, source: string): boolean {
  if (/(?:没有?|无)$/u.test(before)) return /全|都|无|一律|谁也/u.test(source);
  return /(?:其中的?|[每任某另同又也各再])$/u.test(before);
}

/** 「最高的一座瞭望塔」 for 「最高的」. */
function isOfMost({ before }: NumberInContext): boolean {
  return /最\p{Script=Han}{1,2}的$/u.test(before);
}

/** The source has the number for another thing, and another number for this one. */
function isMisplaced(said: NumberInContext, figures: Figures): boolean {
  const same = sameIn(said, figures);
  if (same.length === 0) return false;
  if (said.numeral.kind === 'ordinal') return isOtherPlace(said, same, figures);
  return /count|percent|date|time/u.test(said.numeral.kind) && isContradicted(said, same, figures);
}

function isOtherBound(said: NumberInContext, figures: Figures): boolean {
  const same = sameIn(said, figures);
  return said.numeral.kind !== 'indefinite' && same.length > 0 && !agreesInDirection(said, same);
}

// Nothing that is counted comes after the number.
const bare = /^(?:$|[^\p{Script=Han}]|[左右了的把都就才上下出来多余还也降升涨减增变到至])/u;

const above = /(?:(?<!不)(?:超|超过|逾|突破|多于|高于)|至少|不少于|不低于)了?\s*$/u;
const atMost = /(?:不超过?|不多于|不高于|至多)\s*$/u;
const belowAfter = /^\s*(?:以下|以内|之内)/u;
const aboveAfter = /^\s*(?:余|多|以上|之多)/u;

/** 「近6万」 is less than that, 「超6万」 more: one does not stand for the other. */
function agreesInDirection(said: NumberInContext, same: readonly NumberInContext[]): boolean {
  const direction = directionOf(said);
  if (direction === 'none') return true;
  return same.some((one) => directionOf(one) === direction || directionOf(one) === 'none');
}

function directionOf({ numeral, before, after }: NumberInContext): Bound {
  if (
    below.test(before) ||
    atMost.test(before) ||
    /^(?:近|将近|不到|不足)/u.test(numeral.text) ||
    belowAfter.test(after)
  )
    return 'below';
  const isAbove =
    above.test(before) || /^(?:超|逾)|[余多](?=\D*$)/u.test(numeral.text) || aboveAfter.test(after);
  return isAbove ? 'above' : 'none';
}
