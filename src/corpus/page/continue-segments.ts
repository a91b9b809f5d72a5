import { nobody, unite } from './bylines.ts';
import { joinParagraphs } from './paragraph.ts';
import { isFinished, type Segment, type SegmentParagraph, textOf } from './segment.ts';
import type { TextSimilarity } from './text-similarity.ts';

// Second halves of common words: a paragraph that begins with one alone has lost its beginning.
const secondHalves = /^[的了着过们性化者等之究研门率型式界]$/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a text plainly begins in the middle of a sentence or of a word. */
export function startsBroken(text: string): boolean {
  if (/^[，、。；：！？”’）》…,;:)]/u.test(text)) return true;
  if (!secondHalves.test(text.charAt(0))) return false;
  const [first] = segmenter.segment(text.slice(0, 12));
  return first !== undefined && secondHalves.test(first.segment);
}

/** Joins paragraphs inside a segment that a column or a picture has broken, and names what is missing. */
export function mendParagraphs(segment: Segment): void {
  const mended: SegmentParagraph[] = [];
  for (const paragraph of segment.paragraphs) {
    const last = mended.at(-1);
    if (last !== undefined && !last.isFinished && !paragraph.isSubheading && !last.isSubheading) {
      mended.splice(-1, 1, { ...joinParagraphs(last, paragraph), isSubheading: false });
      continue;
    }
    if (last !== undefined && !paragraph.isSubheading && startsBroken(paragraph.text)) {
      segment.gaps.push(`“${paragraph.text.slice(0, 10)}……”之前缺文字。`);
    }
    mended.push(paragraph);
  }
  segment.paragraphs = mended;
}

interface Continuation {
  readonly segments: readonly Segment[];
  /** Segments that have a headline, a byline or a lead of their own. */
  readonly isHeaded: (segment: Segment) => boolean;
  readonly similarity: TextSimilarity;
}

/**
 * Puts together what was printed apart: a body without a beginning goes to the article that broke off,
 * or to the one it is about; the end of a foreign article is taken out of the one it was run into.
 */
export function continueSegments({
  segments,
  isHeaded,
  similarity,
}: Continuation): readonly Segment[] {
  const isOrphan = (segment: Segment) => segment.starts !== 'caption' && !isHeaded(segment);
  for (const segment of segments) {
    if (isBrokenOff(segment) && !isOrphan(segment))
      takeTail(segment, segments, { isOrphan, similarity });
  }
  return segments.filter((segment) => {
    if (segment.paragraphs.length === 0) return false;
    if (!isOrphan(segment)) return true;
    const host = findHost(segment, segments, { isHeaded, similarity });
    if (host === null) {
      segment.gaps.push('标题和开头没有印在这一版上，或者认不出是哪一篇的。');
      return true;
    }
    append(host, segment);
    return false;
  });
}

function isBrokenOff(segment: Segment): boolean {
  return segment.starts !== 'caption' && !segment.closed && !isFinished(segment);
}

function append(host: Segment, { paragraphs, people, signLines, closed }: Segment): void {
  host.paragraphs = [...host.paragraphs, ...paragraphs];
  host.people = unite(host.people, people);
  host.signLines.push(...signLines);
  host.closed ||= closed;
}

/** Alike enough to be parts of one article, where nothing else ties them. */
const alike = 0.1;
/** The end of an article is another's when it is so many times more like it. */
const foreign = 1.4;

function findHost(
  orphan: Segment,
  segments: readonly Segment[],
  { isHeaded, similarity }: Pick<Continuation, 'isHeaded' | 'similarity'>,
): Segment | null {
  const index = segments.indexOf(orphan);
  const text = textOf(orphan);
  const hosts = segments.filter(
    (segment) =>
      segment !== orphan &&
      isHeaded(segment) &&
      segment.starts !== 'caption' &&
      segment.starts !== 'mark',
  );
  const rated = hosts.map((host) => {
    const at = segments.indexOf(host);
    const isOpenBefore = at < index && !host.closed;
    const cosine = similarity.cosine(textOf(host), text);
    const broken = isBrokenOff(host) && cosine >= 0.02 ? 0.15 : 0;
    const isLast = segments.slice(at + 1, index).every(({ starts }) => starts === 'caption');
    return {
      host,
      score: cosine + broken + (isOpenBefore && isLast ? 0.05 : 0) - (host.closed ? 0.1 : 0),
    };
  });
  const [best] = rated.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= alike ? best.host : null;
}

/** A body without a beginning is taken whole, or what is left of it is a part of some length. */
function isWorthLeaving({ paragraphs }: Segment, from: number): boolean {
  return from === 0 || textOf({ paragraphs: paragraphs.slice(0, from) }).length >= shortestPart;
}

const shortestPart = 60;

/** About what two texts of one page have in common that tell of different things. */
const usualCosine = 0.03;

interface Tail {
  readonly host: Segment;
  /** The first paragraph of the tail; 0 for a body without a beginning. */
  readonly from: number;
  readonly score: number;
}

/**
 * Appends what goes on with a segment that breaks off: a body without a beginning, or the end of another
 * article that tells of this one rather than of its own, as when the second half was printed first.
 */
function takeTail(segment: Segment, segments: readonly Segment[], rating: Rating): void {
  const { isOrphan } = rating;
  const own = textOf(segment);
  const hosts = segments.filter(
    (host) => host !== segment && host.starts !== 'caption' && host.starts !== 'mark',
  );
  const next = segments
    .slice(segments.indexOf(segment) + 1)
    .find(({ starts }) => starts !== 'caption' && starts !== 'mark');
  const tails = hosts.flatMap((host) =>
    Array.from({ length: host.paragraphs.length }, (_, from) => from)
      .filter((from) => (isOrphan(host) ? isWorthLeaving(host, from) : from > 0))
      .map((from) => rateTail({ host, from }, segment, rating))
      // What stands right after it, but for pictures and briefs, goes on with it as a whole.
      .map((tail) =>
        tail.from === 0 && host === next ? { ...tail, score: tail.score * 3 } : tail,
      ),
  );
  // Names are looked for last, since that takes longest.
  const best = tails
    .filter(({ score }) => score >= foreign)
    .toSorted((a, b) => b.score - a.score)
    .find((candidate) => sharesName(candidate, own));
  if (best === undefined) return;
  const tail: Segment = { ...best.host, paragraphs: best.host.paragraphs.slice(best.from) };
  best.host.paragraphs = best.host.paragraphs.slice(0, best.from);
  const [first] = tail.paragraphs;
  if (first !== undefined && !isOrphan(best.host) && !startsBroken(first.text)) markGap(segment);
  append(segment, best.from === 0 ? tail : { ...tail, people: nobody, signLines: [] });
}

interface Rating {
  readonly isOrphan: (segment: Segment) => boolean;
  readonly similarity: TextSimilarity;
}

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

/** Both speak again and again of somebody or something that the text before the tail never mentions. */
function sharesName({ host, from }: Tail, own: string): boolean {
  const tail = textOf({ paragraphs: host.paragraphs.slice(from) });
  const rest = textOf({ paragraphs: host.paragraphs.slice(0, from) });
  const pairs = Array.from({ length: Math.max(0, tail.length - 1) }, (_, index) =>
    tail.slice(index, index + 2),
  );
  return [...new Set(pairs)].some(
    (word) =>
      /^\p{Script=Han}{2}$/u.test(word) &&
      isRepeated(own, word) &&
      isRepeated(tail, word) &&
      !rest.includes(word),
  );
}

function isRepeated(text: string, word: string): boolean {
  const first = text.indexOf(word);
  return first >= 0 && text.includes(word, first + word.length);
}
