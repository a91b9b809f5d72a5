import { foldText } from '../../corpus/fold-text.ts';
import type { Vocabulary } from '../../corpus/vocabulary.ts';
import type { AppliedFilter } from '../applied-filter.ts';
import { classifyQuestion } from '../question-kind.ts';
import { type FilterWord, filterWords, joinFilterWords } from './filter-words.ts';
import { readDates, type SpokenDates } from './read-dates.ts';

/** A question without what narrows it, and what that is. */
interface NarrowedQuestion {
  /** Empty when the message only narrows: 「只看农村的」. */
  readonly question: string;
  readonly filters: readonly AppliedFilter[];
}

/** Reads conditions in plain words out of a question; today is in the reader's zone. */
export type ReadFilters = (question: string, today: Temporal.PlainDate) => NarrowedQuestion;

export function createReadFilters(vocabulary: Vocabulary): ReadFilters {
  const words = filterWords(vocabulary);
  const longest = Math.max(0, ...[...words.keys()].map(({ length }) => length));
  return (question, today) => {
    const parts = { today, wordAt: (text: string) => findWord(text, words, longest) };
    const kept: string[] = [];
    const said: Said[] = [];
    for (const piece of question.split(/(?<=[，,。；;！!？?\n])|(?<=\s)/u)) {
      const narrowed = readPiece(piece, parts);
      said.push(...narrowed.said);
      kept.push(narrowed.rest);
    }
    if (said.length === 0) return { question, filters: [] };
    const rest = kept
      .join('')
      .replace(/[，,、\s]+$/u, '')
      .trim();
    return { question: isFiller(rest) ? '' : rest, filters: filtersOf(said) };
  };
}

interface Parts {
  readonly today: Temporal.PlainDate;
  readonly wordAt: (
    text: string,
  ) => { readonly length: number; readonly word: FilterWord } | undefined;
}

type Said = { readonly dates: SpokenDates } | { readonly word: FilterWord };

interface Narrowed {
  readonly said: readonly Said[];
  readonly rest: string;
}

/** 「只看」 and the like: what follows is a condition whatever it names. */
const only =
  /^(?:(?:那|请|麻烦|能不能|可以)*(?:帮我)?)(?:我?(?:只|仅|光|就|单)(?:想)?(?:看看?|要|找|说|讲|限|查|问)|换成|限于|限定在?|范围是?)(?:一下)?(?:在)?/u;
const asking = /^(?:那|请问|我?想看看?|我?想要|我?想找|我?要|有没有|有|再看看?|看看?)/u;
const ending =
  /^的?(?:(?:那些?|这些?)?(?:例子|案例|做法|经验|文章|报道|材料|资料|情况))?(?:就行|就好|就可以|有没有|有吗|可以吗|怎么样)?[呢吧吗啊呀了]*[，,。；;！!？?\s]*$/u;
const connective = /^(?:以及|还有|或者|和|与|跟|或|及|、|里面?|地区|方面|一带|那边|这边|当地|的)/u;

function readPiece(piece: string, parts: Parts): Narrowed {
  const nothing: Narrowed = { said: [], rest: piece };
  const folded = foldText(piece);
  // Offsets are carried over from the folded text.
  if (folded.length !== piece.length) return nothing;
  const opening = only.exec(folded)?.[0] ?? '';
  const lead = opening || (asking.exec(folded)?.[0] ?? '');
  const text = folded.slice(lead.length);
  const stops = readStops(text, parts);
  const whole = stops.at(-1);
  const isMarked = opening !== '' || whole?.endsWithDe === true;
  if (whole !== undefined && isMarked && ending.test(text.slice(whole.length)))
    return { said: whole.said, rest: '' };
  const first = stops.find(({ endsWithDe }) => endsWithDe);
  const after = text.slice(first?.length ?? text.length);
  if (first === undefined || after.length < shortestRest) return nothing;
  if (opening !== '') return { said: first.said, rest: piece.slice(-after.length) };
  return isInline(first, after) ? { said: first.said, rest: piece } : nothing;
}

const shortestRest = 4;
const region = /[市盟旗县区]$/u;

/**
 * Before a question for practices a region narrows, and so does 「去年以后」; both also stay in the question.
 * 「社区的」 or 「今年的」 says what it is about.
 */
function isInline({ said }: Stop, after: string): boolean {
  if (classifyQuestion(after).kind !== 'practice') return false;
  return said.every((one) => {
    if ('word' in one) return one.word.kind === 'places' && region.test(one.word.label);
    return one.dates.dateFrom === undefined || one.dates.dateTo === undefined;
  });
}

/** A point up to which a text is made of words and dates that narrow. */
interface Stop {
  readonly said: readonly Said[];
  readonly length: number;
  readonly endsWithDe: boolean;
}

/** Words and dates that follow one another at the beginning of a text: a stop behind each, and behind each 的. */
function readStops(text: string, parts: Parts): readonly Stop[] {
  const stops: Stop[] = [];
  const said: Said[] = [];
  let at = 0;
  while (at < text.length) {
    const step = readStep(text.slice(at), parts);
    if (step === undefined) break;
    if (step.said !== undefined) said.push(step.said);
    at += step.length;
    const endsWithDe = text.charAt(at - 1) === '的';
    const isStop = said.length > 0 && (step.said !== undefined || endsWithDe);
    if (isStop) stops.push({ said: [...said], length: at, endsWithDe });
  }
  return stops;
}

interface Step {
  readonly said?: Said;
  readonly length: number;
}

function readStep(text: string, { today, wordAt }: Parts): Step | undefined {
  const dates = readDates(text, today);
  if (dates !== undefined) return { said: { dates }, length: dates.length };
  const found = wordAt(text);
  if (found !== undefined) return { said: { word: found.word }, length: found.length };
  const joint = connective.exec(text)?.[0];
  return joint === undefined ? undefined : { length: joint.length };
}

function findWord(text: string, words: ReadonlyMap<string, FilterWord>, longest: number) {
  for (let length = Math.min(longest, text.length); length > 1; length -= 1) {
    const word = words.get(text.slice(0, length));
    if (word !== undefined) return { length, word };
  }
  // 「村」 is the only kind of organisation of one character.
  const single = words.get(text.slice(0, 1));
  return single === undefined ? undefined : { length: 1, word: single };
}

function filtersOf(said: readonly Said[]): readonly AppliedFilter[] {
  const words = said.flatMap((one) => ('word' in one ? [one.word] : []));
  const dates = said.flatMap((one) => ('dates' in one ? [one.dates] : [])).at(-1);
  if (dates === undefined) return joinFilterWords(words);
  const { label, dateFrom, dateTo } = dates;
  const filters = { ...(dateFrom && { dateFrom }), ...(dateTo && { dateTo }) };
  return [...joinFilterWords(words), { kind: 'dates', label, filters }];
}

/** What is left of a message that does nothing but narrow. */
function isFiller(rest: string): boolean {
  return /^(?:那|请|好|嗯|谢谢|呢|吧|啊|[\p{P}\s])*$/u.test(rest);
}
