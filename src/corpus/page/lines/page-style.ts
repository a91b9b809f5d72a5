import type { PageLine } from './page-lines.ts';

/** How a page is set, as far as its text shows it. */
export interface PageStyle {
  /** Blank lines that mostly stand between two lines: 1 where every paragraph is one line, else 0. */
  readonly usualBlanks: number;
  /** No blank lines anywhere: nothing but the lines themselves tells what belongs together. */
  readonly isDense: boolean;
  /** A line narrower than its column by more than this does not fill it. */
  readonly slack: number;
}

export function readStyle(
  lines: readonly PageLine[],
  widths: readonly (number | null)[],
): PageStyle {
  const blanks = lines
    .slice(1)
    .map(({ blanksBefore }) => blanksBefore)
    .toSorted((a, b) => a - b);
  const separated = blanks.filter((count) => count > 0).length;
  return {
    usualBlanks: Math.min(1, blanks[Math.floor(blanks.length / 2)] ?? 0),
    isDense: separated < lines.length * 0.03,
    slack: tightSlack + lostIndent(lines, widths),
  };
}

/** Punctuation is set narrower, or a line short by a character, to keep marks off its beginning. */
const tightSlack = 1.6;

/** What the first lines of paragraphs lack because their indent was cut off: about 2, or 0. */
function lostIndent(lines: readonly PageLine[], widths: readonly (number | null)[]): number {
  const losses = lines.flatMap((line, index) => {
    const [width, before] = [widths[index] ?? null, lines[index - 1]];
    const isFirst =
      before !== undefined &&
      width !== null &&
      /。”?$/u.test(before.text) &&
      before.width < width - 4 &&
      line.width > width - 4 &&
      !/[。：:]$/u.test(line.text);
    return isFirst ? [width - line.width] : [];
  });
  const middle = losses.toSorted((a, b) => a - b)[Math.floor(losses.length / 2)];
  return middle === undefined || middle >= 1.5 ? 2 : 0;
}
