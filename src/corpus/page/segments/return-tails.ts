import { cutWords } from '../../cut-words.ts';
import { nobody } from '../lines/bylines.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import { appendSegment, isFinished, type Segment, textOf } from './segment.ts';

/**
 * An article that stands in the middle of another seems to go on with the rest of that one. Gives back, of each segment,
 * the paragraphs below a blank line that tell of the segment before it rather than of its own beginning.
 */
export function returnTails(segments: readonly Segment[], { similarity, titleOf }: Telling): void {
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next === undefined || segment.closed) continue;
    const from = findTail(segment, next, { similarity, titleOf });
    if (from === null) continue;
    const paragraphs = next.paragraphs.slice(from);
    next.paragraphs = next.paragraphs.slice(0, from);
    appendSegment(segment, { ...next, paragraphs, people: nobody, signLines: [] });
  }
}

interface Telling {
  readonly similarity: TextSimilarity;
  /** The lines of a segment's headline, or the empty string: they tell of it as much as its beginning does. */
  readonly titleOf: (segment: Segment) => string;
}

/** What a tail must have in common with the segment it is given back to. */
interface Demand {
  readonly cosine: number;
  /** So many times more like that segment than like the text above it. */
  readonly times: number;
  /** So many more runs of three characters, names mostly. */
  readonly runs: number;
}

/** A sentence that breaks off must go on somewhere; a whole one need not. */
const ofBroken: Demand = { cosine: 0.02, times: 1.1, runs: 0 };
const ofWhole: Demand = { cosine: 0.06, times: 2, runs: 2 };

/** The first paragraph of `next` that goes on with `segment`, or null. */
function findTail(
  segment: Segment,
  next: Segment,
  { similarity, titleOf }: Telling,
): number | null {
  const own = {
    text: `${titleOf(segment)}\n${textOf(segment)}`,
    isBroken: !isFinished(segment),
  };
  const title = titleOf(next);
  const [best] = gapsOf(next)
    .map((from) => {
      const tail = textOf({ paragraphs: next.paragraphs.slice(from) });
      const rest = `${title}\n${textOf({ paragraphs: next.paragraphs.slice(0, from) })}`;
      return { from, score: scoreTail(tail, { own, rest }, similarity) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return best?.from ?? null;
}

interface Beside {
  readonly own: { readonly text: string; readonly isBroken: boolean };
  readonly rest: string;
}

/** How much more a tail belongs to a text than to the rest above it; 0 where too little tells. */
function scoreTail(tail: string, { own, rest }: Beside, similarity: TextSimilarity): number {
  const [toOwn, toRest] = [similarity.cosine(tail, own.text), similarity.cosine(tail, rest)];
  const word = own.isBroken && sharesWord(own.text, tail) ? wordWorth : 0;
  if (toOwn < toRest) return 0;
  const { cosine, times, runs } = own.isBroken ? ofBroken : ofWhole;
  const isAlike = toOwn >= cosine && toOwn >= times * toRest;
  if (word === 0 && !isAlike) return 0;
  const shared = countRuns(tail, own.text, rest);
  return word === 0 && shared < runs ? 0 : toOwn - toRest + shared * runWorth + word;
}

const runWorth = 0.02;
const wordWorth = 0.1;

/** The paragraphs of a segment that stand below a blank line and a whole sentence. */
function gapsOf({ paragraphs }: Segment): readonly number[] {
  return paragraphs.flatMap(({ lines, isSubheading }, index) => {
    const before = paragraphs[index - 1];
    const isApart = (lines[0]?.blanksBefore ?? 0) > 0 && !isSubheading;
    return isApart && before?.isFinished === true && !before.isSubheading ? [index] : [];
  });
}

/** So many characters on either side tell the words beside a seam. */
const reach = 8;

/** Whether the end of one text and the beginning of another are the halves of a word: 家 and 长 of 家长. */
export function sharesWord(first: string, second: string): boolean {
  if (!/\p{Script=Han}$/u.test(first) || !/^\p{Script=Han}/u.test(second)) return false;
  const end = first.slice(-reach);
  const words = [...cutWords(end + second.slice(0, reach))];
  return words.every(({ index }) => index !== end.length);
}

/** The runs of three characters that a text has in common with the first and not the second, less the reverse. */
function countRuns(text: string, first: string, second: string): number {
  let count = 0;
  for (const run of runsOf(text)) {
    const [inFirst, inSecond] = [first.includes(run), second.includes(run)];
    if (inFirst !== inSecond) count += inFirst ? 1 : -1;
  }
  return count;
}

/** The runs of three Han characters of a text, names and terms mostly. */
export function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const [word] of text.matchAll(/\p{Script=Han}{3,}/gu)) {
    for (let index = 0; index + 3 <= word.length; index += 1)
      runs.add(word.slice(index, index + 3));
  }
  return runs;
}
