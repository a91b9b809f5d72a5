import { nobody, type People, readPeople, simplifyRoles, unite } from './bylines.ts';
import { fillsColumn } from './column-widths.ts';
import { closesParagraph, endsSentence, type RoleLine } from './find-headings.ts';
import { leadStart } from './line-roles.ts';
import type { PageLine } from './page-lines.ts';
import { isIndented, isSetRight, type PageStyle } from './page-style.ts';

/** Lines of a body joined to a paragraph, with what was printed before and after it taken off. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly PageLine[];
  readonly begins: 'text' | 'lead' | 'marked' | 'note';
  /** A row of a table or list. */
  readonly isRow: boolean;
  readonly mark: string;
  readonly columnWidth: number | null;
  /** A gap that a photo leaves stands before it. */
  readonly afterGap: boolean;
  /** Begins at the margin where other paragraphs are indented: its beginning stands elsewhere. */
  readonly startsFlush: boolean;
  /** Ends where a sentence ends. */
  readonly isFinished: boolean;
  /** Who is named in its 本报讯（记者 …）. */
  readonly lead: People | null;
  /** Who or what is named in brackets at its end: it closes an article. */
  readonly signature: People | null;
  /** Who took the picture it describes. */
  readonly credit: People | null;
  readonly jump: string | null;
}

/** Whether a line goes on with the paragraph of the line before. */
export function continuesParagraph(before: RoleLine, line: RoleLine, style: PageStyle): boolean {
  if (line.role !== 'text' || before.role === 'row' || isSetRight(line.line)) return false;
  if (style.isIndented && isIndented(line.line)) return false;
  const { columnWidth } = before;
  const isSameColumn =
    columnWidth === null ||
    line.columnWidth === null ||
    Math.abs(columnWidth - line.columnWidth) < 4;
  if (!isSameColumn && line.line.blanksBefore > 0) return false;
  // Where each paragraph is one line, a blank line ends it; what goes on is joined later.
  if (columnWidth === null && line.line.blanksBefore > 0) return false;
  const { text } = before.line;
  const isFull = fillsColumn(before.line, columnWidth, style);
  if (closesParagraph(text) || (/[；;：:]$/.test(text) && !isFull)) {
    const isSame = isFull || style.isIndented;
    return isSame && line.line.blanksBefore === 0 && !isIndented(line.line);
  }
  return line.line.blanksBefore <= 1;
}

/** Joins two lines of a paragraph: Chinese without a space, and names in an open bracket as names. */
export function joinLines(left: string, right: string): string {
  if (/[a-z]$/i.test(left) && /^[a-z]/i.test(right)) return `${left} ${right}`;
  const openBracket = /[（(][^（）()]*$/u.exec(left)?.[0];
  if (openBracket !== undefined && /记者|通讯员/.test(openBracket)) {
    const last = /[\p{Script=Han}]+$/u.exec(openBracket)?.[0] ?? '';
    const first = /^[\p{Script=Han}]+/u.exec(right)?.[0] ?? '';
    if (last.length > 1 && first.length > 1 && !/记者|通讯员/.test(last)) return `${left} ${right}`;
  }
  return left + right;
}

interface ReadOptions {
  readonly afterGap: boolean;
  readonly startsFlush: boolean;
  /** The next line begins another paragraph. */
  readonly endsHere: boolean;
}

/** Makes a paragraph of its lines; the first tells how it begins. */
export function readParagraph(lines: readonly RoleLine[], options: ReadOptions): Paragraph {
  const [first] = lines;
  const mark = first?.mark ?? '';
  const joined = lines.map(({ line }) => line.text).reduce(joinLines, '');
  const begins =
    first?.role === 'lead' || first?.role === 'marked' || first?.role === 'note'
      ? first.role
      : 'text';
  const unmarked = joined.slice(mark.length).trimStart();
  const tail = takeTail(unmarked);
  return {
    ...tail,
    lines: lines.map(({ line }) => line),
    begins,
    isRow: first?.role === 'row',
    mark,
    columnWidth: first?.columnWidth ?? null,
    afterGap: options.afterGap,
    startsFlush: options.startsFlush,
    isFinished:
      options.endsHere ||
      first?.role === 'row' ||
      tail.signature !== null ||
      tail.credit !== null ||
      endsSentence(tail.text),
    lead: readLead(unmarked),
  };
}

/** 本报讯（记者 张三）: the people; the words stay in the body, as printed. */
function readLead(printed: string): People | null {
  const text = simplifyRoles(printed);
  if (!leadStart.test(text)) return null;
  const named =
    /^[\p{Script=Han}\d]{0,24}\s*[（(]([^（）()]{2,80})[）)]/u.exec(text) ??
    /^【([^】]{2,40})】/u.exec(text) ??
    /^[\p{Script=Han}]{0,4}讯\s*((?:本报)?(?:记者|通讯员)[\p{Script=Han}\s、]{2,24}?)(?:摄影)?报道/u.exec(
      text,
    );
  return named === null ? nobody : (readPeople(named[1] ?? '') ?? nobody);
}

const bracketAtEnd = /[（(]\s*([^（）()]{2,40})\s*[）)]\s*$/u;
const jumpAtEnd =
  /[（(【]?(?:下转|转)\s*第?\s*[A-Z]?[\d一二三四五六七八]{1,3}\s*版.{0,12}?[）)】]?\s*$/u;
const creditAtEnd =
  /(?<=[。！？”…\s])\s*([■●◆▲★□]?\s*(?:[\p{Script=Han}]{0,8}(?:记者|通讯员))?[^。！？，”]{2,28}?(?:摄影报道|摄影|摄|供图|[/／]图|图\/文|文\/图))\s*$/u;
const sourceWord = /^(?:来源|稿件来源|据|摘自|作者)/u;

function takeTail(whole: string): Pick<Paragraph, 'text' | 'signature' | 'credit' | 'jump'> {
  const jumped = jumpAtEnd.exec(whole);
  const text = jumped === null ? whole : whole.slice(0, jumped.index).trimEnd();
  const jump = jumped?.[0].trim() ?? null;
  const bracket = bracketAtEnd.exec(simplifyRoles(text));
  const before = bracket === null ? '' : text.slice(0, bracket.index).trimEnd();
  if (bracket !== null && /[。！？”…]$/u.test(before)) {
    const inside = bracket[1] ?? '';
    const people = sourceWord.test(inside) ? nobody : readPeople(inside);
    const isPhoto = people !== null && people.photographers.length > 0;
    if (people !== null && isPhoto) return { text: before, signature: null, credit: people, jump };
    if (people !== null) return { text: before, signature: people, credit: null, jump };
  }
  const credit = creditAtEnd.exec(simplifyRoles(text));
  const photographers = credit === null ? null : readPeople(credit[1] ?? '');
  if (credit !== null && photographers !== null) {
    const bare = text.slice(0, credit.index).trimEnd();
    return { text: bare, signature: null, credit: photographers, jump };
  }
  return { text, signature: null, credit: null, jump };
}

/** One paragraph of two halves that were printed apart. */
export function joinParagraphs(first: Paragraph, second: Paragraph): Paragraph {
  return {
    ...second,
    text: joinLines(first.text, second.text),
    lines: [...first.lines, ...second.lines],
    begins: first.begins,
    mark: first.mark,
    afterGap: first.afterGap,
    startsFlush: first.startsFlush,
    lead: first.lead === null ? second.lead : unite(first.lead, second.lead ?? nobody),
  };
}
