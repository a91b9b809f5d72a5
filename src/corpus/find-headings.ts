import { fillsColumn } from './column-widths.ts';
import type { LineReading, LineRole } from './line-roles.ts';
import type { PageLine } from './page-lines.ts';

/** A line with what it was taken for and the width of its column. */
export interface RoleLine extends LineReading {
  readonly line: PageLine;
  readonly columnWidth: number | null;
}

const stop = /[。！？!?…][”’」』）)】》"'\s]*$/u;

/** Whether a text ends where a sentence ends. */
export function endsSentence(text: string): boolean {
  return stop.test(text);
}

/** Tells the headings from the text, now that each line can be seen beside its neighbours. */
export function findHeadings(lines: readonly RoleLine[]): readonly RoleLine[] {
  const found: RoleLine[] = [];
  for (const [index, line] of lines.entries()) {
    found.push(readInPlace(line, found.at(-1), lines[index + 1]));
  }
  return found;
}

type Neighbour = RoleLine | undefined;

function readInPlace(line: RoleLine, before: Neighbour, after: Neighbour): RoleLine {
  if (line.role === 'kicker') {
    return runsOn(before) && line.line.blanksBefore === 0
      ? { ...line, role: 'text', why: '正文的一行' }
      : line;
  }
  const fills = fillsColumn(line.line, line.columnWidth);
  if (line.mark !== '' && fills && (line.role === 'byline' || line.role === 'text')) {
    return { ...line, role: 'marked', why: `以${line.mark}开头的一段`, people: null };
  }
  if (line.role !== 'text') return line;
  const why = whyHeading(line, before, after);
  return why === null ? line : { ...line, role: 'heading', why };
}

const bodyRoles: ReadonlySet<LineRole> = new Set(['text', 'lead', 'marked', 'note']);
const starters: ReadonlySet<LineRole> = new Set(['lead', 'byline', 'marked', 'note']);
const widestHeading = 40;

/** The line before is body text whose sentence goes on. */
function runsOn(before: Neighbour): boolean {
  return before !== undefined && bodyRoles.has(before.role) && !endsSentence(before.line.text);
}

function whyHeading(line: RoleLine, before: Neighbour, after: Neighbour): string | null {
  const { text, width, size } = line.line;
  if (size !== null) return whyLarge(size, text);
  if (width > widestHeading || /[。；;]/.test(text) || /[，、,：:]$/.test(text)) return null;
  if (before?.role === 'kicker') return '上一行是以冒号结尾的引题';
  const startsNext = after !== undefined && starters.has(after.role);
  if (startsNext && !runsOn(before)) return '下一行是正文的开头';
  if (line.columnWidth === null) return whyShort(line, before);
  if (runsOn(before) && before !== undefined && fillsColumn(before.line, before.columnWidth)) {
    return startsNext && line.line.blanksBefore > 0 ? '下一行是正文的开头' : null;
  }
  if (endsSentence(text)) return null;
  return fillsColumn(line.line, line.columnWidth) ? null : '短行，没有句末标点，也不接上一行';
}

const largeSize = 1.15;

function whyLarge(size: number, text: string): string | null {
  return size >= largeSize && !/。$/.test(text) ? `字号是正文的 ${size.toFixed(1)} 倍` : null;
}

const widestLoneHeading = 34;

/** Where nobody wrapped the text, a short line that stands alone. */
function whyShort({ line }: RoleLine, before: Neighbour): string | null {
  if (line.width > widestLoneHeading) return null;
  const follows = runsOn(before) && before !== undefined && before.line.width <= 46;
  if (follows && line.blanksBefore === 0) return null;
  return '单独的短行，没有句号';
}
