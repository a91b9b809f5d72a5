import { isIndented } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import { type RoleLine, runsOn } from '../lines/role-line.ts';
import { endsSentence, isCredited } from '../lines/sentence-ends.ts';
import { startsBroken } from './mend-paragraphs.ts';
import { otherColumn } from './paragraph.ts';
import { sharesWord } from './return-tails.ts';

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
    const end = creditEnd(lines, index);
    if (end === null) return line;
    const isOther = setsOff(line, before) || dated.test(line.line.text);
    const opensCaption = isOther || goesOnBehind({ before, line, behind: lines[end] });
    return opensCaption ? { ...line, opensCaption } : line;
  });
}

interface Broken {
  readonly before: RoleLine;
  readonly line: RoleLine;
  readonly behind: RoleLine | undefined;
}

/** Below the credit stands text that nothing opens: the rest of the sentence, unless its word goes on above. */
function goesOnBehind({ before, line, behind }: Broken): boolean {
  if (behind?.role !== 'text' || isIndented(behind.line) || behind.line.blanksBefore === 0)
    return false;
  return !sharesWord(before.line.text, line.line.text) && !startsBroken(line.line.text);
}

const dated = /^(?:\d{1,2}月\d{1,2}日|近日|日前|[昨今前][天日晚]|图为)/u;
/** Captions are hardly longer. */
const mostLines = 12;

function setsOff({ columnWidth }: RoleLine, before: RoleLine): boolean {
  if (columnWidth === null || before.columnWidth === null) return false;
  return Math.abs(columnWidth - before.columnWidth) >= otherColumn;
}

/** The line below the credit, when the lines from `start` up to a blank line end with a sentence and who photographed it. */
function creditEnd(lines: readonly RoleLine[], start: number): number | null {
  for (const [index, line] of lines.slice(start, start + mostLines).entries()) {
    if (index > 0 && line.line.blanksBefore > 0) return null;
    const above = lines[start + index - 1];
    const isCredit = line.role === 'credit' && endsSentence(above?.line.text ?? '');
    if (isCredit || (line.role === 'text' && isCredited(line.line.text))) return start + index + 1;
    if (line.role !== 'text') return null;
  }
  return null;
}
