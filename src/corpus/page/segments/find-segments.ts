import { looksLikeColumn } from '../headlines/column-names.ts';
import type { HeadingGroup } from '../headlines/heading-group.ts';
import { nobody, unite } from '../lines/bylines.ts';
import type { RoleLine } from '../lines/role-line.ts';
import type { PageElement } from './page-elements.ts';
import { newState, type Page, type PageState, type Place } from './page-state.ts';
import type { Byline, Segment } from './segment.ts';
import { takeCredit } from './take-captions.ts';
import { takeHeadings } from './take-headings.ts';
import { takeParagraph } from './take-paragraphs.ts';

export interface PageParts {
  readonly segments: readonly Segment[];
  /** Headlines, with or without a body below, in the order they were printed. */
  readonly headlines: readonly HeadingGroup[];
  readonly columns: readonly HeadingGroup[];
  readonly columnOf: ReadonlyMap<HeadingGroup, HeadingGroup>;
  readonly bylines: ReadonlyMap<HeadingGroup, Byline>;
}

/** Cuts the elements of a page into segments. */
export function findSegments(
  elements: readonly PageElement[],
  { similarity, style }: Pick<Page, 'similarity' | 'style'>,
): PageParts {
  const state = newState();
  const page: Page = { elements, similarity, style, bylinesEnd: bylinesEnd(elements) };
  for (const [index, element] of elements.entries()) {
    takeElement(state, element, { ...page, index });
  }
  return state;
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

function takeElement(state: PageState, element: PageElement, place: Place): void {
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
      takeFurniture(state, element.line.line.text);
      return;
    case 'paragraph':
      takeParagraph(state, element.paragraph, place);
  }
}

function takeFurniture(state: PageState, text: string): void {
  if (/上接|紧接/u.test(text)) state.jump = text;
  // Below the page credits another part of the page begins.
  if (/编辑|责编/u.test(text)) state.column = null;
}

function takeByline(
  state: PageState,
  { line, people }: Extract<PageElement, { readonly people: unknown }>,
  { elements, index, bylinesEnd: end }: Place,
): void {
  const [before, after] = [elements[index - 1], elements[index + 1]];
  const { current } = state;
  // A text that lost its beginning lost the byline above it: the one below it, and above no text, is its own.
  const isUnnamed = current?.starts === 'orphan' && current.people === nobody;
  const isBelow = end || (isUnnamed && after?.kind === 'headings');
  if (before?.kind === 'paragraph' && isBelow && current !== null && !current.closed) {
    current.people = unite(current.people, people);
    current.signLines.push(line.line);
    current.closed = true;
    return;
  }
  if (before?.kind === 'paragraph') state.current = null;
  const isOwn = before?.kind === 'headings';
  const earlier = isOwn ? null : state.byline;
  state.byline = {
    people: unite(earlier?.people ?? nobody, people),
    lines: [...(earlier?.lines ?? []), line.line],
  };
  const above = isOwn ? before.groups : [];
  const headline = above.at(-1);
  // Below a block of headlines it is rather the body's.
  const isLone = above.slice(0, -1).every((group) => looksLikeColumn(group));
  if (headline !== undefined && isLone && !isNearerText(line, after))
    state.bylines.set(headline, state.byline);
}

/** More blank lines part it from the headline above than from the text below: it is that text's, whosever the headline is. */
function isNearerText({ line }: RoleLine, after: PageElement | undefined): boolean {
  if (after?.kind !== 'paragraph') return false;
  return line.blanksBefore > (after.paragraph.lines[0]?.blanksBefore ?? 0);
}
