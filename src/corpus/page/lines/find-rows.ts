import type { RoleLine } from './role-line.ts';

/** Rows of a table or a list of names: at least two lines in a row of like build, each a line of its own. */
export function findRows(lines: readonly RoleLine[]): readonly RoleLine[] {
  const cells = lines.map(({ line, role, mark }) =>
    role === 'text' || role === 'marked' ? countCells(line.text.slice(mark.length)) : null,
  );
  return lines.map((line, index): RoleLine => {
    const own = cells[index] ?? null;
    if (own === null) return line;
    const beside = [cells[index - 1] ?? null, cells[index + 1] ?? null];
    const isRow = beside.some(
      (other) => other !== null && other.count === own.count && (own.isData || other.isData),
    );
    return isRow && !isBelowKicker(lines, index) && !isOfDeck(lines, index)
      ? { ...line, role: 'row', why: '表格或名单的一行' }
      : line;
  });
}

/**
 * Two lines of two halves each, below a plain one or above the beginning of a text, are the title and the subtitle of a
 * headline.
 */
function isOfDeck(lines: readonly RoleLine[], index: number): boolean {
  const isOpen = (at: number) => lines[at]?.role === 'text' && lines[at]?.line.blanksBefore === 0;
  let [start, end] = [index, index + 1];
  while (start > 0 && isOpen(start) && lines[start - 1]?.role === 'text') start -= 1;
  while (isOpen(end)) end += 1;
  const deck = lines.slice(start, end);
  const halves = deck.map(({ line }) => line.text.split(/\s+/u));
  const rows = halves.filter(({ length }) => length > 1);
  const after = lines[end]?.role;
  const isHeadline = halves[0]?.length === 1 || after === 'lead' || after === 'byline';
  return (
    isHeadline &&
    (start === 0 || (lines[start]?.line.blanksBefore ?? 0) > 0) &&
    deck.length <= rows.length + 1 &&
    rows.length === 2 &&
    deck.every(({ closes }) => !closes) &&
    rows.flat().every((half) => half.length >= shortestHalf)
  );
}

/** 白芷县： and below it two lines of two halves each are a headline. */
function isBelowKicker(lines: readonly RoleLine[], index: number): boolean {
  const above = [index, index - 1].find(
    (at) => lines[at]?.line.blanksBefore !== 0 || lines[at - 1]?.role === 'kicker',
  );
  const kicker = above === undefined ? undefined : lines[above - 1];
  const isRight =
    above !== undefined && lines[above]?.line.blanksBefore === 0 && kicker?.role === 'kicker';
  const cells = lines[index]?.line.text.split(/\s+/u) ?? [];
  return (
    isRight && kicker.line.blanksBefore > 0 && cells.every(({ length }) => length >= shortestHalf)
  );
}

/** Cells of tables and lists of names are mostly shorter. */
const shortestHalf = 5;

interface Cells {
  readonly count: number;
  /** Holds numbers, or nothing but names. */
  readonly isData: boolean;
}

/** The cells of a line that has at least two and reads like a row, or null. */
function countCells(text: string): Cells | null {
  const cells = text.split(/\s+/u);
  if (cells.length < 2 || /[。，；？！]/.test(text) || cells.some((cell) => cell.length > 14))
    return null;
  const isNames =
    cells.length >= 3 && cells.every((cell) => /^[\p{Script=Han}·]{2,4}$/u.test(cell));
  return { count: cells.length, isData: isNames || /\d/.test(text) };
}
