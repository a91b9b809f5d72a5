import { isIndented } from '../lines/page-lines.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import { startsBroken } from './mend-paragraphs.ts';
import { otherColumn } from './paragraph.ts';
import { returnTails, runsOf } from './return-tails.ts';
import { appendSegment, isFinished, type Segment, textOf } from './segment.ts';
import { alike, takeTail } from './take-tail.ts';

interface Continuation {
  readonly segments: readonly Segment[];
  /** Segments that have a headline, a byline or a lead of their own. */
  readonly isHeaded: (segment: Segment) => boolean;
  /** The lines of its headline, or the empty string. */
  readonly titleOf: (segment: Segment) => string;
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
  titleOf,
}: Continuation): readonly Segment[] {
  const isOrphan = (segment: Segment) => segment.starts !== 'caption' && !isHeaded(segment);
  for (const segment of segments) {
    if (isBrokenOff(segment) && !isOrphan(segment))
      takeTail(segment, segments, { isOrphan, similarity });
  }
  returnTails(
    segments.filter((segment) => isRunning(segment) && !isOrphan(segment)),
    { similarity, titleOf },
  );
  return segments.filter((segment) => {
    if (segment.paragraphs.length === 0) return false;
    if (!isOrphan(segment)) return true;
    const host = findHost(segment, segments, { isHeaded, similarity, titleOf });
    if (host === null) {
      segment.gaps.push('标题和开头没有印在这一版上，或者认不出是哪一篇的。');
      return true;
    }
    appendSegment(host, segment);
    return false;
  });
}

/** Of an article, and not a picture, a brief or a note that stands in one. */
function isRunning({ starts, paragraphs }: Segment): boolean {
  return paragraphs.length > 0 && !['caption', 'mark', 'note'].includes(starts);
}

function isBrokenOff(segment: Segment): boolean {
  return segment.starts !== 'caption' && !segment.closed && !isFinished(segment);
}

function findHost(
  orphan: Segment,
  segments: readonly Segment[],
  { isHeaded, similarity, titleOf }: Omit<Continuation, 'segments'>,
): Segment | null {
  const index = segments.indexOf(orphan);
  const text = textOf(orphan);
  // The headline tells of a text that breaks off as much as its beginning does.
  const tellingOf = (host: Segment) => (isBrokenOff(host) ? titleOf(host) : '') + textOf(host);
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
    const cosine = similarity.cosine(tellingOf(host), text);
    const broken = isBrokenOff(host) && cosine >= alike / 2 ? 0.15 : 0;
    const between = segments.slice(at + 1, index).filter(({ paragraphs }) => paragraphs.length > 0);
    const isLast = isOpenBefore && between.every(({ starts }) => starts === 'caption');
    const isParted = isLast && between.length > 0 && isSetAlike(host, orphan);
    const near = (isLast ? 0.05 : 0) + (isParted ? 0.05 : 0);
    return { host, score: cosine + broken + near - (host.closed ? 0.1 : 0) };
  });
  const [best] = rated.toSorted((a, b) => b.score - a.score);
  if (best !== undefined && best.score >= alike) return best.host;
  // Names are looked for last, since that takes longest; half a sentence has none to speak of.
  const words = startsBroken(text) ? new Map<Segment, number>() : findSharedWords(orphan, segments);
  const named = rated.filter(({ host }) => (words.get(host) ?? 0) >= fewestWords);
  const [likeliest] = named.toSorted((a, b) => b.score - a.score);
  return likeliest !== undefined && likeliest.score >= alike - 0.1 ? likeliest.host : null;
}

/** Begins a paragraph, with its indent, in a column as wide as that in which the other ends. */
function isSetAlike({ paragraphs: above }: Segment, { paragraphs: below }: Segment): boolean {
  const [last, first] = [above.at(-1), below[0]];
  const line = first?.lines[0];
  if (last === undefined || first === undefined || line === undefined) return false;
  const isAlike = Math.abs((last.columnWidth ?? 0) - (first.columnWidth ?? 0)) < otherColumn;
  return isAlike && line.inIndentedText && isIndented(line);
}

/** 灯塔党小组 alone is three. */
const fewestWords = 4;

/** How many runs of three characters a text has in common with each other one and with no third: names, mostly. */
function findSharedWords(
  segment: Segment,
  segments: readonly Segment[],
): ReadonlyMap<Segment, number> {
  const holders = new Map([...runsOf(textOf(segment))].map((run) => [run, new Set<Segment>()]));
  for (const other of segments) {
    if (other === segment) continue;
    for (const run of runsOf(textOf(other))) holders.get(run)?.add(other);
  }
  const counts = new Map<Segment, number>();
  for (const [only, ...more] of holders.values()) {
    if (only !== undefined && more.length === 0) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  return counts;
}
