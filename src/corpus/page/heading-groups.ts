import { isColumnName, shortestTitleLine, widestColumnName } from './column-names.ts';
import type { HeadingGroup } from './heading-group.ts';
import type { PageLine } from './page-lines.ts';
import type { PageStyle } from './page-style.ts';
import type { RoleLine } from './role-line.ts';

/** Cuts a stack of heading lines into groups: at kickers, at blank lines, after short column names. */
export function groupHeadings(
  lines: readonly RoleLine[],
  style: PageStyle,
): readonly HeadingGroup[] {
  const stacks: RoleLine[][] = [];
  const reach = isOneHeadline(lines) ? style.usualBlanks : 0;
  for (const line of lines) {
    const stack = stacks.at(-1);
    if (stack !== undefined && belongs(stack, line, { ...style, reach })) stack.push(line);
    else stacks.push([line]);
  }
  return stacks.map((stack) => toGroup(stack, style.usualBlanks));
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
  const isClose = line.line.blanksBefore <= style.reach;
  if (line.role === 'kicker') {
    // A kicker may be broken over two lines.
    return stack.length === 1 && before.role !== 'kicker' && isClose && before.line.width > 8;
  }
  if (before.role === 'kicker') return line.line.blanksBefore <= style.usualBlanks + 1;
  // A mark on the first line may be a column's, below a kicker it is the title's.
  const isApart =
    isSubtitle(before) ||
    (before.mark !== '' && stack.length === 1) ||
    (line.mark !== '' && !mayStandAboveMark(stack));
  if (isApart || (stack.length === 1 && isColumnName(before, style) && !areTwins(before, line)))
    return false;
  return line.line.size === null ? isClose : belongsBySize(before.line, line.line);
}

/** A short line above another of its length is the first half of a headline. */
function areTwins({ line: above }: RoleLine, { line: below }: RoleLine): boolean {
  return above.width > shortestTitleLine && above.width === below.width;
}

/** A mark stands before the title of a headline, and above it a kicker that is longer than a column name. */
function mayStandAboveMark(stack: readonly RoleLine[]): boolean {
  return stack.every(({ line, mark }) => mark === '' && line.width > widestColumnName);
}

function belongsBySize(before: PageLine, line: PageLine): boolean {
  const isSameSize = sizeRatio(before, line) < 1.12;
  return isSameSize || (line.blanksBefore === 0 && line.width > shortestTitleLine);
}

function isSubtitle({ line }: RoleLine): boolean {
  return /^[—–-]{1,2}\s*[^—–-]/.test(line.text) && line.text.length > 4;
}

function sizeRatio(first: PageLine, second: PageLine): number {
  if (first.size === null || second.size === null) return 1;
  return Math.max(first.size, second.size) / Math.min(first.size, second.size);
}

function toGroup(stack: readonly RoleLine[], usualBlanks: number): HeadingGroup {
  const { above, main, below } = readParts(stack);
  return {
    kicker: textOf(above, '')?.replace(/[:：]$/, '') ?? null,
    title: textOf(main, ' '),
    subtitle: textOf(below, ' '),
    lines: stack.map(({ line }) => line),
    mark: stack.find(({ mark }) => mark !== '')?.mark ?? '',
    afterGap: (stack[0]?.line.blanksBefore ?? 0) > usualBlanks + 1,
  };
}

function readParts(stack: readonly RoleLine[]): Parts {
  if (stack[0]?.line.size !== null) return bySize(stack);
  return bySpacing(stack) ?? byOrder(stack);
}

interface Parts {
  readonly above: readonly RoleLine[];
  readonly main: readonly RoleLine[];
  readonly below: readonly RoleLine[];
}

/** The largest lines are the headline; what stands above them the kicker, below them the subtitle. */
function bySize(stack: readonly RoleLine[]): Parts {
  const kickerEnd = stack.findIndex(({ role }) => role === 'kicker') + 1;
  const rest = stack.slice(kickerEnd);
  const largest = Math.max(0, ...rest.map(({ line }) => line.size ?? 1));
  const isLarge = ({ line }: RoleLine) => (line.size ?? 1) >= largest / 1.12;
  const start = rest.findIndex((line) => isLarge(line));
  const end = rest.findLastIndex((line) => isLarge(line)) + 1;
  return {
    above: [...stack.slice(0, kickerEnd), ...rest.slice(0, Math.max(0, start))],
    main: rest.slice(Math.max(0, start), end).filter((line) => !isSubtitle(line)),
    below: [...rest.slice(Math.max(0, start), end).filter(isSubtitle), ...rest.slice(end)],
  };
}

/** Letter-spaced lines among others are the headline. */
function bySpacing(stack: readonly RoleLine[]): Parts | null {
  const kickerEnd = stack.findIndex(({ role }) => role === 'kicker') + 1;
  const rest = stack.slice(kickerEnd);
  const start = rest.findIndex(({ line }) => line.isSpaced);
  const end = rest.findLastIndex(({ line }) => line.isSpaced) + 1;
  if (start < 0 || end - start === rest.length) return null;
  return {
    above: [...stack.slice(0, kickerEnd), ...rest.slice(0, start)],
    main: rest.slice(start, end),
    below: rest.slice(end),
  };
}

const organisation =
  /(?:党支部|党总支|党委|党组|支部|街道|社区|[镇乡村局院厂站所校队]|中心|公司|学校|医院|图书馆|工会|协会|集团|办事处|守望隊|[县区市旗])$/u;

/**
 * Without sizes: a colon, an organisation or the mark of the next line ends the kicker, a dash begins the subtitle; of three or more
 * lines the first is the kicker and those after the second the subtitle, unless both are short.
 */
function byOrder(stack: readonly RoleLine[]): Parts {
  const marked = stack.findIndex(({ mark }) => mark !== '');
  const kickerEnd = Math.max(stack.findIndex(({ role }) => role === 'kicker') + 1, marked);
  const below = stack.slice(kickerEnd).filter(isSubtitle);
  const rest = stack.slice(kickerEnd).filter((line) => !isSubtitle(line));
  const [first, second, third] = rest;
  if (kickerEnd > 0 || first === undefined || second === undefined) {
    return { above: stack.slice(0, kickerEnd), main: rest, below };
  }
  const isNamed = organisation.test(first.line.text) && !/\s/.test(first.line.text);
  if (third === undefined) {
    if (isNamed || isCoupletAbove(first, second)) return { above: [first], main: [second], below };
    return { above: [], main: rest, below };
  }
  const isBroken = second.line.width + third.line.width <= shortTitle;
  const mainEnd = isBroken ? 3 : 2;
  return {
    above: [first],
    main: rest.slice(1, mainEnd),
    below: [...rest.slice(mainEnd), ...below],
  };
}

/** Two halves of one length are a headline line of their own: what stands below is another, unless it tells what kind of text this is. */
function isCoupletAbove({ line: first }: RoleLine, { line: second }: RoleLine): boolean {
  const [left = '', right = '', ...more] = first.text.split(' ');
  const isCouplet = more.length === 0 && left.length >= 4 && left.length === right.length;
  return isCouplet && second.width >= shortestHeadline && !genre.test(second.text);
}

const shortestHeadline = 8;
const genre = /(?:纪实|见闻|侧记|掠影|观察|探索|启示|札记|综述|速写|素描|故事|小记|随想)$/u;

/** Two lines of together so many characters are one headline that was broken. */
const shortTitle = 18;

function textOf(lines: readonly RoleLine[], separator: string): string | null {
  const text = lines.map(({ line, mark }) => line.text.slice(mark.length).trim()).join(separator);
  return text === '' ? null : text;
}
