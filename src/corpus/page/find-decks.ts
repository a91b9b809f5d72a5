import { widestColumnName } from './column-names.ts';
import { fillsColumn } from './column-widths.ts';
import { isPlainlyText } from './heading-reasons.ts';
import type { LineRole } from './line-roles.ts';
import type { PageStyle } from './page-style.ts';
import { type RoleLine, runsOn } from './role-line.ts';

/**
 * For each line whether it stands in a headline of some lines that blank lines set apart: no sentence ends in it, and
 * its last line ends before its column does, as no half of a paragraph would. A line of it may be as wide as the column.
 */
export function findDecks(lines: readonly RoleLine[], style: PageStyle): readonly boolean[] {
  const decks = lines.map(() => false);
  if (style.usualBlanks > 0) return decks;
  for (let end = lines.length; end > 0; ) {
    const start = blockStart(lines, end);
    const isAboveDeck = decks[end] === true;
    if (
      isDeck(lines.slice(start, end), {
        before: lines[start - 1],
        after: lines[end],
        isAboveDeck,
        style,
      })
    )
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
  readonly style: PageStyle;
}

/** One line alone tells less of itself, more are text. */
const [fewestLines, mostLines] = [2, 4];
const starters: ReadonlySet<LineRole> = new Set(['byline', 'lead', 'kicker']);

function isDeck(
  block: readonly RoleLine[],
  { before, after, isAboveDeck, style }: Around,
): boolean {
  const [first, last] = [block[0], block.at(-1)];
  if (first === undefined || last === undefined || !isText(first)) return false;
  if (block.length < fewestLines || block.length > mostLines) return false;
  const isApart =
    first.line.blanksBefore > 0 &&
    !runsOn(before) &&
    (after === undefined || after.line.blanksBefore > 0);
  if (!isApart || block.some((line) => !mayBeHeadline(line))) return false;
  const fills = (line: RoleLine) =>
    !isWide(line) && fillsColumn(line.line, line.columnWidth, style);
  if (fills(last)) return false;
  const isAboveStart = isAboveDeck || (after !== undefined && starters.has(after.role));
  return (
    isAboveStart ||
    block.every(
      (line) => line.columnWidth !== null && !(fills(line) && /[，、,]/.test(line.line.text)),
    )
  );
}

function mayBeHeadline(printed: RoleLine): boolean {
  return !printed.line.inIndentedText && !printed.closes && !isPlainlyText(printed);
}

/** Wider than its column, as only headlines over more than one are. */
function isWide({ line, columnWidth }: RoleLine): boolean {
  return columnWidth !== null && line.width > columnWidth + 2;
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
