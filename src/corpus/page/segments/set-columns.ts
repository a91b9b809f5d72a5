import { mayBeHeadline } from '../headlines/column-names.ts';
import type { HeadingGroup } from '../headlines/heading-group.ts';
import { widthOf } from '../lines/page-lines.ts';
import type { PageState } from './page-state.ts';

/** At the foot of a page the name of the picture above it, or a headline of some body. */
export function takeFoot(state: PageState, group: HeadingGroup): void {
  if (group.afterGap) giveToLastPicture(state, group);
  if (mayBeHeadline(group)) state.headlines.push(group);
}

/** A column name may stand between its two pictures. */
export function shareColumn(state: PageState): void {
  const above = state.columns.at(-1);
  if (above?.afterGap === false && above.title === state.column) giveToLastPicture(state, above);
}

export function setColumn(state: PageState, group: HeadingGroup): void {
  state.columns.push(group);
  state.column = group.title;
  state.columnOfMarks = false;
}

function giveToLastPicture({ segments }: PageState, { title }: HeadingGroup): void {
  const last = segments.at(-1);
  if (last?.starts === 'caption' && last.column === null) last.column = title;
}

/** What stands right below the name of a column is a headline, though marked points follow it. */
export function isBelowColumn({ columns }: PageState, { lines: [first] }: HeadingGroup): boolean {
  const above = columns.at(-1);
  if (above === undefined || mayBeHeadline(above)) return false;
  return above.lines.at(-1)?.number === (first?.number ?? 0) - 1;
}

export function isShortName({ title }: HeadingGroup): boolean {
  return widthOf(title ?? '') <= shortColumnName;
}

/** At the foot of a page, what is longer is rather the headline of the last body. */
const shortColumnName = 8;
