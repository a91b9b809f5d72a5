import { nobody } from '../lines/bylines.ts';
import { fillsColumn } from '../lines/column-widths.ts';
import { nextText, type PageState, type Place } from './page-state.ts';
import { breaksOff, type Paragraph } from './paragraph.ts';
import {
  addParagraph,
  isFinished,
  newSegment,
  type Segment,
  type SegmentParagraph,
} from './segment.ts';
import { closeCaption } from './take-captions.ts';

/** Takes a paragraph into the article that runs, or opens another with it. */
export function takeParagraph(state: PageState, paragraph: Paragraph, place: Place): void {
  if (paragraph.begins === 'text' && state.heading === null && state.byline === null) {
    takeRunningText(state, paragraph, place);
  } else if (continuesList(state, paragraph, place)) {
    if (state.current !== null) addParagraph(state.current, paragraph);
  } else {
    openSegment(state, paragraph);
  }
  if (paragraph.credit !== null) closeCaption(state);
}

export function takeRunningText(state: PageState, paragraph: Paragraph, place: Place): void {
  const { current } = state;
  const last = current?.paragraphs.at(-1);
  const isElsewhere =
    paragraph.startsFlush &&
    current !== null &&
    current.paragraphs[0]?.startsFlush === false &&
    (isFinished(current) || isCutOff(last, paragraph, place));
  const goesOn = last !== undefined && goesOnAfterGap(last, paragraph, place);
  if (current === null || current.closed || (isElsewhere && !goesOn)) openSegment(state, paragraph);
  else if (interrupts(paragraph, current, place)) setCaptionApart(state, paragraph, current);
  else addParagraph(current, paragraph);
}

/** What stands below is neither its rest nor a caption. */
function isCutOff(
  last: SegmentParagraph | undefined,
  { lines: [first], columnWidth, credit }: Paragraph,
  { style }: Place,
): boolean {
  const line = last?.lines.at(-1);
  if (last === undefined || line === undefined || first === undefined) return false;
  if (credit !== null || last.isSubheading) return false;
  const before = { line, columnWidth: last.columnWidth };
  return breaksOff(before, { line: first, columnWidth }, style);
}

/** A sentence may end where the column does: its article goes on in the next one. */
function goesOnAfterGap(
  { lines, columnWidth, isSubheading }: SegmentParagraph,
  paragraph: Paragraph,
  { style }: Place,
): boolean {
  const line = lines.at(-1);
  if (line === undefined || isSubheading) return false;
  if (paragraph.afterGap || paragraph.credit !== null) return false;
  const isOneColumn = columnWidth !== null && columnWidth === paragraph.columnWidth;
  return isOneColumn && fillsColumn(line, columnWidth, { slack: Math.min(1, style.slack) });
}

/** A caption between the halves of a sentence: after the gap of a photo, or where the writer took one. */
function interrupts(paragraph: Paragraph, current: Segment, place: Place): boolean {
  if (!paragraph.isFinished || isFinished(current) || nextText(place) === null) return false;
  return (
    paragraph.afterGap || (current.people.photographers.length > 0 && isOneSentence(paragraph))
  );
}

function setCaptionApart(state: PageState, paragraph: Paragraph, current: Segment): void {
  // Without a photo's gap nothing but the article's 文/图 tells of a picture: who wrote took it.
  const photographers = paragraph.afterGap ? [] : current.people.photographers;
  const people = { ...nobody, photographers };
  const caption = newSegment({ starts: 'caption', column: null, people, closed: true });
  addParagraph(caption, paragraph);
  state.segments.push(caption);
}

const longestCaption = 60;

function isOneSentence({ text }: Paragraph): boolean {
  return text.length <= longestCaption && /^[^。！？]+。$/u.test(text);
}

/** Right below the text of an article, where briefs would stand apart. */
function isPointOf({ starts }: Segment, { lines, credit }: Paragraph): boolean {
  const isArticle = starts === 'lead' || starts === 'byline' || starts === 'heading';
  const isClose = lines[0]?.blanksBefore === 0;
  return isArticle && isClose && credit === null;
}

const labelled = /^[^，。；：:]{2,16}[：:]/u;

/** ★ or ● before each point of one text, named once at its end: a list, not so many items. */
function continuesList(
  { current, heading }: PageState,
  paragraph: Paragraph,
  { style }: Place,
): boolean {
  if (paragraph.begins !== 'marked' || heading !== null || current === null || current.closed)
    return false;
  const [first] = current.paragraphs;
  if (!style.isDense && isPointOf(current, paragraph)) return true;
  return (
    current.starts === 'mark' &&
    first?.mark === paragraph.mark &&
    labelled.test(first.text) &&
    labelled.test(paragraph.text)
  );
}

const noteLabel =
  /^[【[〔]?(?:编者按|编者的话|编前话?|编后语?|开栏的话|开栏语|按语|編者按)[】\]〕]?[:：]?$/u;

function openSegment(state: PageState, paragraph: Paragraph): void {
  const { heading, byline, jump } = state;
  const segment = newSegment({
    starts: startOf(state, paragraph),
    heading,
    column: columnFor(state, paragraph),
    people: byline?.people ?? nobody,
    byline,
    signLines: [...(byline?.lines ?? [])],
  });
  // 编者按 on a line of its own is a label, not text.
  if (noteLabel.test(paragraph.text)) segment.signLines.push(...paragraph.lines);
  else addParagraph(segment, paragraph);
  if (jump !== null) {
    const from = jump.replace(/[●◆■▲★（）()【】\s]/gu, '');
    segment.gaps.push(`文章从别的版面接来（${from}），前面的文字不在这一版上。`);
  }
  state.segments.push(segment);
  Object.assign(state, { jump: null, heading: null, byline: null, current: segment });
}

/** A column holds for the items below it: for marked items, for news in a row, else for one article. */
function columnFor(state: PageState, { begins }: Paragraph): string | null {
  const { column, columnOfMarks, segments, byline } = state;
  if (column === null) return null;
  if (columnOfMarks) return begins === 'marked' ? column : null;
  const earlier = segments.filter(
    ({ column: own, starts }) => own === column && starts !== 'caption' && starts !== 'note',
  );
  const isNews = byline === null && begins === 'lead';
  return earlier.every(({ starts }) => isNews && starts === 'lead') ? column : null;
}

function startOf({ heading, byline }: PageState, { begins }: Paragraph): Segment['starts'] {
  if (begins === 'lead' || begins === 'note') return begins;
  if (begins === 'marked') return 'mark';
  if (byline !== null) return 'byline';
  return heading === null ? 'orphan' : 'heading';
}
