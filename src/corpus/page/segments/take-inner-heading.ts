import type { HeadingGroup } from '../headlines/heading-group.ts';
import { type InnerHeading, judgeInnerHeading } from '../headlines/subheadings.ts';
import { nobody } from '../lines/bylines.ts';
import type { PageElement } from './page-elements.ts';
import { nextText, type PageState, type Place } from './page-state.ts';
import type { Paragraph } from './paragraph.ts';
import {
  addParagraph,
  addSubheading,
  headingAsText,
  isFinished,
  type Segment,
  textOf,
} from './segment.ts';

/** Takes a heading in the middle of an article as sub-heading or text; false when it is a headline. */
export function takeInnerHeading(state: PageState, group: HeadingGroup, place: Place): boolean {
  const { current } = state;
  const next = nextText(place);
  if (current === null || current.closed || current.paragraphs.length === 0) return false;
  if (next === null || (group.kicker !== null && group.title !== null)) return false;
  const heading = describeInner({ group, current, next }, place);
  const verdict = judgeInnerHeading(heading, place.similarity);
  if (verdict === 'headline') return false;
  if (verdict === 'subheading') addSubheading(current, group);
  else addParagraph(current, headingAsText(group.lines, heading.text));
  return true;
}

/** What is shorter is hardly the part of an article above its first sub-heading. */
const shortestPart = 100;

interface InnerPlace {
  readonly group: HeadingGroup;
  readonly current: Segment;
  readonly next: Paragraph;
}

function describeInner({ group, current, next }: InnerPlace, place: Place): InnerHeading {
  const { elements, index } = place;
  const text = group.title ?? `${group.kicker ?? ''}：`;
  const section = sectionAfter(elements, index);
  // Who signs below the last sub-heading of an article that has named nobody signs the whole.
  const isNamed = current.people !== nobody || textOf(current).length < shortestPart;
  const isSigned = section.some(
    ({ signature, credit }) => (isNamed && signature !== null) || credit !== null,
  );
  return {
    text,
    before: textOf(current),
    after: section.map((paragraph) => paragraph.text).join('\n'),
    isFinished: isFinished(current),
    afterGap: group.afterGap,
    leadsOn: (group.lines[0]?.blanksBefore ?? 0) > 0 && next.lines[0]?.blanksBefore === 0,
    closesSigned: isSigned || elements[index + 1 + section.length]?.kind === 'credit',
    others: loneHeadings(elements).filter((other) => other.text !== text),
    mark: group.mark,
    repeatsMark: repeatsMark(current, group),
    aboveRows: next.isRow,
    mayBeText:
      group.lines[0]?.inIndentedText !== true &&
      !(isFinished(current) && isFarFromFull(group, next)),
  };
}

/** Below a blank line, and far narrower than the column of the text right below it. */
function isFarFromFull(
  { lines: [line] }: HeadingGroup,
  { columnWidth, lines }: Paragraph,
): boolean {
  if (line === undefined || columnWidth === null || line.blanksBefore === 0) return false;
  return lines[0]?.blanksBefore === 0 && line.width < columnWidth - shortBy;
}

const shortBy = 6;

function repeatsMark({ paragraphs }: Segment, { mark }: HeadingGroup): boolean {
  return mark !== '' && paragraphs.some((one) => one.isSubheading && one.mark === mark);
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
