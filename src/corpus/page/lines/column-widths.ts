import type { PageLine } from './page-lines.ts';

/**
 * A line that is narrower than its column by more than this does not fill it. The first line of a
 * paragraph lacks the two characters of its indent, and punctuation is set narrower to fit a line.
 */
const slack = 3.6;
const shortestRun = 3;
/** Wider lines are whole paragraphs that nobody wrapped. */
const widestColumn = 46;

/**
 * For each line the width of the column it was wrapped in, in full-width characters, or null where the
 * text is not wrapped. A column shows itself by three or more lines of one width that run on; lines
 * that are no body text break it.
 */
export function findColumnWidths(
  lines: readonly PageLine[],
  breaks: (index: number) => boolean,
): readonly (number | null)[] {
  const widths: (number | null)[] = lines.map(() => null);
  const isSpaced = standsApart(lines);
  let start = 0;
  while (start < lines.length) {
    const end = runEnd(lines, start, breaks);
    const run = lines.slice(start, end);
    if (isColumn(run, { next: breaks(end) ? undefined : lines[end], isSpaced })) {
      widths.fill(usualWidth(run), start, end);
    }
    start = Math.max(end, start + 1);
  }
  return spread(lines, widths);
}

/** The width most lines have; a few are wider by a comma that may not begin the next line. */
function usualWidth(run: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (const { width } of run)
    counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  const [usual] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual?.[0] ?? 0;
}

/** The first line that is not of one width with those from `start` on. */
function runEnd(
  lines: readonly PageLine[],
  start: number,
  breaks: (index: number) => boolean,
): number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let index = start; index < lines.length; index += 1) {
    if (breaks(index)) return index;
    const width = lines[index]?.width ?? 0;
    least = Math.min(least, width);
    most = Math.max(most, width);
    if (index > start && isBroken(lines, index, most)) return index;
    if (most - least > slack || most > widestColumn || least < 8) return index;
  }
  return lines.length;
}

/** The line above a blank line ends in the middle of its column and of a sentence: another column may follow. */
function isBroken(lines: readonly PageLine[], index: number, columnWidth: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before === undefined || line === undefined || line.blanksBefore === 0) return false;
  return before.width <= columnWidth - shortBy && /[\p{Script=Han}]$/u.test(before.text);
}

const shortBy = 3;

/** Running text has commas and stops inside its lines; a stack of headlines has not. */
function isColumn(
  run: readonly PageLine[],
  { next, isSpaced }: { readonly next: PageLine | undefined; readonly isSpaced: boolean },
): boolean {
  if (run.length >= 2 && endsParagraph(run, next)) return true;
  if (run.length < shortestRun || (!isSpaced && standsApart(run))) return false;
  const running = run.filter(({ text }) => /[，。、；：,]/.test(text)).length;
  const isUnbroken = run.slice(1).every(({ blanksBefore }) => blanksBefore === 0);
  return running >= run.length * (isUnbroken && run.length >= 5 ? 0.1 : 0.4);
}

/** Blank lines stand between most lines, as between headlines. */
function standsApart(lines: readonly PageLine[]): boolean {
  const gaps = lines.slice(1).filter(({ blanksBefore }) => blanksBefore > 0).length;
  return gaps > (lines.length - 1) / 2;
}

/** The line right below is a last line: shorter, with a full stop. */
function endsParagraph(run: readonly PageLine[], next: PageLine | undefined): boolean {
  if (next === undefined || !/[。！？]”?$/u.test(next.text)) return false;
  const isUnbroken = [...run.slice(1), next].every(({ blanksBefore }) => blanksBefore === 0);
  return isUnbroken && next.width <= Math.max(...run.map(({ width }) => width));
}

const reach = 4;

/** Short lines between two runs, the ends of paragraphs, belong to the nearest run within a few lines. */
function spread(
  lines: readonly PageLine[],
  widths: readonly (number | null)[],
): readonly (number | null)[] {
  const blocks = findBlocks(lines, widths);
  return widths.map((own, index) => {
    if (own !== null) return own;
    const least = (lines[index]?.width ?? 0) - slack;
    const places = Array.from({ length: reach }, (_, step) => [index + step + 1, index - step - 1]);
    const near = places
      .flat()
      .filter((place) => (widths[place] ?? Number.NEGATIVE_INFINITY) >= least);
    const beside = near.find((place) => blocks[place] === blocks[index]) ?? near[0];
    return beside === undefined ? null : (widths[beside] ?? null);
  });
}

/** Numbers the lines, one number for all up to where the column above breaks off. */
function findBlocks(
  lines: readonly PageLine[],
  widths: readonly (number | null)[],
): readonly number[] {
  let block = 0;
  let above: number | null = null;
  return lines.map((_, index) => {
    if (above !== null && isBroken(lines, index, above)) block += 1;
    above = widths[index] ?? above;
    return block;
  });
}

/** Whether a line fills its column, so that the sentence may go on in the next line. */
export function fillsColumn(
  line: PageLine,
  columnWidth: number | null,
  { slack: allowed }: { readonly slack: number },
): boolean {
  const quotes = line.text.match(/[“”‘’]/gu)?.length ?? 0;
  // Some set quotation marks as wide as characters.
  return columnWidth !== null && line.width + quotes / 2 >= columnWidth - allowed;
}
