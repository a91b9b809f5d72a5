import type { Numeral } from '../../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../../corpus/numerals/numerals.ts';
import type { Evidence } from '../evidence.ts';
import { linesWith } from '../times/time-words.ts';
import type { NumberInContext } from './number-context.ts';
import { inUnitOf } from './other-measures.ts';
import { isToldBriefly } from './told-briefly.ts';

/** Before a figure that is not reached. */
export const below = /(?:近|将近|接近|不到|不足|(?<!不)(?:少于|低于)|快|未满|不满)\s*$/u;

/** 「一个孩子交50元」 for 「每个孩子」, 「比上一年」 for 「比前年」. */
export function isEach({ numeral: { text }, before }: NumberInContext, source: string): boolean {
  if (/上$/u.test(before) && /年$/u.test(text)) return /同比|上年|去年|前年/u.test(source);
  return source.includes(`每${text.slice(1)}`) || (/[名位个]$/u.test(text) && /每人/u.test(source));
}

// 「一件也没有」, 「没有发生」
const nothing =
  /一\p{Script=Han}{1,5}[也都]没有?|没有?(?:任何)?一[件起例次个名人宗桩户处项]|(?:没有?|未)再?(?:发生|出现|接到|收到)/u;

/** 「为零」 for 「一件也没有」. */
export function isNothing({ numeral: { kind, value } }: NumberInContext, source: string): boolean {
  return kind === 'count' && value === 0 && nothing.test(source);
}

const building = /^号\p{Script=Han}?[楼线院店门机井桥公车船房库仓岗厅室床位窗箱栋]/u;

/** 「排到57号」 for 「第57号」, 「10号贴出」 for 「10日」. */
export function isNumberOf({ numeral, after }: NumberInContext, source: string): boolean {
  const { kind, value } = numeral;
  if (kind === 'date') return isFeast(numeral, source) || isLunar(numeral, source);
  if (kind !== 'label' || !after.startsWith('号') || building.test(after)) return false;
  return (
    source.includes(`第${value}号`) ||
    findNumerals(source).some((one) => one.kind === 'date' && one.value % 100 === value)
  );
}

/** 「10月1日」 for 「国庆」, or the 10th on a list for 「10号」. */
function isFeast({ value, text }: Numeral, source: string): boolean {
  if (value < 32 && source.includes(`第${value}号`)) return true;
  // 「12月」 for 「年底」; 「年初」 is more than January.
  if (value === 1200) return /年底|年末|岁末|年终/u.test(source);
  return (
    value > 100 &&
    value % 100 > 0 &&
    linesWith(text).some((line) => line.some((one) => source.includes(one)))
  );
}

/** 「农历逢2日」 for 「初二」. */
function isLunar({ value }: Numeral, source: string): boolean {
  return value <= 10 && source.includes(`初${'一二三四五六七八九十'.charAt(value - 1)}`);
}

/** 「K16路」 is a name, that may stand anywhere in the article. */
export function isLabel({ numeral, before }: NumberInContext, { bodies }: Evidence): boolean {
  const letters = /[a-z]+$/u.exec(before)?.[0];
  return letters !== undefined && bodies.includes(letters + numeral.text);
}

/** 「快二十年」 for 19年, 「接近一半」 for 46%, 「不到两小时」 for 110分钟. */
export function isJustBelow(said: NumberInContext, { numeral, before }: NumberInContext): boolean {
  const { value, unit, kind } = said.numeral;
  if (!/count|percent/u.test(kind) || !below.test(said.before) || below.test(before)) return false;
  const isSameUnit = unit === numeral.unit;
  const told = isSameUnit ? numeral.value : inUnitOf(said.numeral, numeral);
  if (told === undefined || (isSameUnit && value < 10)) return false;
  return told < value && told >= 0.9 * value;
}

/** 「三层」 for 「三重」, 「第一个月」 for 「头一个月」, 「九天」 for 「第9天」: told there without such a number. */
export function isSpelledOut(said: NumberInContext, source: string): boolean {
  const { numeral, before, after } = said;
  const { text, kind } = numeral;
  if (isRelativeSpan(said, source) || isToldBriefly(said, source)) return true;
  // 「不拖到第二天」
  if (/^第[二2]天/u.test(text) && /不\p{Script=Han}{1,3}$/u.test(before) && /当晚/u.test(source))
    return true;
  if (kind === 'ordinal')
    return isFirstOrNext(text + after, source) || isSoMany(numeral, source) || isMost(said, source);
  if (/^(?:一半|半数)$/u.test(text)) return isHalf(said, source);
  if (kind === 'count' && isOrdinalOf(numeral, source)) return true;
  return kind === 'count' && isInOtherForm(text, after, source);
}

/** 「超过一半」 and 「半数以上」 for 「过半」. */
function isHalf({ before, after }: NumberInContext, source: string): boolean {
  const isMore = /(?:超|过|逾)$/u.test(before) || /^(?:以上|多)/u.test(after);
  return (isMore && /过半|多半|大半/u.test(source)) || /对半|平分|各半|减半/u.test(source);
}

