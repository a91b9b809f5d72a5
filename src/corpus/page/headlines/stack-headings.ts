import { foldText } from '../../fold-text.ts';
import { namesOrganisation } from '../lines/line-traits.ts';
import type { PageLine } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import type { RoleLine } from '../lines/role-line.ts';
import { isColumnName, shortestTitleLine, widestColumnName } from './column-names.ts';
import { areParallel, readsOn } from './subheadings.ts';

/** The lines of one headline, column name or sub-heading. */
export type HeadingStack = readonly RoleLine[];

/** Cuts heading lines that follow one another into stacks: at kickers, at blank lines, after short column names. */
export function stackHeadings(
  lines: readonly RoleLine[],
  style: PageStyle,
): readonly HeadingStack[] {
  const stacks: RoleLine[][] = [];
  const reach = isOneHeadline(lines) ? style.usualBlanks : 0;
  for (const line of lines) {
    const stack = stacks.at(-1);
    if (stack !== undefined && belongs(stack, line, { ...style, reach })) stack.push(line);
    else stacks.push([line]);
  }
  return stacks;
}

/** Where a blank line stands between any two lines, so few, with a kicker above the others only, are rather one headline than more. */
function isOneHeadline(lines: readonly RoleLine[]): boolean {
  return lines.length <= mostLines && lines.slice(1).every(({ role }) => role !== 'kicker');
}

const mostLines = 4;

interface Closeness extends PageStyle {
  /** Blank lines there may be between two lines of one headline. */
  readonly reach: number;
}

function belongs(stack: readonly RoleLine[], line: RoleLine, style: Closeness): boolean {
  const before = stack.at(-1);
  if (before === undefined) return false;
  if (isSubtitle(line)) return true;
  const { blanksBefore, text } = line.line;
  // Below a blank line it may be the beginning of a broken paragraph.
  const isClose = blanksBefore === 0 || (blanksBefore <= style.reach && !readsOn(text));
  if (line.role === 'kicker') {
    // A kicker may be broken over two lines.
    return stack.length === 1 && before.role !== 'kicker' && isClose && before.line.width > 8;
  }
  if (before.role === 'kicker' || isNamedAbove(before, line))
    return line.line.blanksBefore <= style.usualBlanks + 1;
  if (standsApart(stack, line, style)) return false;
  return line.line.size === null ? isClose : belongsBySize(before.line, line.line);
}

/** An organisation is the kicker of the headline it stands nearer to than to the text above, without a colon too. */
function isNamedAbove(before: RoleLine, line: RoleLine): boolean {
  return line.line.blanksBefore <= before.line.blanksBefore && isOrganisation(before);
}

function isOrganisation(line: RoleLine): boolean {
  return namesOrganisation(foldText(wordsOf(line)));
}

/** A mark on the first line may be a column's, below a kicker it is the title's. */
function standsApart(stack: readonly RoleLine[], line: RoleLine, style: PageStyle): boolean {
  const [first, ...more] = stack;
  const before = stack.at(-1);
  if (first === undefined || before === undefined || isSubtitle(before)) return true;
  if (line.mark !== '' && !mayStandAboveMark(stack)) return true;
  if (more.length > 0) return false;
  return first.mark !== '' || (isColumnName(first, style) && !areTwins(first, line));
}

/** A short line above another of its length, or built or begun like it, is the first half of a headline. */
function areTwins({ line: above }: RoleLine, { line: below }: RoleLine): boolean {
  if (above.width > shortestTitleLine && above.width === below.width) return true;
  if (below.blanksBefore > 0) return false;
  return areParallel(above.text, below.text) || beginAlike(above.text, below.text);
}

/** 楼上漏水 and 楼下为何不急了; many a column and many a headline of the same page begin with 党. */
function beginAlike(first: string, second: string): boolean {
  return first.charAt(0) === second.charAt(0) && !first.startsWith('党');
}

/** A mark stands before the title of a headline, and above it a kicker that is longer than a column name. */
function mayStandAboveMark(stack: readonly RoleLine[]): boolean {
  return stack.every(
    (one) => one.mark === '' && (one.line.width > widestColumnName || isOrganisation(one)),
  );
}

function belongsBySize(before: PageLine, line: PageLine): boolean {
  const isSameSize = sizeRatio(before, line) < 1.12;
  return isSameSize || (line.blanksBefore === 0 && line.width > shortestTitleLine);
}

export function isSubtitle({ line }: RoleLine): boolean {
  return /^[—–-]{1,2}\s*[^—–-]/.test(line.text) && line.text.length > 4;
}

function sizeRatio(first: PageLine, second: PageLine): number {
  if (first.size === null || second.size === null) return 1;
  return Math.max(first.size, second.size) / Math.min(first.size, second.size);
}

/** Without its marks: 党员名片 of ★ 党员名片 ★ */
export function wordsOf({ line, mark }: RoleLine): string {
  const text = line.text.slice(mark.length).trim();
  return mark !== '' && text.endsWith(mark) ? text.slice(0, -mark.length).trim() : text;
}
