import { foldText } from '../../corpus/fold-text.ts';
import { measureWords } from '../../corpus/numerals/measure-words.ts';
import { contentWords, hanBigrams, segmentWords } from '../../retrieval/tokenize.ts';
import type { DraftClaim } from '../draft-claim.ts';
import { countAlike } from '../measure-words.ts';
import { type NumberInContext, readNumbers } from '../verify/numbers/number-context.ts';

/** What a question wants counted: 「多少户居民」 asks for 户, of 居民. */
interface FigureAsked {
  /** Null when the question names no measure word. */
  readonly unit: string | null;
  /** The word after it; a figure must stand beside it. Null when it is left open. */
  readonly noun: string | null;
  /** Where it does not name what is counted, what it says of it: the sentence must tell of that, and so its clause. */
  readonly of: Told | null;
}

interface Told {
  /** Of these a pair of characters must stand in the figure's sentence. */
  readonly words: readonly string[];
  /** Of these one must stand in its clause. */
  readonly characters: ReadonlySet<string>;
}

const askings = [
  /(?<!第)多少([\p{Script=Han}]{0,8})/u,
  /(?<![第哪那这好没])几(?!乎|番|年|月|日|号|点|天|时)([\p{Script=Han}]{0,8})/u,
];
// Nouns of a question that a source need not repeat.
const openNouns = /^(?:人|人家|单位|群众|干部|的|能|多|上|下|来|次|会|大)$/u;

/** Reads what is to be counted; undefined when the question asks for no figure, or for something else as well. */
export function readFigureAsked(question: string): FigureAsked | undefined {
  const text = foldText(question);
  if (/谁|哪位|哪个|什么|第几|第多少|排多少/u.test(text)) return undefined;
  const found = askings.map((asking) => asking.exec(text)).find((match) => match !== null);
  const rest = found?.[1];
  if (rest === undefined) return undefined;
  const before = text.slice(0, found?.index);
  const measured = measuredUnit(before, rest);
  if (measured !== undefined) return { unit: measured, noun: null, of: null };
  const unit = unitAt(rest);
  const [noun = ''] = contentWords(rest.slice(unit?.length ?? 0));
  if (noun !== '' && !openNouns.test(noun)) return { unit, noun, of: null };
  const of = unit === null ? null : readTold(before, rest.slice(unit.length));
  return { unit, noun: null, of };
}

/** The unit of what is measured and not counted: 「奖金给多少」. */
function measuredUnit(before: string, rest: string): string | undefined {
  if (/^钱/u.test(rest)) return '元';
  if (/^个人(?!\p{Script=Han}*[奖材])/u.test(rest)) return '人';
  if (!endsOpen.test(rest)) return undefined;
  if (asksForShare.test(before)) return '%';
  return asksForMoney.test(before) ? '元' : undefined;
}

const endsOpen = /^(?:呢|啊|呀|了)?$/u;
const asksForShare = /(?:[率度]|比例|占比|百分比)(?:是|为|有|达|到)*$/u;
const asksForMoney =
  /(?:钱|费|奖金|工资|补贴|补助|租金|押金|罚款|金额|资金|经费|投资|成本|收入|价格?|奖励|花|收|交|缴|罚|卖|挣|赚|捐|拨)(?:了|一?共|总共|大概|大约|要|得|是|有|给|发|为)*$/u;

// 「业务骨干有多少人」: the last words before, and what follows.
const lastWords = 3;

function readTold(before: string, after: string): Told | null {
  const all = [...contentWords(before).slice(-lastWords), ...contentWords(after)];
  const words = all.filter((word) => word.length > 1 && !openNouns.test(word));
  const characters = new Set(`${all.join('')}${after.replace(/[的了在着过]/gu, '')}`);
  return words.length === 0 ? null : { words, characters };
}

/** A measure word that begins the text, and is not itself the beginning of a longer noun: 「网格员」, 「场所」. */
function unitAt(text: string): string | null {
  const unit = measureWords.find((word) => text.startsWith(word));
  const [word = ''] = segmentWords(text);
  if (unit === undefined || word.length > unit.length) return null;
  return /^[员长]/u.test(text.slice(unit.length)) ? null : unit;
}

/** Whether one of the claims gives such a figure, in the article that answers first. */
export function holdsFigure(claims: readonly DraftClaim[], asked: FigureAsked): boolean {
  const article = claims[0]?.quotes[0]?.article;
  return claims.some(({ quotes }) =>
    quotes.some((cited) => {
      const sentence = foldText(cited.quote);
      const isToldOf = asked.of === null || sharesPair(asked.of.words, sentence);
      const figures = cited.article === article && isToldOf ? readNumbers(sentence) : [];
      return figures.some((number) => fits(number, asked));
    }),
  );
}

// Of these there is a figure only where it says so itself.
const lengths = /^(?:公里|千米|厘米|毫米|米|里|km|cm|mm|m)$/u;
const strictUnits = /元|块|期|米|亩|岁|小时|分钟|%|百分|天|日|周|月|年|斤|吨/u;

function fits(number: NumberInContext, { unit, noun, of }: FigureAsked): boolean {
  const { kind, unit: printed } = number.numeral;
  if (kind !== 'count' && kind !== 'percent') return false;
  if (unit !== null && !isCountedBy(unit, printed)) return false;
  if (unit === '人' && !countsPersons(number)) return false;
  if (of?.characters.isDisjointFrom(number.context) === true) return false;
  return noun === null || countsNoun(number, noun);
}

function isCountedBy(unit: string, printed: string | null): boolean {
  if (lengths.test(unit)) return printed !== null && lengths.test(printed);
  if (strictUnits.test(unit)) return printed !== null && countAlike(printed, unit);
  if (unit === '户' && printed === null) return false;
  return printed === '个' || countAlike(printed, unit);
}

/** 「三个目标」 tells of no persons, 「三个年轻人」 does. */
function countsPersons({ numeral: { unit }, after }: NumberInContext): boolean {
  if (unit === null) return false;
  return unit !== '个' || /^\p{Script=Han}{0,4}[人员生民者工户长友兵师]/u.test(after);
}

/** 「党员」 is not counted where 「网格员」 are: the whole word must stand there, or its short form, 「老人」 for 「老年人」. */
function countsNoun({ context, before, after, numeral }: NumberInContext, noun: string): boolean {
  const [first = '', last = ''] = [noun.at(0), noun.at(-1)];
  if (noun.length === 1) return context.has(noun) || numeral.text.includes(noun);
  const isNamed = hanBigrams(noun).some((pair) => context.has(pair));
  const spread = new RegExp(`${first}\\p{Script=Han}{0,2}${last}`, 'u');
  return isNamed || spread.test(`${before} ${numeral.text}${after}`);
}

function sharesPair(words: readonly string[], sentence: string): boolean {
  return words.flatMap(hanBigrams).some((pair) => sentence.includes(pair));
}
