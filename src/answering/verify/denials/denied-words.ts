import { splitClauses } from '../align-clauses.ts';
import { keepLast } from '../keep-last.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { withoutPlainNegatives } from './denials.ts';
import { findTurns } from './find-turns.ts';
import { negation } from './polarity-words.ts';

/** What a clause denies, character by character: 罚司机 of 「没有先罚司机」. */
export interface DeniedWords {
  readonly words: string;
  readonly clause: string;
  /** The negation. */
  readonly mark: string;
  /** Whether it denies a deed or a quality, not a mere thing. */
  readonly isDeed: boolean;
  /** All that it is read from. */
  readonly near: string;
  /** What stands before it. */
  readonly before: string;
}

// How many characters of what is denied are looked at, and how few are enough.
const most = 9;
const least = 2;

/** Reads what the clauses of a folded text deny, where each denies but once. */
export const readDeniedWords = keepLast((text): readonly DeniedWords[] =>
  splitClauses(text).flatMap((whole) => {
    const clause = afterCondition(whole);
    const named = clause
      .replace(/[“「"](?=[未没不无])[^”」",]{2,8}[”」"](?=\p{Script=Han})/gu, '＿')
      .replace(/不(?=够用|适[宜合])/u, '没')
      .replace(/非(?=党员|公)|法(?=\p{Script=Han})(?<=无法)/gu, '＿');
    if (findTurns(named).length !== 1) return [];
    const plain = withoutPlainNegatives(named);
    const marks = [...plain.matchAll(negation)];
    const [found] = marks;
    if (found === undefined || marks.length !== 1) return [];
    const after = plain.slice(found.index + found[0].length);
    const words = lightened(after);
    // 「答不了」 denies what stands before it.
    if (words.length < least || /^(?:[了着]|[上下出过起][来去])/u.test(after)) return [];
    const isDeed = !/^(?:没有?|无)$/u.test(found[0]) || tagWords(after).some(isVerbal);
    return [
      { words, clause, mark: found[0], isDeed, near: text, before: plain.slice(0, found.index) },
    ];
  }),
);

/** What follows from what stands before it: 「灯不亮也不知道」. */
function afterCondition(clause: string): string {
  const [, before = '', rest = clause] = /^(.+?)(?:还是|仍然?|照样|也)(.+)$/u.exec(clause) ?? [];
  return findTurns(before).length > 0 && findTurns(rest).length > 0 ? rest : clause;
}

function isVerbal({ tag }: TaggedWord): boolean {
  return /^[vadilzx]/u.test(tag);
}

const light =
  /任何|(?:得到|予以|进行|发生|出现|获得|直接|简单|马上|立即|继续|统一给|可以|能够|需要|要求|急着|打算)(?=\p{Script=Han}{2})|[一半哪][名个户位家次回件起例条块场张门天笔分点处](?=\p{Script=Han})|[了过着的把将给让因为由被再能有出先做搞就也都还曾在到对向与和跟]|地(?![下方区点铁块面])|会(?![议员长计场费])|(?<![工合制动协])作|同(?![意时事一样])|要(?!求|[紧点素件害领])|＿/gu;

/** Without the words that hardly say what is done. */
function lightened(text: string): string {
  const [reached = ''] = text.split(/[、“”「」"()（）]|但|却|而(?!且)/u);
  return reached.replace(light, '').slice(0, most);
}

/** Whether a clause denies the same, maybe in fewer words: 「还有4栋楼没有成立」. */
export function deniesAlike(words: string, clause: string): boolean {
  return readDeniedWords(clause).some(
    (other) => other.words.startsWith(words.slice(0, 2)) || words.includes(other.words.slice(0, 2)),
  );
}

/** Where the characters of some words stand in a clause in order and close together, and how many of them. */
export interface Trace {
  readonly held: number;
  readonly start: number;
  readonly end: number;
}

// How much may stand between two characters.
const gap = 5;

/** The place in a clause that has most characters of some words in their order. */
export function traceIn(words: string, clause: string): Trace {
  let best = turnedIn(words, clause);
  const first = words.slice(0, 3);
  for (const [skip, character] of [...first].entries())
    for (
      let start = clause.indexOf(character);
      start !== -1;
      start = clause.indexOf(character, start + 1)
    ) {
      const trace = traceFrom(words.slice(skip), clause, start);
      if (trace.held > best.held) best = trace;
    }
  return best;
}

// How long words may be that stand in another order: 「吃上热饭」 for 「热饭吃」.
const short = 5;

function turnedIn(words: string, clause: string): Trace {
  const places = [...words].map((character) => clause.indexOf(character));
  const [start, end] = [Math.min(...places), Math.max(...places) + 1];
  const isThere =
    words.length > least &&
    words.length <= short &&
    start !== -1 &&
    end - start <= words.length + 2;
  return isThere ? { held: words.length, start, end } : { held: 0, start: 0, end: 0 };
}

function traceFrom(words: string, clause: string, start: number): Trace {
  let [held, end] = [0, start];
  for (const character of words) {
    const at = clause.indexOf(character, end);
    if (at === -1 || at - end > gap) continue;
    held += 1;
    end = at + 1;
  }
  return { held, start, end };
}
