import type { HeadingGroup } from '../headlines/heading-group.ts';
import type { PageStyle } from '../lines/page-style.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import type { PageElement } from './page-elements.ts';
import type { Paragraph } from './paragraph.ts';
import type { Byline, Segment } from './segment.ts';

/** How far the page has been read. */
export interface PageState {
  readonly segments: Segment[];
  readonly headlines: HeadingGroup[];
  readonly columns: HeadingGroup[];
  current: Segment | null;
  /** The headline right above what comes next. */
  heading: HeadingGroup | null;
  byline: Byline | null;
  /** Bylines that stand below a headline, and go where it goes. */
  readonly bylines: Map<HeadingGroup, Byline>;
  column: string | null;
  /** The name of a column above a headline that stands in a block of headlines holds for that headline's body. */
  readonly columnOf: Map<HeadingGroup, HeadingGroup>;
  /** The column was printed above marked items and holds for these only. */
  columnOfMarks: boolean;
  /** 上接第一版, printed above what comes next. */
  jump: string | null;
}

export function newState(): PageState {
  return {
    segments: [],
    headlines: [],
    columns: [],
    current: null,
    heading: null,
    byline: null,
    bylines: new Map(),
    column: null,
    columnOf: new Map(),
    columnOfMarks: false,
    jump: null,
  };
}

/** The page that is read. */
export interface Page {
  readonly style: PageStyle;
  readonly elements: readonly PageElement[];
  readonly similarity: TextSimilarity;
  /** On this page bylines stand below their articles. */
  readonly bylinesEnd: boolean;
}

/** The page and which of its elements is being read. */
export interface Place extends Page {
  readonly index: number;
}

/** The next element that is no furniture. */
export function nextElement({ elements, index }: Place): PageElement | undefined {
  return elements.find((element, other) => other > index && element.kind !== 'furniture');
}

/** The paragraph of running text that comes next, or null when something else does. */
export function nextText(place: Place): Paragraph | null {
  const next = nextElement(place);
  return next?.kind === 'paragraph' && next.paragraph.begins === 'text' ? next.paragraph : null;
}