/** 「居全公司第一」 for 「是全公司最多的」. */
function isMost({ numeral: { text }, after }: NumberInContext, source: string): boolean {
  return /^第[一1]$/u.test(text) && after === '' && /最\p{Script=Han}|榜首|冠军|头名/u.test(source);
}

/** 「比上一年」 for 「同比」. */
function isRelativeSpan({ numeral: { text }, before }: NumberInContext, source: string): boolean {
  return /上$/u.test(before) && /^[一1]年/u.test(text) && /同比|上年|去年|前年/u.test(source);
}

/** 「三层」 for 「三重」, 「两个荤菜」 for 「两荤」. */
function isInOtherForm(text: string, after: string, source: string): boolean {
  const digits = /^[二两三四五六七八九十]/u.exec(text)?.[0];
  if (digits === undefined || text.length > 2) return false;
  const forms = [
    `${digits}重`,
    `对${digits}`,
    ...(/[二两]/u.test(digits) ? ['双', '两两'] : []),
    // 「两个荤菜」 for 「两荤」
    // and 「三次改稿」 for 「改了三稿」
    ...[...after.slice(0, 2)].map((noun) => digits + noun),
  ];
  return forms.some((form) => source.includes(form));
}

/** 「九天」 for 「第9天」, 「三次」 for 「第三次」. */
function isOrdinalOf({ value, text }: NumberInContext['numeral'], source: string): boolean {
  const measure = /[天次回年期批轮届季]$/u.exec(text)?.[0];
  if (measure === undefined) return false;
  return findNumerals(source).some(
    (one) => one.kind === 'ordinal' && one.value === value && one.text.endsWith(measure),
  );
}

const nextOne = /^第[二2](?!\d|十|季|[天周位名])/u;

function isFirstOrNext(text: string, source: string): boolean {
  const span = /^第[一1]个?([年月天周])/u.exec(text)?.[1];
  if (span !== undefined) return new RegExp(`(?:头一|首)个?${span}`, 'u').test(source);
  if (/^第[一1](?!\d)/u.test(text)) return /[头首]|最初|最先|最早|率先|冠军|第一/u.test(source);
  if (/^第[二2]天/u.test(text)) return /当天|当日|次日|过夜|隔天|第二天/u.test(source);
  if (/^第[二2]年/u.test(text) && /[次来翌转]年|下一年/u.test(source)) return true;
  return nextOne.test(text) && /其次|次之|亚军|再次|第二(?![天周位名])/u.test(source);
}

/** 「第三次」 for 「满三次」. */
function isSoMany({ value, text }: NumberInContext['numeral'], source: string): boolean {
  const measure = text.slice(-1);
  return findNumerals(source).some(
    (one) => one.kind === 'count' && one.value === value && one.text.endsWith(measure),
  );
}

// What may be listed by name: no times, spans or amounts.
const isThing = /^[个名位人家户所村县镇乡省市店校院种样类项处站条]$/u;
const listed = /^[^。;:]{0,8}[:,]([^。;]+)/u;

/** 「三个上午：周一、周三和周五」, 「仇、桑两家」: the claim itself lists as many. */
export function isCounted({ numeral }: NumberInContext, claim: string, source: string): boolean {
  const list = listed.exec(claim.slice(numeral.start + numeral.text.length))?.[1] ?? '';
  const items = list.split(/[、和及与]/u).filter((item) => item.length > 0 && item.length < 12);
  const before = claim.slice(0, numeral.start);
  // 「这两个社区」: those named before.
  if (/这$/u.test(before) && isThing.test(numeral.unit ?? '')) return true;
  if (isThing.test(numeral.unit ?? '') && isPair(numeral, { before, source })) return true;
  const named = /(?:[^,。;:、]{1,6}、)+[^,。;:、]{1,6}$/u.exec(before)?.[0];
  const joined = /(?:[^,。;:、]{1,9}、)*[^,。;:、]{1,9}[和与及]\p{Script=Han}{1,9}$/u.exec(
    before,
  )?.[0];
  const counts = [items.length, named?.split('、').length];
  if (isThing.test(numeral.unit ?? '')) counts.push(joined?.split(/[、和与及]/u).length);
  return numeral.kind === 'count' && numeral.value >= 2 && counts.includes(numeral.value);
}

interface Beside {
  readonly before: string;
  readonly source: string;
}

/** 「原告叫甲，被告叫乙，两人」: the claim names both whom the source joins. */
function isPair({ value }: Numeral, { before, source }: Beside): boolean {
  if (value !== 2 || !/[,。;]$/u.test(before)) return false;
  return [...source.matchAll(/(\p{Script=Han}{3})[与和跟及](\p{Script=Han}{3,6})/gu)].some(
    ([, one = '', other = '']) =>
      before.includes(one) &&
      [0, 1, 2, 3].some((at) => at + 3 <= other.length && before.includes(other.slice(at, at + 3))),
  );
}
