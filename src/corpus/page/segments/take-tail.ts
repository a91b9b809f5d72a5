import { nobody } from '../lines/bylines.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import { startsBroken } from './mend-paragraphs.ts';
import { appendSegment, type Segment, textOf } from './segment.ts';

/** Alike enough to be parts of one article, where nothing else ties them. */
export const alike = 0.1;
/** The end of an article is another's when it is so many times more like it. */
const foreign = 1.4;

interface Rating {
  readonly isOrphan: (segment: Segment) => boolean;
  readonly similarity: TextSimilarity;
}

/**
 * Appends what goes on with a segment that breaks off: a body without a beginning, or the end of another
 * article that tells of this one rather than of its own, as when the second half was printed first.
 */
export function takeTail(segment: Segment, segments: readonly Segment[], rating: Rating): void {
  const { isOrphan } = rating;
  const own = textOf(segment);
  const hosts = segments.filter(
    (host) => host !== segment && host.starts !== 'caption' && host.starts !== 'mark',
  );
  const next = segments
    .slice(segments.indexOf(segment) + 1)
    .find(({ starts }) => starts !== 'caption' && starts !== 'mark');
  const names = rating.similarity.repeated(own);
  const tails = hosts.flatMap((host) =>
    startsThatName(host, names, rating.similarity)
      .filter((from) => (isOrphan(host) ? isWorthLeaving(host, from) : from > 0))
      .map((from) => rateTail({ host, from }, segment, rating))
      // What stands right after it, but for pictures and briefs, goes on with it as a whole.
      .map((tail) =>
        tail.from === 0 && host === next ? { ...tail, score: tail.score * 3 } : tail,
      ),
  );
  const [best] = tails
    .filter(({ score }) => score >= foreign)
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined) return;
  const tail: Segment = { ...best.host, paragraphs: best.host.paragraphs.slice(best.from) };
  best.host.paragraphs = best.host.paragraphs.slice(0, best.from);
  const [first] = tail.paragraphs;
  if (first !== undefined && !isOrphan(best.host) && !startsBroken(first.text)) markGap(segment);
  appendSegment(segment, best.from === 0 ? tail : { ...tail, people: nobody, signLines: [] });
}

/** A body without a beginning is taken whole, or from a blank line on, where what is left of it is a part of some length. */
function isWorthLeaving({ paragraphs }: Segment, from: number): boolean {
  if (from === 0) return true;
  const isApart = (paragraphs[from]?.lines[0]?.blanksBefore ?? 0) > 0;
  return isApart && textOf({ paragraphs: paragraphs.slice(0, from) }).length >= shortestPart;
}

/** Fewer characters are hardly a part of an article that tells of something. */
export const shortestPart = 60;

interface Tail {
  readonly host: Segment;
  /** The first paragraph of the tail; 0 for a body without a beginning. */
  readonly from: number;
  readonly score: number;
}

/** About what two texts of one page have in common that tell of different things. */
const usualCosine = 0.03;

/** How much more like the broken segment than like the text before it, where it stands, a tail is. */
function rateTail(
  { host, from }: Omit<Tail, 'score'>,
  segment: Segment,
  { isOrphan, similarity }: Rating,
): Tail {
  const own = textOf(segment);
  const tail = textOf({ paragraphs: host.paragraphs.slice(from) });
  const rest = textOf({ paragraphs: host.paragraphs.slice(0, from) });
  const toOwn = similarity.cosine(tail, own);
  const isForeign = toOwn >= alike / 2;
  const score = isForeign ? toOwn / (nearness({ rest, tail, own }) + 0.02) : 0;
  return { host, from, score };

  function nearness(texts: {
    readonly rest: string;
    readonly tail: string;
    readonly own: string;
  }): number {
    if (from === 0) return usualCosine;
    return similarity.cosine(texts.rest, isOrphan(host) ? texts.own : texts.tail);
  }
}

function markGap(segment: Segment): void {
  const last = segment.paragraphs.at(-1);
  segment.gaps.push(`“……${last?.text.slice(-10) ?? ''}”之后缺文字。`);
  segment.paragraphs = segment.paragraphs.map((paragraph) =>
    paragraph === last ? { ...paragraph, isFinished: true } : paragraph,
  );
}

/**
 * The paragraphs from which on a text speaks again and again of somebody or something that it has not mentioned before
 * them, and that the broken text too speaks of again and again.
 */
function startsThatName(
  host: Segment,
  names: ReadonlyMap<number, number>,
  { repeated }: TextSimilarity,
): readonly number[] {
  const firsts = Array.from(repeated(textOf(host)))
    .filter(([name]) => names.has(name))
    .map(([, first]) => first);
  const last = Math.max(-1, ...firsts);
  const starts: number[] = [];
  let at = 0;
  for (const [from, { text }] of host.paragraphs.entries()) {
    if (at <= last) starts.push(from);
    at += text.length + 1;
  }
  return starts;
}
