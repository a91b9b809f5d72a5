import { nobody, type People, unite } from '../lines/bylines.ts';
import { fillsColumn } from '../lines/column-widths.ts';
import { isIndented, type PageLine } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import type { RoleLine } from '../lines/role-line.ts';
import { closesParagraph, endsSentence } from '../lines/sentence-ends.ts';
import { type ParagraphEnd, readLead, readTail } from './paragraph-ends.ts';

/** Lines of a body joined to a paragraph, with what was printed before and after it taken off. */
export interface Paragraph extends ParagraphEnd {
  readonly lines: readonly PageLine[];
  readonly begins: 'text' | 'lead' | 'marked' | 'note';
  /** A row of a table or list. */
  readonly isRow: boolean;
  readonly mark: string;
  readonly columnWidth: number | null;
  /** A gap that a photo leaves stands before it. */
  readonly afterGap: boolean;
  /** Begins at the margin where other paragraphs are indented: its beginning stands elsewhere. */
  readonly startsFlush: boolean;
  /** Ends where a sentence ends. */
  readonly isFinished: boolean;
  /** Who is named in its 本报讯（记者 …）. */
  readonly lead: People | null;
}

/** Whether a line goes on with the paragraph of the line before. */
export function continuesParagraph(before: RoleLine, line: RoleLine, style: PageStyle): boolean {
  if (line.role !== 'text' || before.role === 'row' || line.opensCaption) return false;
  if (line.line.inIndentedText && line.line.indent >= 1.5) return false;
  const isClose = line.line.blanksBefore === 0;
  if (!isClose && !goesOnBelowGap(before, line, style)) return false;
  const { text } = before.line;
  const isFull = fillsColumn(before.line, before.columnWidth, style);
  if (before.closes || (/[；;：:]$/.test(text) && !isFull)) {
    return (isFull || line.line.inIndentedText) && isClose && !isIndented(line.line);
  }
  return line.line.blanksBefore <= 1;
}

function goesOnBelowGap(before: RoleLine, line: RoleLine, style: PageStyle): boolean {
  if (!sharesColumn(before, line) || breaksOff(before, line, style)) return false;
  // A short line with an indent is no first line of a paragraph that goes on at the margin.
  const mayGoOn = !line.line.inIndentedText || !isIndented(before.line);
  return mayGoOn || fillsColumn(before.line, before.columnWidth, style);
}

/** Where each paragraph is one line, a blank line ends it; what goes on is joined later. */
function sharesColumn({ columnWidth }: RoleLine, line: RoleLine): boolean {
  if (columnWidth === null) return false;
  return line.columnWidth === null || Math.abs(columnWidth - line.columnWidth) < 4;
}

/** Ends in the middle of a line, where what comes next is set in another width: its article goes on elsewhere. */
export function breaksOff(
  { line: last, columnWidth }: Pick<RoleLine, 'line' | 'columnWidth'>,
  next: Pick<RoleLine, 'line' | 'columnWidth'>,
  style: PageStyle,
): boolean {
  if (columnWidth === null || next.columnWidth === null || !next.line.inIndentedText) return false;
  const isOther = Math.abs(columnWidth - next.columnWidth) >= otherColumn;
  return isOther && !closesParagraph(last.text) && !fillsColumn(last, columnWidth, style);
}

/** Columns whose widths differ by so much are set apart. */
export const otherColumn = 2;

/** No bracket with names is longer; a paragraph may be. */
const longestNames = 100;

/** Joins the lines of a paragraph: Chinese without a space, and names in an open bracket as names. */
function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  // Only the end of what was joined decides: to look at all of it each time would be quadratic.
  let end = '';
  for (const line of lines) {
    const part = end === '' ? line : separatorOf(end, line) + line;
    parts.push(part);
    end = (end + part).slice(-longestNames);
  }
  return parts.join('');
}

function separatorOf(left: string, right: string): '' | ' ' {
  if (/[a-z]$/i.test(left) && /^[a-z]/i.test(right)) return ' ';
  const openBracket = /[（(][^（）()]*$/u.exec(left)?.[0] ?? '';
  if (!/记者|通讯员/.test(openBracket)) return '';
  const last = /[\p{Script=Han}]+$/u.exec(openBracket)?.[0] ?? '';
  const first = /^[\p{Script=Han}]+/u.exec(right)?.[0] ?? '';
  if (tornRole.test(`${last}|${first}`)) return '';
  // A name of which one character stands here and one there is one name.
  const isWhole = last.length > 1 && first.length > 1 && !/记者|通讯员/.test(last);
  return isWhole ? ' ' : '';
}

/** 通讯员 broken at the end of a line. */
const tornRole = /通\|讯员|通讯\|员|记\|者|实\|习生|实习\|生/u;

interface ReadOptions {
  readonly afterGap: boolean;
  readonly startsFlush: boolean;
  /** The next line begins another paragraph. */
  readonly endsHere: boolean;
}

/** Makes a paragraph of its lines; the first tells how it begins. */
export function readParagraph(lines: readonly RoleLine[], options: ReadOptions): Paragraph {
  const [first] = lines;
  const mark = first?.mark ?? '';
  const joined = joinLines(lines.map(({ line }) => line.text));
  const begins =
    first?.role === 'lead' || first?.role === 'marked' || first?.role === 'note'
      ? first.role
      : 'text';
  const unmarked = joined.slice(mark.length).trimStart();
  const tail = readTail(unmarked);
  return {
    ...tail,
    lines: lines.map(({ line }) => line),
    begins,
    isRow: first?.role === 'row',
    mark,
    columnWidth: first?.columnWidth ?? null,
    afterGap: options.afterGap,
    startsFlush: options.startsFlush,
    isFinished:
      options.endsHere ||
      first?.role === 'row' ||
      tail.signature !== null ||
      tail.credit !== null ||
      endsSentence(tail.text),
    lead: readLead(unmarked),
  };
}

/** One paragraph of two halves that were printed apart. */
export function joinParagraphs(first: Paragraph, second: Paragraph): Paragraph {
  return {
    ...second,
    text: joinLines([first.text, second.text]),
    lines: [...first.lines, ...second.lines],
    begins: first.begins,
    mark: first.mark,
    afterGap: first.afterGap,
    startsFlush: first.startsFlush,
    lead: first.lead === null ? second.lead : unite(first.lead, second.lead ?? nobody),
  };
}
