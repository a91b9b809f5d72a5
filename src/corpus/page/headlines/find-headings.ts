import { fillsColumn } from '../lines/column-widths.ts';
import { address } from '../lines/line-roles.ts';
import { isIndented, type PageLine } from '../lines/page-lines.ts';
import type { PageStyle } from '../lines/page-style.ts';
import { bodyRoles, type LinePlace, type RoleLine, runsOn } from '../lines/role-line.ts';
import { endsInDate, endsSentence, isCredited } from '../lines/sentence-ends.ts';
import { findDecks, isAskedBelowName } from './find-decks.ts';
import { whyHeading, widestHeading } from './heading-reasons.ts';

/** Tells the headings from the text, now that each line can be seen beside its neighbours. */
export function findHeadings(lines: readonly RoleLine[], style: PageStyle): readonly RoleLine[] {
  const found: RoleLine[] = [];
  const ends = findBlockEnds(lines);
  const decks = findDecks(lines, style);
  for (const [index, line] of lines.entries()) {
    const endsAsText = ends[index] === true;
    const [before, after] = [found.at(-1), lines[index + 1]];
    const read = readInPlace(line, { before, after, style, endsAsText });
    const isDeck = decks[index] === true || isAskedBelowName(line, { before, after, style });
    found.push(
      isDeck && read.role === 'text'
        ? { ...read, role: 'heading', why: '空行隔开，不是一句话' }
        : read,
    );
  }
  return found;
}

const fullStop = /(?:。[”’」』）)]*|[！？][”’」』）)]+)$/u;

/** For each line whether the lines at the margin from it on, up to a blank line, end with a sentence or a photo credit. */
function findBlockEnds(lines: readonly RoleLine[]): readonly boolean[] {
  const ends: boolean[] = lines.map(() => false);
  for (const [index, { line, role }] of [...lines.entries()].toReversed()) {
    const after = lines[index + 1];
    if (role !== 'text') continue;
    const isClose = after !== undefined && after.line.blanksBefore === 0 && !isIndented(after.line);
    const closes = fullStop.test(line.text) || (isCredited(line.text) && !isClose);
    ends[index] =
      closes ||
      (isClose && (after.role === 'text' ? ends[index + 1] === true : after.role === 'credit'));
  }
  return ends;
}

function readInPlace(line: RoleLine, place: LinePlace): RoleLine {
  const why = whyText(line, place);
  if (why !== null) return { ...line, role: 'text', why, people: null };
  if (isDoubtfulName(line, place.before)) {
    return readMarked({ ...line, role: 'text', people: null }, place);
  }
  return line.mark === '' ? readPlain(line, place) : readMarked(line, place);
}

/** Right above a line that is plainly text, as no headline is. */
function isAboveText(after: RoleLine | undefined): boolean {
  return (
    after?.role === 'text' &&
    after.line.blanksBefore === 0 &&
    /[。；]|[，、]$/.test(after.line.text)
  );
}

/** Why a line that looks like something else is body text, or null. */
function whyText(line: RoleLine, { before, after }: LinePlace): string | null {
  const isBelow = line.line.blanksBefore === 0;
  const goesOn = isBelow && !isIndented(line.line) && runsOn(before);
  if (line.role === 'kicker') {
    const isText =
      goesOn || isAboveText(after) || (line.line.inIndentedText && isIndented(line.line));
    return isText ? '正文的一行' : null;
  }
  if (goesOn && openBracket.test(before?.line.text ?? '')) return '接上一行没有合上的括号';
  const isInBody = isBelow && before !== undefined && bodyRoles.has(before.role);
  return isInBody && line.why === address ? '正文里的联系方式' : null;
}

function readPlain(line: RoleLine, place: LinePlace): RoleLine {
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
function readMarked(line: RoleLine, place: LinePlace): RoleLine {
  const fills = fillsColumn(line.line, line.columnWidth, place.style);
  const marked: RoleLine = {
    ...line,
    role: 'marked',
    why: `以${line.mark}开头的一段`,
    people: null,
  };
  const isAboveLead = place.after?.role === 'lead';
  if (fills && line.role === 'text' && !isAboveLead) return marked;
  if (line.role !== 'marked' && line.role !== 'text') return line;
  const isHeadline = line.line.size === null && isLoose(line.line) && !goesOnBelow(line, place);
  if (!isHeadline || tellsWhen.test(line.line.text)) return marked;
  return { ...line, role: 'heading', why: `以${line.mark}开头的短行，没有句末标点` };
}

/** 「●近日，某街道组织…」: news begins with when it was, a headline does not. */
const tellsWhen =
  /^[^\p{Script=Han}\d]?\s*(?:近日|日前|近期|连日来|近年来|今年以来|[昨今前][天日]|(?:\d{4}年|今年)?\d{1,2}月\d{1,2}日)[^，,]{0,4}[，,]/u;

/** Ends like no sentence and no part of one. */
function isLoose({ text, width }: PageLine): boolean {
  if (width > widestHeading || endsInDate(text)) return false;
  return !endsSentence(text) && !/[，、；：,;:]$/.test(text);
}

/** The next line is the second of a paragraph that begins here. */
function goesOnBelow({ line, columnWidth }: RoleLine, { after, style }: LinePlace): boolean {
  if (after === undefined || after.role === 'lead' || isIndented(after.line)) return false;
  if (line.inIndentedText && isIndented(line) && line.width > 10) return true;
  if (after.line.blanksBefore > style.usualBlanks) return false;
  return line.inIndentedText
    ? /[，。,]/.test(line.text + after.line.text)
    : fillsColumn(line, columnWidth, style) || isFirstOfTwo(line, after);
}

/** Punctuated, and as wide as the line below it or above the last line of a paragraph. */
function isFirstOfTwo({ text, width }: PageLine, after: RoleLine): boolean {
  if (after.role !== 'text' || after.columnWidth !== null || !/[，。；：]/.test(text)) return false;
  const isEven = Math.abs(width - after.line.width) < evenWidths;
  return isEven || (after.closes && width > after.line.width);
}

const evenWidths = 2;
