import { fillsColumn } from './column-widths.ts';
import { address, type LineReading, type LineRole } from './line-roles.ts';
import { isIndented, isSetRight, type PageLine } from './page-lines.ts';
import type { PageStyle } from './page-style.ts';

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

const signed =
  /[。！？”…](?:\s*[（(][^（）()]{2,40}[）)]|\s?[\p{Script=Han}\s／/]{2,24}(?:摄|攝|供图|摄影报道))\s*$/u;

/** Whether a line ends a paragraph: with a sentence, or with who wrote or photographed it. */
export function closesParagraph(text: string): boolean {
  return endsSentence(text) || signed.test(text);
}

/** Tells the headings from the text, now that each line can be seen beside its neighbours. */
export function findHeadings(lines: readonly RoleLine[], style: PageStyle): readonly RoleLine[] {
  const found: RoleLine[] = [];
  for (const [index, line] of lines.entries()) {
    found.push(readInPlace(line, { before: found.at(-1), after: lines[index + 1], style }));
  }
  return found;
}

interface Place {
  readonly before: RoleLine | undefined;
  readonly after: RoleLine | undefined;
  readonly style: PageStyle;
}

function readInPlace(line: RoleLine, place: Place): RoleLine {
  const why = whyText(line, place);
  if (why !== null) return { ...line, role: 'text', why, people: null };
  if (isDoubtfulName(line, place.before)) {
    return readMarked({ ...line, role: 'text', people: null }, place);
  }
  return line.mark === '' ? readPlain(line, place) : readMarked(line, place);
}

/** Why a line that looks like something else is body text, or null. */
function whyText(line: RoleLine, { before }: Place): string | null {
  const isBelow = line.line.blanksBefore === 0;
  const goesOn = isBelow && !isIndented(line.line) && runsOn(before);
  if (line.role === 'kicker') {
    const isText = goesOn || (line.line.inIndentedText && isIndented(line.line));
    return isText ? '正文的一行' : null;
  }
  if (goesOn && openBracket.test(before?.line.text ?? '')) return '接上一行没有合上的括号';
  const isInBody = isBelow && before !== undefined && bodyRoles.has(before.role);
  return isInBody && line.why === address ? '正文里的联系方式' : null;
}

function readPlain(line: RoleLine, place: Place): RoleLine {
  const why = line.role === 'text' ? whyHeading(line, place) : null;
  return why === null ? line : { ...line, role: 'heading', why };
}

