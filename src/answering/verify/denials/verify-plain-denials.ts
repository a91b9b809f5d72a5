import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Find, Rules } from '../rules.ts';
import { saysContrary } from './contrary-signs.ts';
import {
  type DeniedWords,
  deniesAlike,
  readDeniedWords,
  type Trace,
  traceIn,
} from './denied-words.ts';
import { findTurns, formerly } from './find-turns.ts';

/** What one side denies in so many words, the other does not tell as so: held against one another character by character. */
export const plainDenialRules: Rules = {
  'denial-lost': { fault: 'negation', isCertain: true, find: denialLost(isSurely) },
  'denial-lost-partly': { fault: 'negation', find: denialLost(isPerhaps) },
  'denial-lost-here': { fault: 'negation', find: denialLost(isHere) },
  'denial-added': { fault: 'negation', isCertain: true, find: denialAdded(isSurely) },
  'denial-added-partly': { fault: 'negation', find: denialAdded(isPerhaps) },
  'denial-added-here': { fault: 'negation', find: denialAdded(isHere) },
};

interface ToldClause {
  readonly clause: string;
  /** The clauses it stands among. */
  readonly sentence: string;
}

/** Whether a clause tells what is denied, so that it speaks against it. */
type IsTurned = (denied: DeniedWords, told: ToldClause) => boolean;

/** 「要在各乡镇一刀切推广」 for 「不搞一刀切推广」. */
function denialLost(isTurned: IsTurned): Find {
  return (claim, { sentences }) =>
    firstTurned({
      denied: sentences.flatMap(readDeniedWords),
      own: sentences.flatMap(splitClauses),
      other: splitClauses(claim).map((clause) => ({ clause, sentence: claim })),
      isTurned: (denied, told) =>
        !/才/u.test(told.clause.slice(0, traceIn(denied.words, told.clause).end)) &&
        isTurned(denied, told),
    });
}

/** 「没有一人递交排班申请」 for 「全部递交了排班申请」. */
function denialAdded(isTurned: IsTurned): Find {
  return (claim, { sentences }) =>
    firstTurned({
      denied: readDeniedWords(claim),
      own: splitClauses(claim),
      other: sentences.flatMap((sentence) =>
        splitClauses(sentence).map((clause) => ({ clause, sentence })),
      ),
      isTurned,
    });
}

interface Sides {
  readonly denied: readonly DeniedWords[];
  /** The clauses of the side that denies. */
  readonly own: readonly string[];
  readonly other: readonly ToldClause[];
  readonly isTurned: IsTurned;
}

function firstTurned({ denied, own, other, isTurned }: Sides): string | undefined {
  return denied.filter(isPlain).find((one) => {
    const telling = other.filter(({ clause }) => isPart(one.words, clause));
    return (
      telling.length > 0 &&
      telling.every((told) => isOpen(one, told)) &&
      telling.some((told) => isTurned(one, told)) &&
      !own.some((text) => text !== one.clause && isPart(one.words, text) && !denies(text)) &&
      !other.some(({ clause }) => deniesAlike(one.words, clause))
    );
  })?.words;
}

const conditional = /如果|要是|倘若|若|凡|假如|的话|吗$|除非/u;

function isPlain({ mark, words, clause }: DeniedWords): boolean {
  return (
    // 「不得高于八角五分」 is 「最高八角五分」.
    !/^[超高低少多晚早大小][过于]/u.test(words) &&
    !/取消|停|止|避|绝|免|并非|非/u.test(mark) &&
    !/不是|才|就|便/u.test(clause) &&
    !conditional.test(clause)
  );
}

const denial =
  /[不没未无别莫勿零拒免]|非(?!党员|公|遗)|代替|取代|停止|暂停|停(?:[业办课工运跳]|$)|取消/u;
