import { findHeadings } from './headlines/find-headings.ts';
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
import { findCaptions } from './segments/find-captions.ts';

interface PageRoles {
  readonly roles: readonly RoleLine[];
  readonly style: PageStyle;
}

/** Takes each line for what it is, and reads off all of them how the page is set. */
export function readRoles(printed: readonly PageLine[]): PageRoles {
  const lines = closeNameGaps(printed);
  const readings = lines.map((line) => readLine(line));
  const widths = findColumnWidths(
    lines,
    (index) => breaksText(readings[index]?.role) || readings[index - 1]?.role === 'kicker',
  );
  const style = readStyle(lines, widths);
  const read = lines.flatMap((line, index): readonly RoleLine[] => {
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
  return { roles: judgeByNeighbours(read, style), style };
}

/** Whether a line ends a paragraph; a bracket with names takes up to three lines. */
function closesAt(lines: readonly PageLine[], index: number): boolean {
  return lastCloses(lines.slice(Math.max(0, index - 2), index + 1).map(({ text }) => text));
}

/** Rows, headings and signatures, which only their neighbours tell. */
function judgeByNeighbours(printed: readonly RoleLine[], style: PageStyle): readonly RoleLine[] {
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
