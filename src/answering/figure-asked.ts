import { foldText } from '../corpus/fold-text.ts';
import { measureWords } from '../corpus/numerals/measure-words.ts';
import { contentWords, segmentWords } from '../retrieval/tokenize.ts';
import type { DraftClaim } from './draft-claim.ts';
import { countAlike } from './measure-words.ts';
import { type NumberInContext, readNumbers } from './verify/number-context.ts';

/** What a question wants counted: 「多少户居民」 asks for 户, of 居民. */
interface FigureAsked {
  /** Null when the question names no measure word. */
  readonly unit: string | null;
  /** The word after it; a figure must stand beside one of its characters. Null when it is left open. */
  readonly noun: string | null;
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
  if (/谁|哪位|哪个|什么|第几|第多少/u.test(text)) return undefined;
  const rest = askings.map((asking) => asking.exec(text)?.[1]).find((found) => found !== undefined);
  if (rest === undefined) return undefined;
  if (/^钱/u.test(rest)) return { unit: '元', noun: null };
  if (/^个人(?!\p{Script=Han}*[奖材])/u.test(rest)) return { unit: '人', noun: null };
  const unit = unitAt(rest);
  const [noun = ''] = contentWords(rest.slice(unit?.length ?? 0));
  return { unit, noun: noun === '' || openNouns.test(noun) ? null : noun };
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
    quotes.some(
      (cited) =>
        cited.article === article &&
        readNumbers(foldText(cited.quote)).some((number) => fits(number, asked)),
    ),
  );
}

const strictUnits = /元|期|户|公里|米|亩|岁|小时|%|百分/u;

function fits({ numeral, context }: NumberInContext, { unit, noun }: FigureAsked): boolean {
  const isFigure = numeral.kind === 'count' || numeral.kind === 'percent';
  if (!isFigure) return false;
  if (unit !== null && numeral.unit !== '个' && !countAlike(numeral.unit, unit)) return false;
  if (unit !== null && numeral.unit === null && strictUnits.test(unit)) return false;
  return noun === null || [...noun].some((one) => context.has(one) || numeral.text.includes(one));
}
