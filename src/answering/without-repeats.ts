import type { Article } from '../corpus/article.ts';
import { characterPairs } from '../retrieval/character-pairs.ts';
import type { Passage } from '../retrieval/passage.ts';
import type { Candidate } from './extracts/candidate.ts';
import { bareSentence, type Excerpt, standAlone } from './extracts/stand-alone.ts';
import { isOfOneOrganisation } from './same-practice.ts';

/** What is shown of a candidate: a slice of its passage. */
interface Shown {
  readonly candidate: Candidate;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/**
 * What is shown of each candidate, in the same order, and nothing of it twice: a sentence that another one brings along is
 * left out, what was shown is not brought along again, and of two that say the same of one organisation one stays.
 */
export function withoutRepeats(chosen: readonly Candidate[]): readonly Shown[] {
  const kept: Shown[] = [];
  for (const one of chosen.map((each) => show(each, standAlone(each))).filter(isWidest)) {
    const { candidate, passage, end } = one;
    const own = { passage, start: candidate.start, end };
    if (kept.some((other) => holds(other, own))) continue;
    const isBrought = kept.some((other) => overlaps(other, one));
    kept.push(isBrought ? show(candidate, bareSentence(candidate)) : one);
  }
  return kept.filter(isSaidOnce);
}

function show(candidate: Candidate, { text, start }: Excerpt): Shown {
  return { candidate, passage: candidate.passage, start, end: start + text.length };
}

type Reach = Pick<Shown, 'passage' | 'start' | 'end'>;

function holds(one: Reach, other: Reach): boolean {
  return one.passage.id === other.passage.id && one.start <= other.start && one.end >= other.end;
}

function overlaps(one: Reach, other: Reach): boolean {
  return one.passage.id === other.passage.id && one.start < other.end && one.end > other.start;
}

/** Not a sentence that another one brings along. */
function isWidest(one: Reach, at: number, all: readonly Reach[]): boolean {
  const length = one.end - one.start;
  return all.every((other, place) => {
    const isWider = other.end - other.start > length;
    return place === at || !holds(other, one) || (!isWider && place > at);
  });
}

// Of the pairs of the shorter one. Items of one list (「第一味是……」, 「第二味是……」) share half.
const leastRepeated = 0.75;

/** Not said again by a longer one, nor by one as long before it. What differs in a figure says something else. */
function isSaidOnce(one: Shown, at: number, all: readonly Shown[]): boolean {
  const text = textOf(one);
  return all.every((other, place) => {
    const said = textOf(other);
    const isKept = said.length < text.length || (said.length === text.length && place >= at);
    return isKept || !isOfOneOrganisation(articleOf(one), articleOf(other)) || !repeats(text, said);
  });
}

function articleOf({ candidate }: Shown): Article {
  return candidate.hit.article;
}

function textOf({ passage, start, end, candidate }: Shown): string {
  return passage.text.slice(start, end) + (candidate.rest?.text ?? '');
}

function repeats(shorter: string, longer: string): boolean {
  const figures = shorter.match(/\d+(?:\.\d+)?/gu) ?? [];
  if (!figures.every((figure) => longer.includes(figure))) return false;
  const pairs = characterPairs(shorter);
  return pairs.intersection(characterPairs(longer)).size >= pairs.size * leastRepeated;
}
