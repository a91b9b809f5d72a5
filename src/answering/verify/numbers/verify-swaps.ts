import { splitClauses } from '../align-clauses.ts';
import { cutOnce, segmentOnce } from '../cut-once.ts';
import type { Find, Rules } from '../rules.ts';
import { isFree, isNew, withoutNumbers } from '../words/known-words.ts';

/** A new word of a claim stands where the source has another noun: between the same words, or before the same noun. */
export const swapRules: Rules = {
  'between-the-same': { fault: 'words', find: findNew(isBetweenTheSame) },
  'other-modifier': { fault: 'words', find: findNew(isOtherModifier) },
};

function findNew(isSwapped: (place: Place, claim: string, source: string) => boolean): Find {
  return (claim, { text, headings, bodies }) => {
    const source = `${text}\n${headings}`;
    return splitClauses(withoutNumbers(claim))
      .flatMap((clause) => newWords(clause, source))
      .find((place) => !bodies.includes(place.word) && isSwapped(place, claim, source))?.word;
  };
}

interface Place {
  readonly word: string;
  /** What stands before and behind it in its clause. */
  readonly before: string;
  readonly after: string;
  /** The word right behind it. */
  readonly next: string;
}

function newWords(clause: string, source: string): readonly Place[] {
  const segments = segmentOnce(clause);
  return segments.flatMap(({ segment, index }, at) =>
    isNew(segment, source) && !/^[不没未就也都才]/u.test(segment)
      ? [
          {
            word: segment,
            before: clause.slice(0, index),
            after: clause.slice(index + segment.length),
            next: segments[at + 1]?.segment ?? '',
          },
        ]
      : [],
  );
}

const loose = '的了是着过在把被将由给为个一些这那种名位都也就只还又已和与及、“”"「」 ';
const looseBefore = new RegExp(`[${loose}]+$`, 'u');
const looseAfter = new RegExp(`^[${loose}]+`, 'u');

/** 「发雨衣和口罩」 for 「发雨靴和电筒」: the two characters on either side are the source's. */
function isBetweenTheSame({ before, after }: Place, claim: string, source: string): boolean {
  const left = /\p{Script=Han}{2}$/u.exec(before.replace(looseBefore, ''))?.[0];
  const rest = after.replace(looseAfter, '');
  const right = /^\p{Script=Han}{2}/u.exec(rest)?.[0];
  if (left === undefined || right === undefined) return false;
  return behind(left, source).some((run) => {
    const end = run.indexOf(right);
    return end > 0 && holdsOtherNoun(run.slice(0, end), claim);
  });
}

/** The runs of characters behind some characters of the source. */
function behind(left: string, source: string): readonly string[] {
  return [...source.matchAll(new RegExp(left, 'gu'))].map(
    ({ index }) =>
      /^[\p{Script=Han}\d]{0,9}/u.exec(
        source.slice(index + left.length).replace(looseAfter, ''),
      )?.[0] ?? '',
  );
}

function holdsOtherNoun(text: string, claim: string): boolean {
  return cutOnce(text).some(
    (word) => word.length > 1 && !isFree(word) && !/\d/u.test(word) && !claim.includes(word),
  );
}

/** 「施肥课」 for 「修剪课」: the noun behind it always has another before it in the source. */
function isOtherModifier({ next, word }: Place, claim: string, source: string): boolean {
  if (!isNoun(next) || !source.includes(next) || next.length + word.length < 3) return false;
  return [...source.matchAll(new RegExp(next, 'gu'))].every(({ index }) => {
    const run = /\p{Script=Han}*$/u.exec(source.slice(Math.max(0, index - 4), index))?.[0] ?? '';
    const other = cutOnce(run).at(-1) ?? '';
    return other.length > 1 && isNoun(other) && !claim.includes(other);
  });
}

function isNoun(word: string): boolean {
  return /^\p{Script=Han}+$/u.test(word) && !isFree(word) && !loose.includes(word);
}