const changes = /改|搬|换|挪|移|而是|打算|原(?:来|先|本|定|打)|降[到至为]|减[到至为]|变成|转为/u;
const soft = /难(?!题)|担心|怕|顾虑|险些|差点|避|仅|只|禁|否认|误|闭|绕/u;
const otherTime = /去年|上年|同期|前年|以前|此前/u;

const plain = /不[够仅光但只少同断久便论管]|未来|非党员/gu;

function denies(text: string): boolean {
  return denial.test(text.replace(plain, ''));
}

function isBefore(clause: string): boolean {
  return formerly.test(clause) || /[此之]前/u.test(clause);
}

/** Whether nothing in a clause but what is denied denies or softens. */
function isOpen({ words, clause, before, near }: DeniedWords, told: ToldClause): boolean {
  const { start, end } = traceIn(words, told.clause);
  const around = `${told.clause.slice(0, start)},${told.clause.slice(end)}`;
  return (
    !denies(told.clause) &&
    !soft.test(around) &&
    isBefore(told.clause) === isBefore(clause) &&
    (otherTime.test(clause) || isBefore(clause) || !otherTime.test(told.sentence)) &&
    findTurns(around.replace(plain, '＿')).every(
      (turn) => !turn.isDenial && near.includes(turn.word),
    ) &&
    !saysContrary(before, told.clause)
  );
}

function isHere(_: DeniedWords, { clause }: ToldClause): boolean {
  return !changes.test(clause);
}

function isPerhaps(_: DeniedWords, { sentence }: ToldClause): boolean {
  return !denies(sentence) && !changes.test(sentence);
}

const notYet = /[尚还暂仍]|至今|目前/u;
const later = /计划|将|打算|预计|有望|争取|拟|准备|今后|下一步/u;

/** Nothing in the whole sentence denies or tells of later, and it tells all of what is denied, or of much nearly all. */
function isSurely(denied: DeniedWords, { clause, sentence }: ToldClause): boolean {
  const { start, end } = traceIn(denied.words, clause);
  return (
    (denied.isDeed || /[了过]/u.test(clause.slice(start, end + 1))) &&
    !(notYet.test(denied.clause) && later.test(sentence)) &&
    (isWhole(traceIn(denied.words, clause), { words: denied.words, clause }) ||
      isShort(denied, clause)) &&
    splitClauses(sentence).every((one) => !denies(one) || deniesOther(denied.words, one)) &&
    !changes.test(sentence)
  );
}

/** Whether what a clause denies is plainly something else, and no denial of the whole as 「不再这样要求」. */
function deniesOther(words: string, clause: string): boolean {
  const others = readDeniedWords(clause);
  return (
    others.length > 0 &&
    !/这样|这么|如此|这种|做法|坚持|继续/u.test(clause) &&
    others.every(
      (other) =>
        traceIn(words, other.words).held < 2 && !(money.test(words) && money.test(other.words)),
    )
  );
}

const money = /[钱费票款]/u;

// From how many characters on one may be another, and of how many.
const long = 5;
const mostly = 0.75;

function isWhole(
  { held, start }: Trace,
  { words, clause }: { readonly words: string; readonly clause: string },
): boolean {
  return (
    words.length > 2 &&
    held >= (words.length < long ? words.length : mostly * words.length) &&
    (held === words.length || clause.charAt(start) === words.charAt(0))
  );
}

const laterOn = /后来|如今|现在|才|终于|最终|[就便]|急着|先/u;

/** Two characters are enough of a clause that tells of the same as they are denied of. */
function isShort({ words, before, near }: DeniedWords, clause: string): boolean {
  return (
    words.length === 2 &&
    new RegExp([...words].join('[了过着]?'), 'u').test(clause) &&
    before.length > 1 &&
    coverOf(before, clause) >= related &&
    !laterOn.test(near)
  );
}

// How much of what stands before a denial a clause tells that tells of the same.
const related = 0.6;

function isPart(words: string, clause: string): boolean {
  return traceIn(words, clause).held >= Math.max(2, mostly * words.length);
}
