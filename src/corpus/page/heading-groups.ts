import { foldText } from '../fold-text.ts';
import { isColumnName, shortestTitleLine, widestColumnName } from './column-names.ts';
import type { Deck, DeckSplit } from './deck-features.ts';
import type { HeadingGroup } from './heading-group.ts';
import { namesOrganisation } from './line-traits.ts';
import type { PageLine } from './page-lines.ts';
import type { PageStyle } from './page-style.ts';
import type { RoleLine } from './role-line.ts';
import { splitDecks } from './split-decks.ts';

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
  const isClose = line.line.blanksBefore <= style.reach;
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

/** A short line above another of its length is the first half of a headline. */
function areTwins({ line: above }: RoleLine, { line: below }: RoleLine): boolean {
  return above.width > shortestTitleLine && above.width === below.width;
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

function isSubtitle({ line }: RoleLine): boolean {
  return /^[—–-]{1,2}\s*[^—–-]/.test(line.text) && line.text.length > 4;
}

function sizeRatio(first: PageLine, second: PageLine): number {
  if (first.size === null || second.size === null) return 1;
  return Math.max(first.size, second.size) / Math.min(first.size, second.size);
}

/** Tells kicker, title and subtitle of all stacks of a page. */
export function readStacks(
  stacks: readonly HeadingStack[],
  { usualBlanks }: PageStyle,
): ReadonlyMap<HeadingStack, HeadingGroup> {
  const splits = splitDecks(stacks.map((stack) => toDeck(stack)));
  return new Map(
    stacks.map((stack, index) => {
      const parts = readPrinted(stack) ?? cutAt(stack, splits[index]);
      return [stack, toGroup(stack, parts, usualBlanks)];
    }),
  );
}

function toGroup(
  stack: HeadingStack,
  { above, main, below }: Parts,
  usualBlanks: number,
): HeadingGroup {
  return {
    kicker: textOf(above, '')?.replace(/[:：]$/, '') ?? null,
    title: textOf(main, ' '),
    subtitle: textOf(below, ' '),
    lines: stack.map(({ line }) => line),
    mark: stack.find(({ mark }) => mark !== '')?.mark ?? '',
    afterGap: (stack[0]?.line.blanksBefore ?? 0) > usualBlanks + 1,
  };
}

/** The parts where font size or letter-spacing tells them. */
function readPrinted(stack: HeadingStack): Parts | null {
  return stack[0]?.line.size === null ? bySpacing(stack) : bySize(stack);
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

/** A colon, or the mark of the next line, ends the kicker, a dash begins the subtitle; what stands between is open. */
function toDeck(stack: HeadingStack): Deck {
  const marked = stack.findIndex(({ mark }) => mark !== '');
  const dash = stack.findIndex((line, index) => index > 0 && isSubtitle(line));
  return {
    lines: stack.map((line) => wordsOf(line)),
    kickers: Math.max(stack.findIndex(({ role }) => role === 'kicker') + 1, marked, 0),
    subtitles: dash < 0 ? 0 : stack.length - dash,
  };
}

function cutAt(stack: HeadingStack, split: DeckSplit | undefined): Parts {
  const { kickers, titles } = split ?? { kickers: 0, titles: stack.length };
  return {
    above: stack.slice(0, kickers),
    main: stack.slice(kickers, kickers + titles),
    below: stack.slice(kickers + titles),
  };
}

function textOf(lines: HeadingStack, separator: string): string | null {
  const text = lines.map((line) => wordsOf(line)).join(separator);
  return text === '' ? null : text;
}

/** Without its mark. */
function wordsOf({ line, mark }: RoleLine): string {
  return line.text.slice(mark.length).trim();
}
