import { assignHeadlines } from './assignment/assign-headlines.ts';
import { partSegments } from './assignment/part-segments.ts';
import { raiseLines } from './assignment/raise-lines.ts';
import { findHeadings } from './headlines/find-headings.ts';
import type { HeadingGroup } from './headlines/heading-group.ts';
import { readPeople } from './lines/bylines.ts';
import { findColumnWidths } from './lines/column-widths.ts';
import { findRows } from './lines/find-rows.ts';
import { findSignatures } from './lines/find-signatures.ts';
import { type LineRole, readLine } from './lines/line-roles.ts';
import { closeNameGaps, mendBylines, mendCredits } from './lines/mend-names.ts';
import type { PageLine } from './lines/page-lines.ts';
import { type PageStyle, readStyle } from './lines/page-style.ts';
import type { RoleLine } from './lines/role-line.ts';
import { lastCloses } from './lines/sentence-ends.ts';
import { continueSegments } from './segments/continue-segments.ts';
import { findCaptions } from './segments/find-captions.ts';
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
  const { roles, style } = readLines(closeNameGaps(printed));
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

/** Takes each line for what it is, and reads off all of them how the page is set. */
function readLines(
  lines: readonly PageLine[],
): Pick<SplitPage, 'roles'> & { readonly style: PageStyle } {
  const readings = lines.map((line) => readLine(line));
  const widths = findColumnWidths(
    lines,
    (index) => breaksText(readings[index]?.role) || readings[index - 1]?.role === 'kicker',
  );
  const style = readStyle(lines, widths);
  const printed = lines.flatMap((line, index): readonly RoleLine[] => {
    const reading = readings[index];
    return reading === undefined
      ? []
      : [
          {
            ...reading,
            line,
            columnWidth: widths[index] ?? null,
            closes: closesAt(lines, index),
            opensCaption: false,
          },
        ];
  });
  return { roles: readRoles(printed, style), style };
}

/** Whether a line ends a paragraph; a bracket with names takes up to three lines. */
function closesAt(lines: readonly PageLine[], index: number): boolean {
  return lastCloses(lines.slice(Math.max(0, index - 2), index + 1).map(({ text }) => text));
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

/** Rows, headings and signatures, which only their neighbours tell. */
function readRoles(printed: readonly RoleLine[], style: PageStyle): readonly RoleLine[] {
  const bylineMarks = new Set(
    printed.flatMap(({ role, mark }) => (role === 'byline' ? [mark] : [])),
  );
  const lines = mendCredits(mendBylines(printed)).map((line) => readPenName(line, bylineMarks));
  const found = findHeadings(findRows(findSignatures(readTop(lines), style)), style);
  return findCaptions(found, style);
}

/** ◆半亩 is a byline where ◆本报记者 张三 is one. */
function readPenName(line: RoleLine, bylineMarks: ReadonlySet<string>): RoleLine {
  const { text } = line.line;
  const isPenName =
    line.mark !== '' && bylineMarks.has(line.mark) && penName.test(text.slice(line.mark.length));
  const people = isPenName ? readPeople(text) : null;
  return people === null ? line : { ...line, role: 'byline', why: '与别的署名同一记号', people };
}

const penName = /^\s*(?:[\p{Script=Han}]{2,3}|[\p{Script=Han}] [\p{Script=Han}])$/u;

/** The stack of short lines at the top that holds the masthead: paper, section, date and editors. */
function readTop(lines: readonly RoleLine[]): readonly RoleLine[] {
  const end = lines.findIndex(({ line }, index) => index > 0 && line.blanksBefore > 0);
  const top = lines.slice(0, Math.max(0, end));
  const isMasthead =
    top.length > 0 &&
    (top.some(({ role }) => role === 'furniture') || isPaperName(top)) &&
    top.every(
      ({ line, role }) => role === 'furniture' || (line.width <= 24 && !running.test(line.text)),
    );
  if (!isMasthead) return lines;
  return lines.map((line, index) =>
    index < end ? { ...line, role: 'furniture', why: '版面顶上的报头' } : line,
  );
}

/** Of a sentence; a weather forecast may have commas. */
const running = /^(?!.*\d℃).*[。，；]/u;

/** 炭河矿区报 above everything else, in a line of its own. */
function isPaperName([first, second]: readonly RoleLine[]): boolean {
  return second === undefined && first !== undefined && paperName.test(first.line.text);
}

const paperName = /^[\p{Script=Han}·]{2,11}(?<![预喜捷通海汇回上年月季举播发])(?:报|周刊|导刊)$/u;

function breaksText(role: LineRole | undefined): boolean {
  return role === 'kicker' || role === 'credit' || role === 'furniture' || role === 'signature';
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
