import {
  isFramed,
  looksLikeColumn,
  mayBeHeadline,
  namesPictures,
} from '../headlines/column-names.ts';
import type { HeadingGroup } from '../headlines/heading-group.ts';
import { isBrokenText } from '../headlines/subheadings.ts';
import type { PageElement } from './page-elements.ts';
import { nextElement, nextText, type PageState, type Place } from './page-state.ts';
import { headingAsText, isFinished } from './segment.ts';
import { isBelowColumn, isShortName, setColumn, shareColumn, takeFoot } from './set-columns.ts';
import { takeInnerHeading } from './take-inner-heading.ts';
import { takeRunningText } from './take-paragraphs.ts';

/** Takes a stack of headings: columns, headlines, or a sub-heading of the article that runs. */
export function takeHeadings(
  state: PageState,
  groups: readonly HeadingGroup[],
  place: Place,
): void {
  const last = groups.at(-1);
  if (last !== undefined && groups.length > 1 && isBeginning(state, last, place)) {
    takeHeadings(state, groups.slice(0, -1), place);
    takeRunningText(state, headingAsText(last.lines, last.title ?? ''), place);
    return;
  }
  if (last !== undefined && groups.length === 1 && takeInnerHeading(state, last, place)) return;
  for (const [index, group] of groups.slice(0, -1).entries())
    takeGroup(state, group, { above: groups.slice(0, index), below: groups[index + 1] });
  if (last !== undefined) takeLastGroup(state, last, place);
  if (state.current !== null && isFinished(state.current)) state.current = null;
}

/** The beginning of a broken paragraph below a sub-heading looks like one more heading. */
function isBeginning({ current }: PageState, group: HeadingGroup, place: Place): boolean {
  return current !== null && isBrokenText(group) && nextText(place) !== null;
}

interface Beside {
  readonly above: readonly HeadingGroup[];
  readonly below: HeadingGroup | undefined;
}

function takeGroup(state: PageState, group: HeadingGroup, { above, below }: Beside): void {
  state.heading = null;
  const isColumn = looksLikeColumn(group);
  if (isColumn && below !== undefined && above.some((one) => mayBeHeadline(one))) {
    state.columns.push(group);
    state.columnOf.set(below, group);
  } else if (isColumn) setColumn(state, group);
  // In a block of headlines a short one looks like a column name: what it says will tell.
  if (!isColumn || mayBeHeadline(group)) state.headlines.push(group);
}

/** What stands right above the next element is a headline, unless briefs follow it, or nothing. */
function takeLastGroup(state: PageState, group: HeadingGroup, place: Place): void {
  const next = nextElement(place);
  const isAboveMarks = isAboveBriefs(place);
  const endsPage = next === undefined && isShortName(group);
  const isColumn = looksLikeColumn(group) && !isBelowColumn(state, group);
  if (isColumn && (isAboveMarks || endsPage)) {
    if (endsPage) takeFoot(state, group);
    setColumn(state, group);
    state.columnOfMarks = isAboveMarked(next);
    return;
  }
  if (next?.kind === 'paragraph' && next.paragraph.credit !== null) shareColumn(state);
  if (namesColumn(group, place)) setColumn(state, group);
  else setHeadline(state, group);
}

function namesColumn(group: HeadingGroup, place: Place): boolean {
  return isFramed(group) || (namesPictures(group) && isAbovePicture(place));
}

/** Above an editor's note stands the name of a column for the articles below it. */
function isAboveMarked(next: PageElement | undefined): boolean {
  return next?.kind === 'paragraph' && next.paragraph.begins === 'marked';
}

/** A marked paragraph comes next that is no picture's. */
function isAboveBriefs(place: Place): boolean {
  const element = nextElement(place);
  if (element?.kind !== 'paragraph' || isAbovePicture(place)) return false;
  const { begins } = element.paragraph;
  return begins === 'marked' || begins === 'note';
}

function setHeadline(state: PageState, group: HeadingGroup): void {
  state.headlines.push(group);
  state.heading = group;
}

/** A caption with its credit comes next. */
function isAbovePicture(place: Place): boolean {
  const next = place.elements.findIndex(
    ({ kind }, index) => index > place.index && kind !== 'furniture',
  );
  const [caption, credit] = place.elements.slice(next, next + 2);
  if (next < 0 || caption?.kind !== 'paragraph') return false;
  return caption.paragraph.credit !== null || credit?.kind === 'credit';
}
