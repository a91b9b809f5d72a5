import { countAlike } from '../../measure-words.ts';
import { charactersAndPairs } from '../align-clauses.ts';
import type { NumberInContext } from './number-context.ts';
import { type Figures, isRival } from './number-rivals.ts';
import { sameKind, sameValue } from './same-numeral.ts';

// Pairs of characters by which the other figure's words must lead.
const leastLead = 2;
// What is told of a figure in fewer is told of it in the clause before: 「去年只有37起」.
const leastOwn = 2;

/** 「目前照此办理的是8座」 where the source has 「11座照此办理，再增加8座」: what is told of this figure is told of another. */
export function isOfAnother(
  said: NumberInContext,
  same: readonly NumberInContext[],
  figures: Figures,
): boolean {
  if (
    same.length === 0 ||
    !isTold(said) ||
    [said, ...same].some(({ before }) => rest.test(before)) ||
    ofWhom.test(said.after)
  )
    return false;
  const { said: all, source, evidence } = figures;
  return source
    .filter(
      (other) =>
        other.numeral.start < evidence.text.length &&
        !same.includes(other) &&
        isRivalOf(said, other, same) &&
        !isJoined(said, other, all),
    )
    .some((other) => same.every((one) => isTurned(said, { one, other, figures })));
}

// 「缺的70万元」 is what is left of another figure, 「417名学生的父母」 says more of them.
const rest = /(?:缺|差|剩|余下|其余|另外?)(?:下|了|的)*$/u;
const ofWhom = /^\p{Script=Han}{1,4}的/u;

interface Compared {
  /** The source's figure that is the claim's. */
  readonly one: NumberInContext;
  readonly other: NumberInContext;
  readonly figures: Figures;
}

function isTurned(said: NumberInContext, { one, other, figures }: Compared): boolean {
  const { source, evidence, said: all } = figures;
  const [label, here, there] = [labelOf(said, all), labelOf(one, source), labelOf(other, source)];
  if (label !== undefined && here !== undefined && here !== there && label === there) return true;
  if (areSideBySide(one, other, evidence.text)) return false;
  const words = wordsAround(said);
  const [own, others] = [wordsAround(one), wordsAround(other)];
  const [size, lead] = said.numeral.kind === 'date' ? [1, 1] : [leastOwn, leastLead];
  return own.size >= size && inOnly(words, own, others) === 0 && inOnly(words, others, own) >= lead;
}

/** 「第一期」 of 「第一期培训62人」, 「去年」 of 「去年的12万元」 */
function labelOf(
  { numeral, before }: NumberInContext,
  all: readonly NumberInContext[],
): string | undefined {
  const year = /([今去前明上]年)\p{Script=Han}{0,4}$/u.exec(before)?.[1];
  if (year !== undefined) return year;
  const label = all.findLast(
    ({ numeral: one }) =>
      one.start < numeral.start && (one.kind === 'ordinal' || /^[期批轮]$/u.test(one.unit ?? '')),
  )?.numeral;
  if (label === undefined || numeral.start - label.start > 12) return undefined;
  return String(label.value);
}

const span = /^(?:个?月|[天日周年]|个?小时|分钟|个?星期|季度|个?学期)$/u;

function isTold({ numeral: { kind, unit } }: NumberInContext): boolean {
  return kind === 'indefinite' ? span.test(unit ?? '') : kind !== 'label';
}

function isRivalOf(
  { numeral: said }: NumberInContext,
  { numeral: other }: NumberInContext,
  same: readonly NumberInContext[],
): boolean {
  if (!sameKind(other, said) || !isRival(other, said)) return false;
  // 「让出一周」 for 「让出一个月」
  const isSpan = span.test(said.unit ?? '') && span.test(other.unit ?? '');
  if (isSpan && said.unit !== other.unit) return said.value === other.value;
  if (other.kind === 'indefinite') return false;
  if (said.unit !== other.unit && same.some(({ numeral }) => numeral.unit === said.unit))
    return false;
  return countAlike(other.unit, said.unit) && !sameValue(other, said);
}

/** 「由15天缩短到7天」: one clause tells of both. */
function areSideBySide(one: NumberInContext, other: NumberInContext, text: string): boolean {
  const [first, second] = one.numeral.start < other.numeral.start ? [one, other] : [other, one];
  const between = text.slice(first.numeral.start, second.numeral.start);
  return !/[,;:。!?\n]/u.test(between);
}

/** The claim itself tells of both side by side: 「从6人减到4人」. */
function isJoined(
  said: NumberInContext,
  other: NumberInContext,
  all: readonly NumberInContext[],
): boolean {
  const at = all.indexOf(said);
  return [all[at - 1], all[at + 1]].some(
    (one) =>
      one !== undefined &&
      sameValue(one.numeral, other.numeral) &&
      isRise.test(at > all.indexOf(one) ? said.before : one.before),
  );
}

const isRise = /[到至为成]了?(?:\p{Script=Han}{1,4}的)?$/u;

const grammar = /[的了是有和与在为到至从由把被将就也都还又已共约近这那其个]/u;

const when = /[今去前明全当上]年|目前|如今|现在|其中|以上|以下|[上中下]旬|^[初底末]/gu;

function wordsAround({ before, after }: NumberInContext): ReadonlySet<string> {
  const pairs = [...charactersAndPairs(`${before} ${after}`.replace(when, ' '))];
  return new Set(pairs.filter((part) => part.length > 1 && !grammar.test(part)));
}

/** How many of some words stand in one and not in the other. */
function inOnly(
  words: ReadonlySet<string>,
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): number {
  return [...words].filter((word) => one.has(word) && !other.has(word)).length;
}
