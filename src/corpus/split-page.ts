import { assignHeadlines } from './assign-headlines.ts';
import { findColumnWidths } from './column-widths.ts';
import { continueSegments, mendParagraphs } from './continue-segments.ts';
import { findHeadings, type RoleLine } from './find-headings.ts';
import { findSegments } from './find-segments.ts';
import type { HeadingGroup } from './heading-groups.ts';
import { type LineRole, readLine } from './line-roles.ts';
import { toElements } from './page-elements.ts';
import type { PageLine } from './page-lines.ts';
import { isFinished, type Segment, textOf } from './segment.ts';
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
export function splitPage(lines: readonly PageLine[]): SplitPage {
  const readings = lines.map((line) => readLine(line));
  const widths = findColumnWidths(lines, (index) =>
    breaksText(readings[index]?.role) || readings[index - 1]?.role === 'kicker',
  );
  const roles = findHeadings(
    lines.flatMap((line, index) => {
      const reading = readings[index];
      return reading === undefined ? [] : [{ ...reading, line, columnWidth: widths[index] ?? null }];
    }),
  );
  const elements = toElements(roles);
  const similarity = createTextSimilarity(
    elements.flatMap((element) => (element.kind === 'paragraph' ? [element.paragraph.text] : [])),
  );
  const parts = findSegments(elements, similarity);
  for (const segment of parts.segments) mendParagraphs(segment);
  const headlines = assignHeadlines(parts.headlines, parts.segments, similarity);
  const segments = continueSegments({
    segments: parts.segments,
    isHeaded: (segment) => isHeaded(segment) || headlines.of.has(segment),
    similarity,
  });
  for (const segment of segments) {
    mendParagraphs(segment);
    nameBrokenEnd(segment);
  }
  return {
    items: segments
      .filter((segment) => textOf(segment).trim() !== '')
      .map((segment) => ({ segment, headline: headlines.of.get(segment) ?? null })),
    columns: parts.columns,
    unassigned: headlines.unassigned,
    roles,
  };
}

function breaksText(role: LineRole | undefined): boolean {
  return role === 'kicker' || role === 'credit' || role === 'furniture' || role === 'signature';
}

function isHeaded({ starts }: Segment): boolean {
  return starts !== 'orphan' && starts !== 'heading';
}

function nameBrokenEnd(segment: Segment): void {
  const last = segment.paragraphs.at(-1);
  if (last === undefined || isFinished(segment) || last.isSubheading) return;
  segment.gaps.push(`“……${last.text.slice(-10)}”之后的文字没有印在这一版上`);
}
