import type { RoleLine } from './find-headings.ts';
import { type PageLine, widthOf } from './page-lines.ts';

/** Lines that stand together as one headline, column name or sub-heading. */
export interface HeadingGroup {
  readonly kicker: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly lines: readonly PageLine[];
  /** A gap that a photo leaves stands before it. */
  readonly afterGap: boolean;
}

/** A column name is no longer than this, and stands in one line. */
export const widestColumnName = 12;
/** The first line of a headline is hardly as short as this; a column name is. */
const shortestTitleLine = 5;

/** Cuts a stack of heading lines into groups: at kickers, at blank lines, after short column names. */
export function groupHeadings(lines: readonly RoleLine[], usualBlanks: number): readonly HeadingGroup[] {
  const stacks: RoleLine[][] = [];
  for (const line of lines) {
    const stack = stacks.at(-1);
    if (stack !== undefined && belongs(stack, line, usualBlanks)) stack.push(line);
    else stacks.push([line]);
  }
  return stacks.map((stack) => toGroup(stack, usualBlanks));
}

function belongs(stack: readonly RoleLine[], line: RoleLine, usualBlanks: number): boolean {
  const before = stack.at(-1);
  if (before === undefined) return false;
  if (isSubtitle(line)) return true;
  const isClose = line.line.blanksBefore === 0;
  if (line.role === 'kicker') {
    // A kicker may be broken over two lines.
    return stack.length === 1 && before.role !== 'kicker' && isClose && before.line.width > 8;
  }
  if (before.role === 'kicker') return line.line.blanksBefore <= usualBlanks + 1;
  if (isSubtitle(before) || before.mark !== '' || line.mark !== '') return false;
  if (before.line.width <= shortestTitleLine && stack.length === 1) return false;
  const isSameSize = sizeRatio(before.line, line.line) < 1.12;
  if (line.line.size !== null && !isSameSize) return isClose && line.line.width > shortestTitleLine;
  return isClose || (line.line.size !== null && isSameSize);
}

function isSubtitle({ line }: RoleLine): boolean {
  return /^[—–-]{1,2}\s*[^—–-]/.test(line.text) && line.text.length > 4;
}

function sizeRatio(first: PageLine, second: PageLine): number {
  if (first.size === null || second.size === null) return 1;
  return Math.max(first.size, second.size) / Math.min(first.size, second.size);
}

function toGroup(stack: readonly RoleLine[], usualBlanks: number): HeadingGroup {
  const kickerEnd = stack.findIndex(({ role }) => role === 'kicker') + 1;
  const rest = stack.slice(kickerEnd).filter((line) => !isSubtitle(line));
  const largest = Math.max(0, ...rest.map(({ line }) => line.size ?? 1));
  const main = rest.filter(({ line }) => (line.size ?? 1) >= largest / 1.12);
  const mainStart = main[0] === undefined ? 0 : rest.indexOf(main[0]);
  const above = [...stack.slice(0, kickerEnd), ...rest.slice(0, mainStart)];
  const below = [
    ...rest.slice(mainStart).filter((line) => !main.includes(line)),
    ...stack.slice(kickerEnd).filter(isSubtitle),
  ];
  return {
    kicker: textOf(above, '')?.replace(/[:：]$/, '') ?? null,
    title: textOf(main, ' '),
    subtitle: textOf(below, ' ')?.replace(/^[—–-]+\s*/, '') ?? null,
    lines: stack.map(({ line }) => line),
    afterGap: (stack[0]?.line.blanksBefore ?? 0) > usualBlanks + 1,
  };
}

function textOf(lines: readonly RoleLine[], separator: string): string | null {
  const text = lines.map(({ line, mark }) => line.text.slice(mark.length).trim()).join(separator);
  return text === '' ? null : text;
}

/** Whether a group may be the name of a column: one short line that says nothing of its own. */
export function looksLikeColumn({ kicker, title, subtitle, lines }: HeadingGroup): boolean {
  if (kicker !== null || subtitle !== null || title === null || lines.length > 1) return false;
  return widthOf(title) <= widestColumnName && !/[，。？！?!]/.test(title);
}
