import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import { splitClauses } from '../align-clauses.ts';
import { tagWords } from '../tag-words.ts';
import { type NumberInContext, readNumbers } from './number-context.ts';
import { sameKind, sameValue } from './same-numeral.ts';

/** 「238条线路、17台车」 for 「线路17条、车辆238台」: each of two figures stands with the other's unit. */
export function exchangedUnits(claim: string, source: string): string | undefined {
  const [said, told] = [claim, source].map(countsOf);
  if (said === undefined || told === undefined) return undefined;
  const has = ({ value }: Numeral, { unit }: Numeral) =>
    told.some((one) => one.value === value && one.unit === unit);
  return said.find((one, at) =>
    said
      .slice(at + 1)
      .some(
        (other) =>
          !isSameMeasure(one, other) &&
          one.value !== other.value &&
          has(one, other) &&
          has(other, one) &&
          !has(one, one) &&
          !has(other, other),
      ),
  )?.text;
}

// 「212名职工，党员37人」 may be 212人, 37名.
const measures = ['人名位口个员', '户家', '元块'];

function isSameMeasure({ unit: one }: Numeral, { unit: other }: Numeral): boolean {
  if (one === other) return true;
  return measures.some((line) => line.includes(one ?? ' ') && line.includes(other ?? ' '));
}

function countsOf(text: string): readonly Numeral[] {
  return findNumerals(text).filter(({ kind, unit }) => kind === 'count' && unit !== null);
}

interface Dated {
  readonly when: string;
  readonly figure: Numeral;
}

const when =
  /(?:(?:19|20)\d{2}年|[今去前]年|(?<![\d十])[\d一二两三四五六七八九十]{1,2}年[之以]?前)(?!\d)/gu;

/** 「2020年1起，去年26起」 for 「由2020年的26起降到去年的1起」: the source has another figure for that time, and this one beside it. */
export function exchangedYears(claim: string, source: string): string | undefined {
  const told = splitClauses(source).flatMap((clause) => {
    const dated = datedIn(clause);
    return dated.map((one) => ({ ...one, beside: figuresOf(clause) }));
  });
  return splitClauses(claim)
    .flatMap(datedIn)
    .find((said) => {
      const ofThen = told.filter(
        (one) => one.when === said.when && isLike(one.figure, said.figure),
      );
      return (
        ofThen.length > 0 &&
        ofThen.every(
          ({ figure, beside }) =>
            !sameValue(said.figure, figure) &&
            beside.some((other) => isLike(other, said.figure) && sameValue(said.figure, other)),
        )
      );
    })?.figure.text;
}

function isLike(one: Numeral, other: Numeral): boolean {
  return sameKind(one, other) && one.unit === other.unit;
}

function figuresOf(clause: string): readonly Numeral[] {
  return findNumerals(clause).filter(({ kind }) => /count|percent/u.test(kind));
}

/** The figures of a clause that stand right behind a year, with that year. */
function datedIn(clause: string): readonly Dated[] {
  return [...clause.matchAll(when)].flatMap(({ 0: year, index }) => {
    const from = index + year.length;
    const figure = figuresOf(clause).find(({ start }) => start >= from);
    if (figure === undefined) return [];
    const between = clause.slice(from, figure.start);
    return /^的?(?:\p{Script=Han}{0,2}[有为是])?$/u.test(between)
      ? [{ when: year.replace(/[之以]前/u, '前').replace(/二(?=年)/u, '两'), figure }]
      : [];
  });
}

const period = /(今年|去年|上年|前一年|前年)同期[^\d,。;]{0,5}(\d+)/gu;

/** 「今年同期有2起，去年上半年没有」 for 「今年上半年没有，去年同期有2起」. */
export function exchangedPeriods(claim: string, source: string): string | undefined {
  const told = [...source.matchAll(period)];
  return [...claim.matchAll(period)].find(([, year = '', figure]) =>
    told.some(
      ([, other = '', same]) =>
        figure === same && year !== other && claim.includes(other) && source.includes(year),
    ),
  )?.[0];
}

/** 「常住人口有5.2万户」 for 「常住人口5.2万」. */
export function householdsForPeople(claim: string, source: string): string | undefined {
  const told = findNumerals(source);
  return findNumerals(claim).find(({ unit, value }) => {
    const same = told.filter((one) => unit === '户' && one.value === value);
    return (
      same.length > 0 &&
      same.every(
        (one) => one.unit === null && /人口\p{Script=Han}{0,2}$/u.test(source.slice(0, one.start)),
      )
    );
  })?.text;
}

/** 「31名留守学生」 for 「31名党员教师与94名留守学生」: each of the two counts its own noun, and this one the other's. */
export function nounOfAnother(claim: string, source: string): string | undefined {
  const told = readNumbers(source).filter(isCount);
  return readNumbers(claim)
    .filter(isCount)
    .find((said) => {
      const same = told.filter(({ numeral }) => sameValue(numeral, said.numeral));
      const others = told.filter((one) => nounOf(one) === nounOf(said));
      return (
        same.length > 0 &&
        others.length > 0 &&
        isNoun(said) &&
        same.every(
          (one) =>
            one.numeral.unit === said.numeral.unit &&
            isNoun(one) &&
            !`${one.before}${one.after}`.includes(nounOf(said)),
        ) &&
        others.every(
          ({ numeral }) => numeral.unit === said.numeral.unit && !sameValue(numeral, said.numeral),
        )
      );
    })?.numeral.text;
}

function isCount(one: NumberInContext): boolean {
  return one.numeral.kind === 'count' && one.numeral.unit !== null;
}

function nounOf({ after }: NumberInContext): string {
  return /^\p{Script=Han}{2}/u.exec(after)?.[0] ?? '';
}

function isNoun(one: NumberInContext): boolean {
  return nounOf(one) !== '' && tagWords(one.after)[0]?.tag.startsWith('n') === true;
}
