import { unite } from './bylines.ts';
import { joinParagraphs } from './paragraph.ts';
import { isFinished, type Segment, type SegmentParagraph, textOf } from './segment.ts';
import type { TextSimilarity } from './text-similarity.ts';

// Second halves of common words: a paragraph that begins with one alone has lost its beginning.
const secondHalves = /^[的了着过们性化者等之究研门度率量型式制界感禁策施展设育训导理念务织践动障系署议谈]$/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a text plainly begins in the middle of a sentence or of a word. */
export function startsBroken(text: string): boolean {
  if (/^[，、。；：！？”’）》…,;:)]/u.test(text)) return true;
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
      segment.gaps.push(`“${paragraph.text.slice(0, 10)}……”之前缺文字`);
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
export function continueSegments({ segments, isHeaded, similarity }: Continuation): readonly Segment[] {
  const kept = segments.filter((segment) => {
    if (segment.starts === 'caption' || isHeaded(segment)) return true;
    const host = findHost(segment, segments, { isHeaded, similarity });
    if (host === null) {
      segment.gaps.push('标题和开头没有印在这一版上，或者认不出是哪一篇的');
      return true;
    }
    append(host, segment.paragraphs);
    host.people = unite(host.people, segment.people);
    host.signLines.push(...segment.signLines);
    host.closed ||= segment.closed;
    return false;
  });
  for (const segment of kept) {
    if (isBrokenOff(segment)) takeTail(segment, kept, similarity);
  }
  return kept;
}

function isBrokenOff(segment: Segment): boolean {
  return segment.starts !== 'caption' && !segment.closed && !isFinished(segment);
}

function append(host: Segment, paragraphs: readonly SegmentParagraph[]): void {
  host.paragraphs = [...host.paragraphs, ...paragraphs];
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
    (segment) => segment !== orphan && isHeaded(segment) && segment.starts !== 'caption' && segment.starts !== 'mark',
  );
  const rated = hosts.map((host) => {
    const at = segments.indexOf(host);
    const isOpenBefore = at < index && !host.closed;
    const cosine = similarity.cosine(textOf(host), text);
    const broken = isBrokenOff(host) ? 0.25 : 0;
    const isLast = segments.slice(at + 1, index).every(({ starts }) => starts === 'caption');
    return { host, score: cosine + broken + (isOpenBefore && isLast ? 0.05 : 0) - (host.closed ? 0.1 : 0) };
  });
  const [best] = rated.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= alike ? best.host : null;
}

/** The end of another article that tells of this one rather than of its own: the second half printed first. */
function takeTail(segment: Segment, segments: readonly Segment[], similarity: TextSimilarity): void {
  const own = textOf(segment);
  let best: { readonly host: Segment; readonly from: number; readonly score: number } | null = null;
  for (const host of segments) {
    if (host === segment || host.starts === 'caption' || host.starts === 'mark') continue;
    for (let from = 1; from < host.paragraphs.length; from += 1) {
      const tail = textOf({ paragraphs: host.paragraphs.slice(from) });
      const rest = textOf({ paragraphs: host.paragraphs.slice(0, from) });
      const toOwn = similarity.cosine(tail, own);
      const score = toOwn / (similarity.cosine(tail, rest) + 0.02);
      const isForeign = toOwn >= alike / 2 && score >= foreign;
      if (isForeign && score > (best?.score ?? 0) && sharesName(tail, own, rest)) {
        best = { host, from, score };
      }
    }
  }
  if (best === null) return;
  const tail = best.host.paragraphs.slice(best.from);
  best.host.paragraphs = best.host.paragraphs.slice(0, best.from);
  const [first] = tail;
  if (first !== undefined && !startsBroken(first.text)) {
    const last = segment.paragraphs.at(-1);
    segment.gaps.push(`“……${last?.text.slice(-10) ?? ''}”之后缺文字`);
    segment.paragraphs = segment.paragraphs.map((paragraph) =>
      paragraph === last ? { ...paragraph, isFinished: true } : paragraph,
    );
  }
  append(segment, tail);
}

/** Both speak again and again of somebody or something that the host never mentions. */
function sharesName(tail: string, own: string, rest: string): boolean {
  const words = [...segmenter.segment(tail)].map(({ segment }) => segment);
  const names = new Set([...words, ...pairs(tail)]);
  return [...names].some(
    (word) => /^\p{Script=Han}{2,4}$/u.test(word) && count(tail, word) >= 2 && count(own, word) >= 2 && !rest.includes(word),
  );
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}

function count(text: string, word: string): number {
  return text.split(word).length - 1;
}
