import { nobody, type People, unite } from './bylines.ts';
import type { RoleLine } from './find-headings.ts';
import { type HeadingGroup, looksLikeColumn } from './heading-groups.ts';
import type { PageElement } from './page-elements.ts';
import type { PageLine } from './page-lines.ts';
import type { PageStyle } from './page-style.ts';
import type { Paragraph } from './paragraph.ts';
import {
  addParagraph,
  addSubheading,
  headingAsText,
  isFinished,
  newSegment,
  type Segment,
  textOf,
} from './segment.ts';
import { type InnerHeading, isBrokenText, judgeInnerHeading } from './subheadings.ts';
import type { TextSimilarity } from './text-similarity.ts';

export interface PageParts {
  readonly segments: readonly Segment[];
  /** Headlines, with or without a body below, in the order they were printed. */
  readonly headlines: readonly HeadingGroup[];
  readonly columns: readonly HeadingGroup[];
  readonly furniture: readonly RoleLine[];
}

interface State {
  readonly segments: Segment[];
  readonly headlines: HeadingGroup[];
  readonly columns: HeadingGroup[];
  readonly furniture: RoleLine[];
  current: Segment | null;
  /** The headline right above what comes next. */
  heading: HeadingGroup | null;
  byline: { readonly people: People; readonly lines: readonly PageLine[] } | null;
  column: string | null;
  /** The column was printed above marked items and holds for these only. */
  columnOfMarks: boolean;
  /** 上接第一版, printed above what comes next. */
  jump: string | null;
}

/** Cuts the elements of a page into segments. */
export function findSegments(
  elements: readonly PageElement[],
  { similarity, style }: Pick<Page, 'similarity' | 'style'>,
): PageParts {
  const state: State = {
    segments: [],
    headlines: [],
    columns: [],
    furniture: [],
    current: null,
    heading: null,
    byline: null,
    column: null,
    columnOfMarks: false,
    jump: null,
  };
  const page: Page = { elements, similarity, style, bylinesEnd: bylinesEnd(elements) };
  for (const [index, element] of elements.entries())
    takeElement(state, element, { ...page, index });
  return state;
}

interface Page {
  readonly style: PageStyle;
  readonly elements: readonly PageElement[];
  readonly similarity: TextSimilarity;
  /** On this page bylines stand below their articles. */
  readonly bylinesEnd: boolean;
}

interface Place extends Page {
  readonly index: number;
}

/** Whether the page's bylines stand below bodies and above the next headline, or below headlines. */
function bylinesEnd(elements: readonly PageElement[]): boolean {
  let above = 0;
  let below = 0;
  for (const [index, { kind }] of elements.entries()) {
    if (kind !== 'byline') continue;
    const [before, after] = [elements[index - 1]?.kind, elements[index + 1]?.kind];
    if (before === 'headings' && after === 'paragraph') above += 1;
    if (before === 'paragraph' && after !== 'paragraph') below += 1;
  }
  return below > above;
}

function takeElement(state: State, element: PageElement, place: Place): void {
  switch (element.kind) {
    case 'headings':
      takeHeadings(state, element.groups, place);
      return;
    case 'byline':
      takeByline(state, element, place);
      return;
    case 'credit':
      takeCredit(state, element);
      return;
    case 'furniture':
      state.furniture.push(element.line);
      if (/上接|紧接/.test(element.line.line.text)) state.jump = element.line.line.text;
      if (/编辑|责编/.test(element.line.line.text)) state.column = null;
      return;
    case 'paragraph':
      takeParagraph(state, element.paragraph, place);
  }
}

function takeHeadings(state: State, groups: readonly HeadingGroup[], place: Place): void {
  const next = nextElement(place);
  const [only] = groups;
  const last = groups.at(-1);
  // The beginning of a broken paragraph below a sub-heading looks like one more heading.
  if (groups.length > 1 && last !== undefined && state.current !== null && isBrokenText(last)) {
    if (next?.kind === 'paragraph' && next.paragraph.begins === 'text') {
      takeHeadings(state, groups.slice(0, -1), place);
      takeRunningText(state, headingAsText(last.lines, last.title ?? ''), place);
      return;
    }
  }
  if (groups.length === 1 && only !== undefined && takeInnerHeading(state, only, place)) return;
  for (const [index, group] of groups.entries()) {
    const isLast = index === groups.length - 1;
    const aboveMarks =
      isLast && next?.kind === 'paragraph' && /marked|note/.test(next.paragraph.begins);
    const endsPage = isLast && next === undefined;
    if (looksLikeColumn(group) && (!isLast || aboveMarks || endsPage)) {
      const ofPicture = next?.kind === 'paragraph' && next.paragraph.credit !== null;
      takeColumn(state, group, {
        aboveMarks,
        isOfLast: endsPage ? group.afterGap : ofPicture && !group.afterGap,
      });
      continue;
    }
    state.headlines.push(group);
    state.heading = isLast ? group : null;
  }
  if (state.current !== null && isFinished(state.current)) state.current = null;
}

