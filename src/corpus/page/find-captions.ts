import type { PageStyle } from './page-style.ts';
import { otherColumn } from './paragraph.ts';
import { type RoleLine, runsOn } from './role-line.ts';
import { endsSentence, isCredited } from './sentence-ends.ts';

/**
 * Tells the first lines of captions that stand, between blank lines and with a credit, in the middle of a sentence:
 * these go on with nothing. A sentence torn by a blank line goes on in the same column and begins with no date.
 */
export function findCaptions(
  lines: readonly RoleLine[],
  { usualBlanks }: PageStyle,
): readonly RoleLine[] {
  if (usualBlanks > 0) return lines;
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const isBelowGap = line.role === 'text' && line.line.blanksBefore > 0;
    if (before === undefined || !isBelowGap || !runsOn(before)) return line;
    const isOther = setsOff(line, before) || dated.test(line.line.text);
    return isOther && closesCredited(lines, index) ? { ...line, opensCaption: true } : line;
  });
}

const dated = /^(?:\d{1,2}月\d{1,2}日|近日|日前|图为)/u;
/** Captions are hardly longer. */
const mostLines = 12;

function setsOff({ columnWidth }: RoleLine, before: RoleLine): boolean {
  if (columnWidth === null || before.columnWidth === null) return false;
  return Math.abs(columnWidth - before.columnWidth) >= otherColumn;
}

/** The lines from `start` up to a blank line end with a sentence and who photographed it. */
function closesCredited(lines: readonly RoleLine[], start: number): boolean {
  for (const [index, line] of lines.slice(start, start + mostLines).entries()) {
    const isBelow = index === 0 || line.line.blanksBefore === 0;
    if (!isBelow) return false;
    const above = lines[start + index - 1];
    if (line.role === 'credit') return above !== undefined && endsSentence(above.line.text);
    if (line.role !== 'text') return false;
    if (isCredited(line.line.text)) return true;
  }
  return false;
}
