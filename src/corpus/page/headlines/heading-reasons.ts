import { fillsColumn } from '../lines/column-widths.ts';
import type { LineRole } from '../lines/line-roles.ts';
import { isIndented, isSetRight, type PageLine } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import { bodyRoles, type LinePlace, type RoleLine, runsOn } from '../lines/role-line.ts';
import { endsInDate, endsSentence } from '../lines/sentence-ends.ts';
import { closesDeck, sentenceSigns, whySubtitled } from './headline-lines.ts';

/** Headlines are hardly wider. */
export const widestHeading = 40;

const starters: ReadonlySet<LineRole> = new Set(['lead', 'byline', 'marked', 'note']);
const caption = /^[←→↑↓▲△]?\s*(?:[上下左右本]图|图为|图片?[:：/／①-⑩\d一二三四]|资料图)/u;
const speech = /^[\p{Script=Han}]{1,8}[：:].{4,}[。？！]$/u;

/** Why a line of text is a heading, or null: by its size, its width and the lines beside it. */
export function whyHeading(line: RoleLine, place: LinePlace): string | null {
  const { before } = place;
  const { text, size } = line.line;
  if (size !== null) return whyLarge(size, text);
  if (before?.role === 'kicker' && !endsSentence(text)) return '上一行是以冒号结尾的引题';
  if (isText(line, place)) return null;
  const subtitled = whySubtitled(line, place);
  if (subtitled !== null) return subtitled;
  if (line.line.inIndentedText) return whyFlush(line, place);
  const apart = whySetApart(line, place);
  if (apart !== null) return apart;
  if (startsParagraph(line, place)) return null;
  return line.columnWidth === null ? whyShort(line, before) : whyNarrow(line, place);
}

function whySetApart(line: RoleLine, place: LinePlace): string | null {
  const { before, after } = place;
  const startsNext = after !== undefined && starters.has(after.role);
  if (startsNext && !runsOn(before)) return '下一行是正文的开头';
  if (standsAlone(line, place)) return '单独一行，没有句末标点';
  return closesDeck(line, place) ? '标题的最后一行，下面空一行' : null;
}

function isText(line: RoleLine, place: LinePlace): boolean {
  return isPlainlyText(line) || breaksOffHere(line, place);
}

/** 今年汛期，他们又把: the last line of a text that breaks off, right below a full line. */
function breaksOffHere({ line }: RoleLine, { before, after, style }: LinePlace): boolean {
  if (before === undefined || !bodyRoles.has(before.role) || line.blanksBefore > 0) return false;
  const isLast = after === undefined || after.line.blanksBefore > 0 || after.role === 'furniture';
  const isOpen = /[，,]/.test(line.text) && /\p{Script=Han}$/u.test(line.text);
  return isLast && isOpen && fillsColumn(before.line, before.columnWidth, style);
}

/** Too long for a headline, or punctuated as none is. */
export function isPlainlyText({ line }: RoleLine): boolean {
  const { text, width } = line;
  if (width > widestHeading || /[。；;]/.test(text) || /[，、,：:]$/.test(text)) return true;
  if (!/[\p{L}\p{N}]/u.test(text) || endsInDate(text)) return true;
  return speech.test(text) || caption.test(text) || (line.inIndentedText && isSetRight(line));
}

/** Blank lines around it, or the second half of a kicker or the rest of a headline below it, and no sentence that goes on before. */
function standsAlone(
  { line, columnWidth }: RoleLine,
  { before, after, style }: LinePlace,
): boolean {
  if (columnWidth === null || runsOn(before) || /[，。！？,]/.test(line.text)) return false;
  if (line.blanksBefore <= style.usualBlanks) return false;
  if (after === undefined || after.line.blanksBefore > style.usualBlanks) return true;
  if (after.line.blanksBefore > 0) return false;
  return after.role === 'kicker' || (after.role === 'text' && isShortTitle(after, columnWidth));
}

/** Far from filling the column, and without any of the signs that sentences have. */
function isShortTitle({ line: { text, width } }: RoleLine, columnWidth: number): boolean {
  return width < columnWidth - 4 && !sentenceSigns.test(text);
}

/** In wrapped text, a line that does not fill its column and does not end a sentence. */
function whyNarrow(line: RoleLine, { before, after, style }: LinePlace): string | null {
  if (
    runsOn(before) &&
    before !== undefined &&
    fillsColumn(before.line, before.columnWidth, style)
  ) {
    const startsNext = after !== undefined && starters.has(after.role);
    return startsNext && line.line.blanksBefore > 0 ? '下一行是正文的开头' : null;
  }
  if (endsSentence(line.line.text) && !isBeforeHeading(after)) return null;
  const fills = fillsColumn(line.line, line.columnWidth, style);
  return fills ? null : '短行，没有句末标点，也不接上一行';
}

