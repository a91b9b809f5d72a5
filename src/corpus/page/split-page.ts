import { assignHeadlines } from './assignment/assign-headlines.ts';
import { partSegments } from './assignment/part-segments.ts';
import { raiseLines } from './assignment/raise-lines.ts';
import type { HeadingGroup } from './headlines/heading-group.ts';
import type { PageLine } from './lines/page-lines.ts';
import type { RoleLine } from './lines/role-line.ts';
import { readRoles } from './read-roles.ts';
import { continueSegments } from './segments/continue-segments.ts';
import { findSegments, type PageParts } from './segments/find-segments.ts';
import { joinHalves } from './segments/join-halves.ts';
import { mendParagraphs } from './segments/mend-paragraphs.ts';
import { moveBylines } from './segments/move-bylines.ts';
import { toElements } from './segments/page-elements.ts';
import { isAdvertisement, isFinished, type Segment, textOf } from './segments/segment.ts';
import { createTextSimilarity } from './text-similarity.ts';

/** One item of a page as it was found. */
export interface PageItem {
  readonly segment: Segment;
  readonly headline: HeadingGroup | null;
}

export interface SplitPage {
  readonly items: readonly PageItem[];
  readonly columns: readonly HeadingGroup[];
  /** Headlines that belong to no body of the page. */
  readonly unassigned: readonly HeadingGroup[];
  readonly roles: readonly RoleLine[];
}

/** Splits a page into its items: lines to paragraphs and headings, these to segments, headlines to bodies. */
export function splitPage(printed: readonly PageLine[]): SplitPage {
  const { roles, style } = readRoles(printed);
  const elements = toElements(roles, style);
  const similarity = createTextSimilarity(
    elements.flatMap((element) => (element.kind === 'paragraph' ? [element.paragraph.text] : [])),
  );
  const found = findSegments(elements, { similarity, style });
  const parts = {
    ...found,
    segments: joinHalves(
      partSegments(found.segments, { headlines: found.headlines, similarity, style }),
      similarity,
    ),
  };
  for (const segment of parts.segments) mendParagraphs(segment);
  const assigned = assignHeadlines(parts.headlines, parts.segments, similarity);
  moveBylines(parts.segments, assigned.of, parts.bylines);
  const headlines = raiseLines(assigned, parts.columns, similarity);
  const columns = leaveColumns(parts, headlines.of);
  const segments = continueSegments({
    segments: parts.segments,
    isHeaded: (segment) =>
      isHeaded(segment) || headlines.of.has(segment) || segment.gaps.length > 0,
    titleOf: (segment) => titleOf(headlines.of.get(segment)),
    similarity,
  });
  for (const segment of segments) {
    mendParagraphs(segment);
    nameBrokenEnd(segment);
  }
  return {
    items: segments
      .filter((segment) => textOf(segment).trim() !== '')
      .filter((segment) => !isAdvertisement(segment, headlines.of.get(segment)))
      .map((segment) => ({ segment, headline: headlines.of.get(segment) ?? null })),
    columns,
    unassigned: headlines.unassigned.filter((headline) => !columns.includes(headline)),
    roles,
  };
}

/** The column names, less those that turned out to be headlines. */
function leaveColumns(
  { columns, columnOf, segments }: PageParts,
  headlines: ReadonlyMap<Segment, HeadingGroup>,
): readonly HeadingGroup[] {
  const lines = new Set([...headlines.values()].flatMap((headline) => headline.lines));
  const left = columns.filter((column) => !column.lines.some((line) => lines.has(line)));
  const names = new Set(left.map(({ title }) => title));
  for (const segment of segments) if (!names.has(segment.column)) segment.column = null;
  for (const [segment, headline] of headlines) {
    const own = columnOf.get(headline);
    if (own !== undefined && left.includes(own)) segment.column = own.title;
  }
  return left;
}

function titleOf(headline: HeadingGroup | undefined): string {
  return headline?.lines.map(({ text }) => text).join(' ') ?? '';
}

function isHeaded({ starts }: Segment): boolean {
  return starts !== 'orphan' && starts !== 'heading';
}

function nameBrokenEnd(segment: Segment): void {
  const last = segment.paragraphs.at(-1);
  if (last === undefined || isFinished(segment) || last.isSubheading) return;
  // A telephone number or the like at the end of a notice.
  if (/[\d）)]$/u.test(last.text)) return;
  segment.gaps.push(`“……${last.text.slice(-10)}”之后的文字没有印在这一版上。`);
}
