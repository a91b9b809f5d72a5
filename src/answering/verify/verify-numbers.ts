import type { Evidence } from './evidence.ts';
import { type NumberInContext, readNumbers } from './number-context.ts';
import { type Figures, isContradicted } from './number-rivals.ts';
import type { Rules } from './rules.ts';
import { isSameNumeral } from './same-numeral.ts';
import { isListed, isWithOthers, isYearAfter } from './told-in-lists.ts';
import { below, isCounted, isEach, isJustBelow, isLabel, isSpelledOut } from './told-otherwise.ts';

/** Every number and date of a claim stands in what it cites, counting the same thing. */
export const numberRules: Rules = {
  untold: { fault: 'number', find: findWith(isUntold) },
  'counts-another': { fault: 'number', find: findWith(isMisplaced) },
  'other-bound': { fault: 'number', find: findWith(isOtherBound) },
};

function findWith(isWrong: (said: NumberInContext, figures: Figures) => boolean) {
  return (claim: string, evidence: Evidence): string | undefined => {
    const said = readNumbers(claim);
    if (said.length === 0) return undefined;
    const source = readNumbers(`${evidence.text}\n${evidence.headings}`);
    return said.find((one) => isWrong(one, { said, source, evidence }) && !isCounted(one, claim))
      ?.numeral.text;
  };
}

function sameIn(said: NumberInContext, { source, evidence }: Figures): readonly NumberInContext[] {
  const options = {
    issued: evidence.issued,
    isBare: bare.test(said.after),
    isMore: /^多/u.test(said.after),
  };
  return source.filter(
    (one) => isSameNumeral(said.numeral, one.numeral, options) || isJustBelow(said, one),
  );
}

/** The source has no such number. */
function isUntold(said: NumberInContext, figures: Figures): boolean {
  const { evidence } = figures;
  if (sameIn(said, figures).length > 0) return false;
  if (said.numeral.kind === 'indefinite')
    return isContradicted(said, [], figures) && !isEach(said, evidence.text);
  return ![
    isSpelledOut(said, evidence.text),
    isLabel(said, evidence),
    isListed(said, evidence.text),
    isWithOthers(said, evidence.text),
    isYearAfter(said, figures.said, evidence.text),
  ].includes(true);
}

/** The source has the number for another thing, and another number for this one. */
function isMisplaced(said: NumberInContext, figures: Figures): boolean {
  const same = sameIn(said, figures);
  return (
    /count|percent|date|time/u.test(said.numeral.kind) &&
    same.length > 0 &&
    isContradicted(said, same, figures)
  );
}

function isOtherBound(said: NumberInContext, figures: Figures): boolean {
  const same = sameIn(said, figures);
  return said.numeral.kind !== 'indefinite' && same.length > 0 && !agreesInDirection(said, same);
}

// Nothing that is counted comes after the number.
const bare = /^(?:$|[^\p{Script=Han}]|[左右了的把都就才上下出来多余还也降升涨减增变到至])/u;

const above = /(?:(?<!不)(?:超|超过|逾|突破|多于|高于)|至少|不少于|不低于)\s*$/u;
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