function isBeforeHeading(after: RoleLine | undefined): boolean {
  return after?.role === 'kicker' || after?.role === 'byline';
}

const largeSize = 1.15;

function whyLarge(size: number, text: string): string | null {
  return size >= largeSize && !/。$/.test(text) ? `字号是正文的 ${size.toFixed(1)} 倍` : null;
}

/** Where paragraphs are indented, a line at the margin is the second of a paragraph or a heading. */
function whyFlush(printed: RoleLine, place: LinePlace): string | null {
  const { before, after, style } = place;
  const { line } = printed;
  if (isIndented(line) || resumesText(printed, place) || isAmidText(printed, place)) return null;
  if (runsOn(before) && line.blanksBefore === 0) return null;
  const isShort = before !== undefined && !fillsColumn(before.line, before.columnWidth, style);
  if (runsOn(before) && !startsAfresh(after) && !isShort) return null;
  return '段落都缩进，这一行顶格，又不接上一行';
}

/** Below a gap of the column, a jump or the name of a picture, with lines below it that end a sentence. */
function resumesText(printed: RoleLine, { before, after, endsAsText, style }: LinePlace): boolean {
  const { line } = printed;
  if (!endsAsText || after?.line.blanksBefore !== 0) return false;
  const areFull = [printed, after].every((one) => fillsColumn(one.line, one.columnWidth, style));
  const isNotice = before?.role === 'heading' && line.blanksBefore === 0 && after.closes;
  if (!areFull && !isNotice && !/[，,]/.test(line.text)) return false;
  const isBelowName = before?.role === 'heading' && line.width >= after.line.width - 1;
  return before === undefined || line.blanksBefore > 0 || isBelowName || before?.role === 'jump';
}

function isAmidText(
  { line, columnWidth }: RoleLine,
  { before, after, style, endsAsText }: LinePlace,
): boolean {
  const isBetween =
    before !== undefined &&
    bodyRoles.has(before.role) &&
    line.blanksBefore === 0 &&
    after?.role === 'text' &&
    !isIndented(after.line);
  if (!isBetween || isTooWide(line, columnWidth)) return false;
  if (endsShort(before, style) && !endsAsText) return false;
  return fillsColumn(line, columnWidth, style) || /[，,]/.test(line.text);
}

/** A paragraph ends there, before its column does. */
function endsShort({ line, columnWidth }: RoleLine, style: PageStyle): boolean {
  return columnWidth !== null && endsSentence(line.text) && !fillsColumn(line, columnWidth, style);
}

/** Wider than its column, as only headlines over more than one are. */
function isTooWide({ width }: PageLine, columnWidth: number | null): boolean {
  return columnWidth !== null && width > columnWidth + 2;
}

function startsAfresh(after: RoleLine | undefined): boolean {
  return after !== undefined && (isIndented(after.line) || after.role !== 'text');
}

/** The first line of a paragraph of two or three lines. */
function startsParagraph(
  { line, columnWidth }: RoleLine,
  { before, after, style }: LinePlace,
): boolean {
  const most = columnWidth === null ? 0 : style.usualBlanks;
  if (after?.role !== 'text' || after.line.blanksBefore > most) return false;
  if (!/[，、,]/.test(line.text)) return false;
  if (columnWidth === null && isAboveWhole(after) && before?.role === 'heading') return false;
  const isWide = columnWidth !== null && line.width >= columnWidth * 0.75;
  if (isAboveFull({ line, columnWidth }, { before, after, style })) return false;
  return isWide || (line.width >= 10 && /[，。,]/.test(after.line.text));
}

/** Ends far before its column does, where the line below fills it: no first line of a paragraph does. */
function isAboveFull(
  { line, columnWidth }: Pick<RoleLine, 'line' | 'columnWidth'>,
  { before, after, style }: Omit<LinePlace, 'endsAsText'>,
): boolean {
  if (columnWidth === null || after?.columnWidth !== columnWidth || runsOn(before)) return false;
  const isShort = line.width < columnWidth - shortBy && line.blanksBefore > style.usualBlanks;
  return isShort && fillsColumn(after.line, columnWidth, style);
}

const shortBy = 6;

/** What stands below is a paragraph that nobody wrapped. */
function isAboveWhole({ line }: RoleLine): boolean {
  return line.width > widestHeading;
}

const widestLoneHeading = 34;

/** Where nobody wrapped the text, a short line that stands alone. */
function whyShort({ line }: RoleLine, before: RoleLine | undefined): string | null {
  if (line.width > widestLoneHeading) return null;
  const follows = runsOn(before) && before !== undefined && before.line.width <= 46;
  if (follows && line.blanksBefore === 0) return null;
  return '单独的短行，没有句号';
}
