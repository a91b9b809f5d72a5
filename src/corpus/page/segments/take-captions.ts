import { nobody, type People, unite } from '../lines/bylines.ts';
import type { RoleLine } from '../lines/role-line.ts';
import type { PageState } from './page-state.ts';
import { newSegment, type Segment, textOf } from './segment.ts';

const captionLength = 500;

/** Takes the credit of a photo: what stands above it is its caption. */
export function takeCredit(
  state: PageState,
  { line, people }: { readonly line: RoleLine; readonly people: People },
): void {
  const caption = closeCaption(state);
  if (caption === null) return;
  caption.people = unite(caption.people, people);
  caption.signLines.push(line.line);
}

/** Makes a caption of the text above a photo credit: the whole segment when it is short, else its end. */
export function closeCaption(state: PageState): Segment | null {
  const { current } = state;
  if (current === null || current.paragraphs.length === 0) return null;
  return isCaption(current) ? turnToCaption(state, current) : takeOutCaption(state, current);
}

function isCaption(segment: Segment): boolean {
  return (
    mayShow(segment) &&
    segment.paragraphs.length <= 2 &&
    segment.paragraphs[0]?.startsFlush !== true &&
    textOf(segment).length <= captionLength
  );
}

/** ▲ below a title of its own opens a caption too. */
function mayShow({ starts, heading }: Segment): boolean {
  return starts === 'heading' || starts === 'orphan' || (starts === 'mark' && heading !== null);
}

function turnToCaption(state: PageState, segment: Segment): Segment {
  const credit = segment.paragraphs.at(-1)?.credit ?? nobody;
  const caption: Segment = {
    ...segment,
    column: segment.starts === 'mark' ? null : segment.column,
    starts: 'caption',
    people: unite(segment.people, credit),
    closed: true,
  };
  state.segments.splice(state.segments.indexOf(segment), 1, caption);
  state.current = null;
  return caption;
}

function takeOutCaption(state: PageState, segment: Segment): Segment {
  const people = segment.paragraphs.at(-1)?.credit ?? nobody;
  const caption = newSegment({ starts: 'caption', column: null, people, closed: true });
  caption.paragraphs.push(...segment.paragraphs.splice(captionStart(segment)));
  state.segments.push(caption);
  segment.closed = false;
  // ▲ and a caption: nothing is left that could go on.
  if (segment.paragraphs.length === 0) state.current = null;
  return caption;
}

/** A caption is set narrower than the article it stands in; else it is the last paragraph, as one at the margin is. */
function captionStart({ paragraphs }: Segment): number {
  if (paragraphs.at(-1)?.startsFlush === true) return paragraphs.length - 1;
  const width = paragraphs.at(-1)?.columnWidth ?? null;
  const articleWidth = paragraphs[0]?.columnWidth ?? null;
  if (width === null || articleWidth === null || Math.abs(width - articleWidth) < 4)
    return paragraphs.length - 1;
  const before = paragraphs.findLastIndex((paragraph) => paragraph.columnWidth !== width);
  return before + 1;
}
