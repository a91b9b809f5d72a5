import type { LineReading, LineRole } from './line-roles.ts';
import type { PageLine } from './page-lines.ts';
import type { PageStyle } from './page-style.ts';

/** A line with what it was taken for and the width of its column. */
export interface RoleLine extends LineReading {
  readonly line: PageLine;
  readonly columnWidth: number | null;
  /** Ends a paragraph; the bracket with a name at its end may have begun above it. */
  readonly closes: boolean;
  /** The first line of a caption, below a sentence that goes on elsewhere. */
  readonly opensCaption: boolean;
}

/** The lines beside one, and how the page is set. */
export interface LinePlace {
  readonly before: RoleLine | undefined;
  readonly after: RoleLine | undefined;
  readonly style: PageStyle;
  /** The lines at the margin from it on end with a sentence or a photo credit. */
  readonly endsAsText: boolean;
}

/** What the text of an item is made of. */
export const bodyRoles: ReadonlySet<LineRole> = new Set(['text', 'lead', 'marked', 'note']);

/** The line is body text whose sentence goes on. */
export function runsOn(line: RoleLine | undefined): boolean {
  return line !== undefined && bodyRoles.has(line.role) && !line.closes;
}
