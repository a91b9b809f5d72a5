import { mayBeHeadline } from '../headlines/column-names.ts';
import type { HeadingGroup } from '../headlines/heading-group.ts';
import { nobody, unite } from '../lines/bylines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import { startsBroken } from '../segments/mend-paragraphs.ts';
import {
  addParagraph,
  newSegment,
  type Segment,
  type SegmentParagraph,
} from '../segments/segment.ts';
import { alike, shortestPart } from '../segments/take-tail.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import { type Body, readBody, weighEvidence } from './headline-evidence.ts';
import { isWritten, readArrangement } from './page-arrangement.ts';

interface Parting {
  readonly headlines: readonly HeadingGroup[];
  readonly similarity: TextSimilarity;
  readonly style: PageStyle;
}

/**
 * Where headlines stand apart, nothing but a blank line may part their bodies: as many bodies as there are headlines too
 * many are parted, where the text before and behind tells least of one thing.
 */
export function partSegments(segments: readonly Segment[], page: Parting): readonly Segment[] {
  const written = segments.filter((segment) => segment.paragraphs.length > 0 && isWritten(segment));
  if (page.headlines.length <= written.length) return segments;
  const bodies = written.map((segment) => readBody(segment));
  const evidence = weighEvidence(page.similarity);
  const { placeOf, blocks } = readArrangement(page.headlines, bodies, evidence);
  const apart = page.headlines.filter(
    (headline) => mayBeHeadline(headline) && (blocks.has(headline) || !placeOf.has(headline)),
  );
  const taken = new Set([...placeOf].flatMap(([one, body]) => (blocks.has(one) ? [] : [body])));
  const wanted = apart.length - bodies.filter((body) => !taken.has(body)).length;
  if (apart.length < fewestApart || wanted <= 0) return segments;
  const seams = bodies
    .flatMap(({ segment }) => findSeams(segment, { ...page, headlines: apart }))
    .toSorted((a, b) => a.likeness - b.likeness || b.told - a.told)
    .slice(0, wanted);
  return segments.flatMap((segment) => {
    const starts = seams.filter((seam) => seam.segment === segment).map(({ at }) => at);
    return starts.length === 0
      ? [segment]
      : cutSegment(
          segment,
          starts.toSorted((a, b) => a - b),
        );
  });
}

/** One or two may be banners, or headlines of other pages. */
const fewestApart = 3;

interface Seam {
  readonly segment: Segment;
  /** The first paragraph behind it. */
  readonly at: number;
  readonly likeness: number;
  /** How much more a headline has in common with the text behind. */
  readonly told: number;
}

/**
 * The blank lines between whole paragraphs where one of the headlines tells of what stands behind and not of what stands
 * before, with what the texts up to the seams beside them have in common.
 */
function findSeams(segment: Segment, page: Parting): readonly Seam[] {
  const { paragraphs } = segment;
  const places = paragraphs.flatMap((paragraph, at) =>
    mayBegin(paragraph, paragraphs[at - 1], page.style) ? [at] : [],
  );
  return places.flatMap((at, index) => {
    const before = partOf(segment, places[index - 1] ?? 0, at);
    const behind = partOf(segment, at, places[index + 1]);
    const likeness = page.similarity.cosine(before.text, behind.text);
    const evidence = weighEvidence(page.similarity);
    const told = Math.max(
      ...page.headlines.map((headline) => evidence(headline, behind) - evidence(headline, before)),
    );
    // Short paragraphs beside the seam are enough where a headline plainly tells of what begins there.
    const parts =
      told >= strongly
        ? [partOf(segment, 0, at), partOf(segment, at, undefined)]
        : [before, behind];
    if (parts.some(({ text }) => text.length < shortestPart)) return [];
    return told >= plainly && likeness < alike ? [{ segment, at, likeness, told }] : [];
  });
}

/** So much more a headline must have in common with the text behind. */
const plainly = 0.3;
const strongly = 0.6;

function partOf(segment: Segment, from: number, to: number | undefined): Body {
  return readBody({ ...segment, paragraphs: segment.paragraphs.slice(from, to) });
}

function mayBegin(
  { lines, isSubheading, isRow, startsFlush, text }: SegmentParagraph,
  before: SegmentParagraph | undefined,
  { usualBlanks }: PageStyle,
): boolean {
  if (before === undefined || !before.isFinished || before.isSubheading) return false;
  if (isSubheading || isRow || startsFlush || startsBroken(text)) return false;
  return (lines[0]?.blanksBefore ?? 0) > usualBlanks;
}

function cutSegment(segment: Segment, starts: readonly number[]): readonly Segment[] {
  const { paragraphs, byline, people } = segment;
  const [first = paragraphs.length] = starts;
  const rest = starts.map((start, index) => {
    const part = newSegment({ starts: 'orphan', column: null });
    for (const paragraph of paragraphs.slice(start, starts[index + 1]))
      addParagraph(part, paragraph);
    return part;
  });
  segment.paragraphs = paragraphs.slice(0, first);
  segment.people = segment.paragraphs.reduce(
    (named, { lead, signature }) => unite(unite(named, lead ?? nobody), signature ?? nobody),
    byline?.people ?? (rest.some(({ closed }) => closed) ? nobody : people),
  );
  segment.closed = segment.paragraphs.some(
    ({ signature, credit }) => signature !== null || credit !== null,
  );
  return [segment, ...rest];
}