const openBracket = /[（(][^（）()]*$/u;

/** A name without 记者 or the like is a byline only right below a headline. */
function isDoubtfulName({ role, people }: RoleLine, before: RoleLine | undefined): boolean {
  if (role !== 'byline' || people === null || people.unlabelled.length === 0) return false;
  if (people.reporters.length + people.correspondents.length > 0) return false;
  return before?.role !== 'heading';
}

/** A line behind a mark: the first of a paragraph that goes on, or a headline. */
function readMarked(line: RoleLine, place: Place): RoleLine {
  const fills = fillsColumn(line.line, line.columnWidth, place.style);
  const marked: RoleLine = {
    ...line,
    role: 'marked',
    why: `以${line.mark}开头的一段`,
    people: null,
  };
  if (fills && line.role === 'text') return marked;
  if (line.role !== 'marked' && line.role !== 'text') return line;
  const isHeadline = line.line.size === null && isLoose(line.line) && !goesOnBelow(line, place);
  if (!isHeadline) return marked;
  return { ...line, role: 'heading', why: `以${line.mark}开头的短行，没有句末标点` };
}

/** Ends like no sentence and no part of one. */
function isLoose({ text, width }: PageLine): boolean {
  return width <= widestHeading && !endsSentence(text) && !/[，、；：,;:]$/.test(text);
}

/** The next line is the second of a paragraph that begins here. */
function goesOnBelow({ line, columnWidth }: RoleLine, { after, style }: Place): boolean {
  if (line.inIndentedText && isIndented(line) && line.width > 10) return true;
  if (after === undefined || isIndented(after.line)) return false;
  if (after.line.blanksBefore > style.usualBlanks) return false;
  return line.inIndentedText
    ? /[，。,]/.test(after.line.text)
    : fillsColumn(line, columnWidth, style);
}

const bodyRoles: ReadonlySet<LineRole> = new Set(['text', 'lead', 'marked', 'note']);
const starters: ReadonlySet<LineRole> = new Set(['lead', 'byline', 'marked', 'note']);
const widestHeading = 40;

/** The line before is body text whose sentence goes on. */
function runsOn(before: RoleLine | undefined): boolean {
  return before !== undefined && bodyRoles.has(before.role) && !closesParagraph(before.line.text);
}

const caption = /^[←→↑↓▲△]?\s*(?:[上下左右本]?图为?|资料图)/u;
const speech = /^[\p{Script=Han}]{1,8}[：:].{4,}[。？！]$/u;

function whyHeading(line: RoleLine, place: Place): string | null {
  const { before, after, style } = place;
  const { text, size } = line.line;
  if (size !== null) return whyLarge(size, text);
  if (before?.role === 'kicker' && !endsSentence(text)) return '上一行是以冒号结尾的引题';
  if (isPlainlyText(line)) return null;
  if (line.line.inIndentedText) return whyFlush(line, place);
  const startsNext = after !== undefined && starters.has(after.role);
  if (startsNext && !runsOn(before)) return '下一行是正文的开头';
  if (standsAlone(line, place)) return '单独一行，没有句末标点';
  if (startsParagraph(line, after, style)) return null;
  return line.columnWidth === null ? whyShort(line, before) : whyNarrow(line, place);
}

function isPlainlyText({ line }: RoleLine): boolean {
  const { text, width } = line;
  if (width > widestHeading || /[。；;]/.test(text) || /[，、,：:]$/.test(text)) return true;
  return speech.test(text) || caption.test(text) || (line.inIndentedText && isSetRight(line));
}

/** Blank lines around it, or the second half of a kicker below it, and no sentence that goes on before. */
function standsAlone({ line, columnWidth }: RoleLine, { before, after, style }: Place): boolean {
  if (columnWidth === null || runsOn(before) || /[，。！？,]/.test(line.text)) return false;
  if (line.blanksBefore <= style.usualBlanks) return false;
  return (
    after === undefined ||
    after.line.blanksBefore > style.usualBlanks ||
    (after.role === 'kicker' && after.line.blanksBefore === 0)
  );
}

/** In wrapped text, a line that does not fill its column and does not end a sentence. */
function whyNarrow(line: RoleLine, { before, after, style }: Place): string | null {
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
function whyFlush({ line, columnWidth }: RoleLine, { before, after, style }: Place): string | null {
  if (isIndented(line)) return null;
  const runs = fillsColumn(line, columnWidth, style) || /[，,]/.test(line.text);
  const isBelowText = before !== undefined && bodyRoles.has(before.role);
  if (
    isBelowText &&
    line.blanksBefore === 0 &&
    runs &&
    after?.role === 'text' &&
    !isIndented(after.line)
  )
    return null;
  if (runsOn(before) && line.blanksBefore === 0) return null;
  const isShort = before !== undefined && !fillsColumn(before.line, before.columnWidth, style);
  if (runsOn(before) && !startsAfresh(after) && !isShort) return null;
  return '段落都缩进，这一行顶格，又不接上一行';
}

function startsAfresh(after: RoleLine | undefined): boolean {
  return after !== undefined && (isIndented(after.line) || after.role !== 'text');
}

/** The first line of a paragraph of two or three lines. */
function startsParagraph(
  { line, columnWidth }: RoleLine,
  after: RoleLine | undefined,
  { usualBlanks }: PageStyle,
): boolean {
  const most = columnWidth === null ? 0 : usualBlanks;
  if (after?.role !== 'text' || after.line.blanksBefore > most) return false;
  if (!/[，、,]/.test(line.text)) return false;
  const isWide = columnWidth !== null && line.width >= columnWidth * 0.75;
  return isWide || (line.width >= 10 && /[，。,]/.test(after.line.text));
}

const widestLoneHeading = 34;

/** Where nobody wrapped the text, a short line that stands alone. */
function whyShort({ line }: RoleLine, before: RoleLine | undefined): string | null {
  if (line.width > widestLoneHeading) return null;
  const follows = runsOn(before) && before !== undefined && before.line.width <= 46;
  if (follows && line.blanksBefore === 0) return null;
  return '单独的短行，没有句号';
}
