import type { TextSimilarity } from '../text-similarity.ts';
import { sharesWord } from './return-tails.ts';
import { appendSegment, isFinished, type Segment, textOf } from './segment.ts';

/**
 * Joins an article that breaks off with the text without a beginning that goes on with it further down. Done before
 * headlines are assigned: one that stands below its article would be taken for the second half's.
 */
export function joinHalves(
  segments: readonly Segment[],
  similarity: TextSimilarity,
): readonly Segment[] {
  const broken = segments.filter((segment) => isBrokenOff(segment));
  if (broken.length === 0) return segments;
  const joined = new Set<Segment>();
  for (const [index, half] of segments.entries()) {
    if (!mayBeHalf(half, segments, similarity)) continue;
    const text = textOf(half);
    const [best] = broken
      .filter((segment) => segments.indexOf(segment) < index && isBrokenOff(segment))
      .filter((segment) => !joined.has(segment))
      .map((segment) => ({ segment, score: scoreHalves(textOf(segment), text, similarity) }))
      .filter(({ score }) => score >= enough)
      .toSorted((a, b) => b.score - a.score);
    if (best === undefined) continue;
    appendSegment(best.segment, half);
    joined.add(half);
  }
  return segments.filter((segment) => !joined.has(segment));
}

const enough = 0.03;
/** A text without lead, byline and headline, or below a headline that tells of another text. */
function mayBeHalf(
  half: Segment,
  segments: readonly Segment[],
  similarity: TextSimilarity,
): boolean {
  const { starts, heading, paragraphs } = half;
  if (paragraphs.length === 0) return false;
  if (starts !== 'heading' || heading === null) return starts === 'orphan';
  const title = heading.title ?? '';
  const own = similarity.coverage(title, textOf(half));
  return segments.some(
    (other) => other !== half && similarity.coverage(title, textOf(other)) >= own + plainly,
  );
}

/** A headline shares so much more of its bigrams with its own text than with others. */
const plainly = 0.3;

/** A word of which each text holds one half tells as much as many names. */
const wordWorth = 0.04;

function isBrokenOff(segment: Segment): boolean {
  const isHead =
    segment.starts === 'lead' || segment.starts === 'byline' || segment.heading !== null;
  return isHead && segment.starts !== 'caption' && !segment.closed && !isFinished(segment);
}

function scoreHalves(first: string, second: string, similarity: TextSimilarity): number {
  return similarity.cosine(first, second) + (sharesWord(first, second) ? wordWorth : 0);
}
