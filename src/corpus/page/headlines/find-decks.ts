import { fillsColumn } from '../lines/column-widths.ts';
import type { LineRole } from '../lines/line-roles.ts';
import { isIndented } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import { type RoleLine, runsOn } from '../lines/role-line.ts';
import { widestColumnName } from './column-names.ts';
import { isPlainlyText } from './heading-reasons.ts';

/**
 * For each line whether it stands in a headline of some lines that blank lines set apart: no sentence ends in it, and
 * its last line ends before its column does, as no half of a paragraph would. A line of it may be as wide as the column.
 */
export function findDecks(lines: readonly RoleLine[], style: PageStyle): readonly boolean[] {
  const decks = lines.map(() => false);
  const isWrapped =
    lines.filter(({ columnWidth }) => columnWidth !== null).length > lines.length / 2;
  for (let end = lines.length; end > 0; ) {
    const start = blockStart(lines, end);
    const around = {
      before: lines[start - 1],
      after: lines[end],
      isAboveDeck: decks[end] === true,
    };
    if (isDeck(lines.slice(start, end), { ...around, isWrapped, style }))
      decks.fill(true, start, end);
    end = start;
  }
  return decks;
}

/** The first line of the lines up to `end` that no blank line and no line of another kind parts. */
function blockStart(lines: readonly RoleLine[], end: number): number {
  let start = end - 1;
  while (
    start > 0 &&
    isText(lines[start]) &&
    isText(lines[start - 1]) &&
    lines[start]?.line.blanksBefore === 0
  )
    start -= 1;
  return start;
}

function isText(line: RoleLine | undefined): boolean {
  return line?.role === 'text';
}

interface Around {
  readonly before: RoleLine | undefined;
  readonly after: RoleLine | undefined;
  /** Another such headline comes next. */
  readonly isAboveDeck: boolean;
  readonly isWrapped: boolean;
  readonly style: PageStyle;
}

/** One line alone tells less of itself, more are text. */
const [fewestLines, mostLines] = [2, 4];
const starters: ReadonlySet<LineRole> = new Set(['byline', 'lead', 'kicker']);

function isDeck(block: readonly RoleLine[], around: Around): boolean {
  const { before, after, isAboveDeck, style } = around;
  if (!isSetApart(block, around) || block.some((line) => !mayBeHeadline(line))) return false;
  const isWide = (line: RoleLine) => isWider(line, around);
  const fills = (line: RoleLine) =>
    !isWide(line) && fillsColumn(line.line, line.columnWidth, style);
  // What ends neither a sentence nor its column is the line of another headline.
  const isLoose = (line: RoleLine | undefined) =>
    line !== undefined && mayBeHeadline(line) && !fills(line);
  const isOpen = (line: RoleLine) => fills(line) && /[，、,]/.test(line.line.text);
  const startsNext = after !== undefined && starters.has(after.role);
  // Only above the beginning of a text may its last line be as wide as the column.
  const mayFill = startsNext && !runsOn(before) && !block.some((line) => isOpen(line));
  if (!mayFill && block.slice(-1).some((line) => fills(line))) return false;
  const isShort = block.every((line) => !fills(line) && !isWide(line));
  // Below half a sentence nothing but short lines above the beginning of a text are a headline.
  if (runsOn(before) && !isLoose(before)) return startsNext && isShort;
  if (startsNext || isAboveDeck || block.some((line) => isWide(line))) return true;
  return (
    style.usualBlanks === 0 && block.every((line) => line.columnWidth !== null && !isOpen(line))
  );
}

function isSetApart(block: readonly RoleLine[], { before, after }: Around): boolean {
  const [first] = block;
  if (first === undefined || !isText(first)) return false;
  if (first.line.blanksBefore === 0 && before?.role !== 'kicker') return false;
  const isApart = after === undefined || after.line.blanksBefore > 0 || starters.has(after.role);
  return isApart && block.length >= fewestLines && block.length <= mostLines;
}

function mayBeHeadline(printed: RoleLine): boolean {
  const isOfParagraph = printed.line.inIndentedText && isIndented(printed.line);
  return !isOfParagraph && !printed.closes && !isPlainlyText(printed);
}

/** Wider than its column, or than any near it, as only headlines over more than one are. */
function isWider(
  { line, columnWidth }: RoleLine,
  { isWrapped }: Pick<Around, 'isWrapped'>,
): boolean {
  return columnWidth === null ? isWrapped : line.width > columnWidth + 2;
}

/** 什么是“四议两公开”？ below 学习便签: a question on a line of its own below the name of a column is a headline. */
export function isAskedBelowName(
  { line, columnWidth }: RoleLine,
  around: Pick<Around, 'before' | 'after' | 'style'>,
): boolean {
  const { before, after, style } = around;
  const isName = before?.role === 'heading' && before.line.width <= widestColumnName;
  const isApart = columnWidth !== null || (after?.line.blanksBefore ?? 0) > style.usualBlanks;
  const isQuestion = /^[^，。；]+[？?]$/u.test(line.text);
  return isName && isApart && isQuestion && !fillsColumn(line, columnWidth, style);
}
