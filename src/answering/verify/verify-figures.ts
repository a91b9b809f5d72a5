import { readChineseNumber } from '../../corpus/numerals/chinese-number.ts';
import type { Numeral } from '../../corpus/numerals/numeral.ts';
import { findNumerals } from '../../corpus/numerals/numerals.ts';
import { splitClauses } from './align-clauses.ts';
import { changedPlaces } from './changed-places.ts';
import type { Evidence } from './evidence.ts';
import { type NumberInContext, readNumbers } from './number-context.ts';
import type { Rules } from './rules.ts';
import { isSameNumeral, sameValue } from './same-numeral.ts';
import { tagWords } from './tag-words.ts';

/** Figures that are told together keep their order, and what they count stays of its kind. */
export const figureRules: Rules = {
  'changed-places': { fault: 'number', find: (claim, { text }) => changedPlaces(claim, text) },
  'turned-round': { fault: 'number', find: (claim, { text }) => turnedRound(claim, text) },
  'part-above-whole': { fault: 'number', find: (claim) => partAboveWhole(claim) },
  'other-partner': { fault: 'number', find: (claim, { text }) => otherPartner(claim, text) },
  'other-kind': { fault: 'number', find: (claim, { text }) => otherKind(claim, text) },
  'other-numbered': { fault: 'number', find: otherNumbered },
  'last-for-first': {
    fault: 'number',
    find: (claim, { text }) => {
      const [told, said] = [/第[一1]|首|头一/u.test(text), last.exec(claim)?.[0]];
      return told && !/最后|末|收官|压轴/u.test(text) ? said : undefined;
    },
  },
};

const numbered =
  /(?<![月第\d一二三四五六七八九十])(\d{1,3}|[一二三四五六七八九十]{1,3})号(\p{Script=Han}{2})/gu;

/** 「一号码头」 for 「三号码头」: what bears a number bears another one in all that is cited. */
function otherNumbered(claim: string, { passages, headings }: Evidence): string | undefined {
  const told = [...`${passages}\n${headings}`.matchAll(numbered)];
  return [...claim.matchAll(numbered)]
    .filter(([, , thing]) => told.some(([, , other]) => other === thing))
    .find(([, number, thing]) =>
      told.every(([, other, one]) => one !== thing || readValue(other) !== readValue(number)),
    )?.[0];
}

function readValue(written = ''): number | undefined {
  return /\d/u.test(written) ? Number(written) : readChineseNumber(written)[0];
}

const fromTo = /^[\p{Script=Han}]{0,5}[到至为成]了?$/u;
const once = /(?:原来|起初|最初|同期|以前|过去|从前|原先|早先|当初|开始)\p{Script=Han}{0,4}$/u;
const now = /(?:如今|现在|后来|目前|眼下|今年|最后)/u;

// 「发生19起，上一年为6起」: told the other way round.
const theYearBefore = /^,(?:而|比)?(?:上一?年|去年)(?:同期)?(?:仅|只|则)?[为是有]$/u;

// 「售价6800元……价格压到4300元」
const changed = /[升涨增降减压缩][高长加低少短]?(?:到|至|为)了?$/u;

interface Rise {
  readonly from: Numeral;
  readonly to: Numeral;
}

/** 「从12起降到53起」 for 「由53起减少到12起」. */
function turnedRound(claim: string, source: string): string | undefined {
  const told = risesOf(source.replace(/上一年/gu, '上年'));
  return risesOf(claim.replace(/上一年/gu, '上年')).find(({ from, to }) =>
    told.some((one) => sameValue(from, one.to) && sameValue(to, one.from)),
  )?.to.text;
}

function risesOf(text: string): readonly Rise[] {
  const numerals = findNumerals(text);
  return numerals.flatMap((to, at) => {
    const from = numerals[at - 1];
    if (from === undefined) return [];
    const between = text.slice(from.start + from.text.length, to.start);
    if (theYearBefore.test(between)) return [{ from: to, to: from }];
    const before = text.slice(Math.max(0, from.start - 8), from.start);
    const isRise = fromTo.test(between) || (once.test(before) && now.test(between));
    if (isRise && between.length < 16) return [{ from, to }];
    const first = numerals.slice(0, at).findLast(({ unit }) => unit === to.unit);
    return changed.test(between) && first !== undefined ? [{ from: first, to }] : [];
  });
}