function takeColumn(
  state: State,
  group: HeadingGroup,
  { aboveMarks, isOfLast }: { readonly aboveMarks: boolean; readonly isOfLast: boolean },
): void {
  state.columns.push(group);
  const last = state.segments.at(-1);
  // A column name may stand below its picture, or between its pictures.
  if (isOfLast && last?.starts === 'caption') last.column = group.title;
  state.column = group.title;
  state.columnOfMarks = aboveMarks;
}

function nextElement({ elements, index }: Place): PageElement | undefined {
  return elements.slice(index + 1).find(({ kind }) => kind !== 'furniture');
}

/** Takes a heading in the middle of an article as sub-heading or text; false when it is a headline. */
function takeInnerHeading(state: State, group: HeadingGroup, place: Place): boolean {
  const { current } = state;
  const { elements, index, similarity } = place;
  const next = nextElement(place);
  const text = group.title ?? `${group.kicker ?? ''}：`;
  if (current === null || current.closed || current.paragraphs.length === 0) return false;
  if (next?.kind !== 'paragraph' || next.paragraph.begins !== 'text') return false;
  if (group.kicker !== null && group.title !== null) return false;
  const section = sectionAfter(elements, index);
  const verdict = judgeInnerHeading(
    {
      text,
      before: textOf(current),
      after: section.map((paragraph) => paragraph.text).join('\n'),
      isFinished: isFinished(current),
      afterGap: group.afterGap,
      closesSigned:
        section.some(({ signature, credit }) => signature !== null || credit !== null) ||
        elements[index + 1 + section.length]?.kind === 'credit',
      others: loneHeadings(elements).filter((other) => other.text !== text),
      mark: group.mark,
      aboveRows: next.paragraph.isRow,
      mayBeText: !place.style.isIndented,
    },
    similarity,
  );
  if (verdict === 'headline') return false;
  if (verdict === 'subheading') addSubheading(current, group);
  else addParagraph(current, headingAsText(group.lines, text));
  return true;
}

function sectionAfter(elements: readonly PageElement[], index: number): readonly Paragraph[] {
  const section: Paragraph[] = [];
  for (let next = index + 1; next < elements.length; next += 1) {
    const element = elements[next];
    if (element?.kind !== 'paragraph' || element.paragraph.begins !== 'text') break;
    section.push(element.paragraph);
  }
  return section;
}

function loneHeadings(elements: readonly PageElement[]): InnerHeading['others'] {
  return elements.flatMap((element) =>
    element.kind === 'headings'
      ? element.groups.flatMap(({ kicker, title, mark }) =>
          kicker === null && title !== null ? [{ text: title, mark }] : [],
        )
      : [],
  );
}

function bare(jump: string): string {
  return jump.replace(/[●◆■▲★（）()【】\s]/gu, '');
}

function takeByline(
  state: State,
  { line, people }: { readonly line: RoleLine; readonly people: People },
  { elements, index, bylinesEnd: end }: Place,
): void {
  const before = elements[index - 1];
  const { current } = state;
  if (before?.kind === 'paragraph' && end && current !== null && !current.closed) {
    current.people = unite(current.people, people);
    current.signLines.push(line.line);
    current.closed = true;
    return;
  }
  if (before?.kind === 'paragraph') state.current = null;
  state.byline = {
    people: unite(state.byline?.people ?? nobody, people),
    lines: [...(state.byline?.lines ?? []), line.line],
  };
}

const captionLength = 500;

function takeCredit(
  state: State,
  { line, people }: { readonly line: RoleLine; readonly people: People },
): void {
  const caption = closeCaption(state);
  if (caption === null) {
    state.furniture.push(line);
    return;
  }
  caption.people = unite(caption.people, people);
  caption.signLines.push(line.line);
}

/** Makes a caption of the text above a photo credit: the whole segment when it is short, else its end. */
function closeCaption(state: State): Segment | null {
  const { current } = state;
  const last = current?.paragraphs.at(-1);
  if (current === null || last === undefined) return null;
  const [first] = current.paragraphs;
  const isWhole =
    (current.starts === 'heading' || current.starts === 'orphan') &&
    current.paragraphs.length <= 2 &&
    first?.startsFlush !== true &&
    textOf(current).length <= captionLength;
  if (isWhole) {
    const caption: Segment = {
      ...current,
      starts: 'caption',
      people: unite(current.people, last.credit ?? nobody),
      closed: true,
    };
    state.segments.splice(state.segments.indexOf(current), 1, caption);
    state.current = null;
    return caption;
  }
  const from = captionStart(current);
  const caption = newSegment({ starts: 'caption', column: null, closed: true });
  caption.paragraphs.push(...current.paragraphs.splice(from));
  state.segments.push(caption);
  if (last.credit !== null) caption.people = last.credit;
  current.closed = false;
  return caption;
}

