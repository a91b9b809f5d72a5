import type { HeadingGroup } from '../headlines/heading-group.ts';
import { nobody, type People, unite } from '../lines/bylines.ts';
import type { PageLine } from '../lines/page-lines.ts';
import type { Paragraph } from './paragraph.ts';

/** Lines that name who wrote what follows, or what the headline above them belongs to. */
export interface Byline {
  readonly people: People;
  readonly lines: readonly PageLine[];
}

/** A stretch of the page that belongs to one item. Built up line by line, so it is mutable until it is read. */
export interface Segment {
  starts: 'lead' | 'byline' | 'heading' | 'mark' | 'note' | 'caption' | 'orphan';
  /** The headline group right above it. */
  readonly heading: HeadingGroup | null;
  column: string | null;
  paragraphs: SegmentParagraph[];
  people: People;
  /** Lines that name its people. */
  readonly signLines: PageLine[];
  /** The byline printed above it. */
  readonly byline: Byline | null;
  /** A signature, a credit or a jump has ended it: no text goes on after. */
  closed: boolean;
  readonly gaps: string[];
}

export interface SegmentParagraph extends Paragraph {
  readonly isSubheading: boolean;
}

type NewSegment = Pick<Segment, 'starts' | 'column'> &
  Partial<Pick<Segment, 'heading' | 'people' | 'signLines' | 'byline' | 'closed'>>;

export function newSegment(fields: NewSegment): Segment {
  return {
    heading: null,
    people: nobody,
    signLines: [],
    byline: null,
    closed: false,
    ...fields,
    paragraphs: [],
    gaps: [],
  };
}

/** Adds a paragraph, with the people it names and the end it may make. */
export function addParagraph(segment: Segment, paragraph: Paragraph): void {
  segment.paragraphs.push({ ...paragraph, isSubheading: false });
  for (const people of [paragraph.lead, paragraph.signature]) {
    if (people !== null) segment.people = unite(segment.people, people);
  }
  if (paragraph.signature !== null || paragraph.credit !== null) segment.closed = true;
  if (paragraph.jump !== null) {
    segment.closed = true;
    segment.gaps.push(
      `文章转到别的版面（${paragraph.jump.replace(/[（）()【】]/g, '')}），后面的文字不在这一版上。`,
    );
  }
}

/** Adds a part that was printed elsewhere, with the people it names. */
export function appendSegment(
  host: Segment,
  { paragraphs, people, signLines, closed }: Segment,
): void {
  host.paragraphs = [...host.paragraphs, ...paragraphs];
  host.people = unite(host.people, people);
  host.signLines.push(...signLines);
  host.closed ||= closed;
}

/** A sub-heading is a paragraph of its own in the body. */
export function addSubheading(
  segment: Segment,
  { lines, title, kicker, mark }: HeadingGroup,
): void {
  segment.paragraphs.push({
    ...headingAsText(lines, title ?? `${kicker ?? ''}：`),
    mark,
    isFinished: true,
    isSubheading: true,
  });
}

/** A heading that was the beginning of a broken paragraph. */
export function headingAsText(lines: readonly PageLine[], text: string): Paragraph {
  return {
    text,
    lines,
    begins: 'text',
    isRow: false,
    mark: '',
    columnWidth: null,
    afterGap: false,
    startsFlush: false,
    isFinished: false,
    lead: null,
    signature: null,
    credit: null,
    jump: null,
  };
}

export function textOf({ paragraphs }: Pick<Segment, 'paragraphs'>): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

/** Its last paragraph ends where a sentence ends. */
export function isFinished({ paragraphs }: Segment): boolean {
  return paragraphs.at(-1)?.isFinished ?? true;
}

/** Nothing but 【广告】 stands above it. */
export function isAdvertisement(segment: Segment, headline: HeadingGroup | undefined): boolean {
  const above = headline ?? segment.heading;
  return advertisement.test(above?.title ?? segment.column ?? '');
}

const advertisement = /^[【[〔（(]?(?:便民|分类|公益|商业)?广告[】\]〕）)]?$/u;