const last = /最后一[个次天名批期位]/u;
const inside =
  /其中|当中|(?<=^\p{Script=Han}{0,6})里(?:面|头)?(?:的|有|只|就|却|才|仅|超|近|约|已|都|先|$)/u;

/** 「4个社区，其中十五个还没启用」: of two figures that have changed places. */
function partAboveWhole(claim: string): string | undefined {
  const figures = readNumbers(claim).filter(({ numeral }) => numeral.kind === 'count');
  return figures.find(({ numeral, after }, at) => {
    const whole = figures[at - 1]?.numeral;
    if (whole === undefined || whole.unit !== numeral.unit || isNoun(after)) return false;
    const between = claim.slice(whole.start + whole.text.length, numeral.start);
    return inside.test(between) && between.length < 16 && numeral.value > whole.value;
  })?.numeral.text;
}

/** 「其中三十名党员」 are no part of 「12名」 before them, 「其中86名报了名」 are. */
function isNoun(after: string): boolean {
  return tagWords(after)[0]?.tag.startsWith('n') ?? false;
}

interface Pair {
  readonly first: Numeral;
  readonly second: Numeral;
}

/** 「七十岁以上的每餐4元」 where the source has 「七十岁以上……6元，八十岁以上……4元」. */
function otherPartner(claim: string, source: string): string | undefined {
  const told = pairsOf(source);
  return pairsOf(claim).find(({ first, second }) => {
    const partners = told.filter((pair) => isSameNumeral(first, pair.first));
    const isOther = (pair: Pair) =>
      pair.second.unit === second.unit && !isSameNumeral(second, pair.second);
    return (
      partners.length > 0 &&
      partners.every(isOther) &&
      told.some((pair) => isSameNumeral(second, pair.second) && pair.first.unit === first.unit)
    );
  })?.second.text;
}

/** Counts that stand side by side in one clause. */
function pairsOf(text: string): readonly Pair[] {
  return splitClauses(text).flatMap((clause) => {
    const figures = findNumerals(clause).filter(({ kind }) => kind === 'count');
    return figures.flatMap((second, at) => {
      const first = figures[at - 1];
      return first === undefined || first.unit === second.unit ? [] : [{ first, second }];
    });
  });
}

const bodies =
  /^(?:党组织|省份?|市|县|区|旗|村|镇|乡|社区|小区|街道|支部|党支部|单位|公司|企业|学校|医院|家庭|网格|小组|班组|车间|民族|部门|党员|居民|老人|职工|志愿者|户|班(?![级车组长])|栋楼|楼栋|合作社|社员)/u;

/** 「26个党支部」 for 「26名党员」: neither before nor behind this figure does the source have such a thing. */
function otherKind(claim: string, source: string): string | undefined {
  const told = readNumbers(source);
  return readNumbers(claim)
    .filter(({ numeral }) => numeral.kind === 'count')
    .map((said) => ({ said, body: bodyOf(said) }))
    .find(({ said, body }) => {
      if (body === undefined) return false;
      const same = told.filter(({ numeral }) => sameValue(numeral, said.numeral));
      return same.length > 0 && same.every((one) => hasOtherBody(one, body));
    })?.body;
}

function bodyOf({ numeral, after }: NumberInContext): string | undefined {
  return bodies.exec(withoutNumber(numeral.text) + after)?.[0];
}

function withoutNumber(text: string): string {
  return (
    /\p{Script=Han}*$/u
      .exec(text)?.[0]
      .replace(/^[零一二两三四五六七八九十百千万亿多余]*[个家名位]?/u, '') ?? ''
  );
}

const persons = /^(?:党员|居民|老人|职工|志愿者|社员)$/u;

function hasOtherBody(one: NumberInContext, body: string): boolean {
  const { numeral, before, after } = one;
  if (`${before}${numeral.text}${after}`.includes(body)) return false;
  const other = bodyOf(one) ?? bodyBehind(before, after);
  if (other === undefined) return /^[人名位]$/u.test(numeral.unit ?? '') && !persons.test(body);
  return other !== body && !other.includes(body);
}

/** 「登记党员37名」: what is counted stands before the figure, at the end of its clause. */
function bodyBehind(before: string, after: string): string | undefined {
  return after === '' ? /(?:党员|居民|老人|职工|志愿者)$/u.exec(before)?.[0] : undefined;
}