/** A caption is set narrower than the article it stands in; else it is the last paragraph. */
function captionStart({ paragraphs }: Segment): number {
  const width = paragraphs.at(-1)?.columnWidth ?? null;
  const articleWidth = paragraphs[0]?.columnWidth ?? null;
  if (width === null || articleWidth === null || Math.abs(width - articleWidth) < 4)
    return paragraphs.length - 1;
  const before = paragraphs.findLastIndex((paragraph) => paragraph.columnWidth !== width);
  return before + 1;
}

function takeParagraph(state: State, paragraph: Paragraph, place: Place): void {
  if (paragraph.begins === 'text' && state.heading === null && state.byline === null) {
    takeRunningText(state, paragraph, place);
  } else if (continuesList(state, paragraph)) {
    if (state.current !== null) addParagraph(state.current, paragraph);
  } else {
    openSegment(state, paragraph);
  }
  if (paragraph.credit !== null) closeCaption(state);
}

function takeRunningText(state: State, paragraph: Paragraph, place: Place): void {
  const { current } = state;
  const isElsewhere =
    paragraph.startsFlush && current?.paragraphs[0]?.startsFlush === false && isFinished(current);
  if (current === null || current.closed || isElsewhere) {
    openSegment(state, paragraph);
    return;
  }
  const next = nextElement(place);
  const isBetween =
    paragraph.isFinished &&
    !isFinished(current) &&
    next?.kind === 'paragraph' &&
    next.paragraph.begins === 'text';
  const interrupts =
    isBetween &&
    (paragraph.afterGap || (current.people.photographers.length > 0 && isOneSentence(paragraph)));
  if (interrupts) {
    // 文/图: who wrote the article took its picture.
    const people = { ...nobody, photographers: current.people.photographers };
    const caption = newSegment({ starts: 'caption', column: null, people, closed: true });
    addParagraph(caption, paragraph);
    state.segments.push(caption);
    return;
  }
  addParagraph(current, paragraph);
}

const longestCaption = 60;

function isOneSentence({ text }: Paragraph): boolean {
  return text.length <= longestCaption && /^[^。！？]+。$/u.test(text);
}

const labelled = /^[^，。；：:]{2,16}[：:]/u;

/** ★ or ● before each point of one text, named once at its end: a list, not so many items. */
function continuesList({ current, heading }: State, paragraph: Paragraph): boolean {
  if (paragraph.begins !== 'marked' || heading !== null || current === null || current.closed)
    return false;
  const [first] = current.paragraphs;
  return (
    current.starts === 'mark' &&
    first?.mark === paragraph.mark &&
    labelled.test(first.text) &&
    labelled.test(paragraph.text)
  );
}

function openSegment(state: State, paragraph: Paragraph): void {
  const { heading, byline } = state;
  const segment = newSegment({
    starts: startOf(state, paragraph),
    heading,
    column: columnFor(state, paragraph),
    people: byline?.people ?? nobody,
    signLines: [...(byline?.lines ?? [])],
  });
  addParagraph(segment, paragraph);
  if (state.jump !== null)
    segment.gaps.push(`文章从别的版面接来（${bare(state.jump)}），前面的文字不在这一版上`);
  state.jump = null;
  state.segments.push(segment);
  state.current = segment;
  state.heading = null;
  state.byline = null;
}

/** A column holds for the items below it: for marked items, for news in a row, else for one article. */
function columnFor(state: State, { begins }: Paragraph): string | null {
  const { column, columnOfMarks, segments, byline } = state;
  if (column === null) return null;
  if (columnOfMarks) return begins === 'marked' ? column : null;
  const earlier = segments.filter(
    (segment) => segment.column === column && segment.starts !== 'caption',
  );
  const isNews = byline === null && begins === 'lead';
  return earlier.every(({ starts }) => isNews && starts === 'lead') ? column : null;
}

function startOf({ heading, byline }: State, { begins }: Paragraph): Segment['starts'] {
  if (begins === 'lead' || begins === 'note') return begins;
  if (begins === 'marked') return 'mark';
  if (byline !== null) return 'byline';
  return heading === null ? 'orphan' : 'heading';
}
