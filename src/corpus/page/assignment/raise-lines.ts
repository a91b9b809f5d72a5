import { widestColumnName } from '../headlines/column-names.ts';
import type { HeadingGroup } from '../headlines/heading-group.ts';
import { widthOf } from '../lines/page-lines.ts';
import { textOf } from '../segments/segment.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import type { Headlines } from './assign-headlines.ts';

/**
 * Gives a headline the line right above it that belongs to no body: as its kicker; or as its first line, when it was
 * taken for a column name but the body speaks of it.
 */
export function raiseLines(
  { of, unassigned }: Headlines,
  columns: readonly HeadingGroup[],
  similarity: TextSimilarity,
): Headlines {
  const raised = new Map(of);
  const used = new Set<HeadingGroup>();
  for (const [segment, headline] of of) {
    const isTold = ({ title }: HeadingGroup) =>
      similarity.coverage(title ?? '', textOf(segment)) >= plainlyTold;
    // In a block of headlines a blank line parts one from the next.
    const isNear = segment.heading === headline ? standsOn : touches;
    const begun = columns.find((column) => touches(column, headline) && isTold(column));
    const above = begun ?? unassigned.find((one) => mayBeKicker(one) && isNear(one, headline));
    if (above === undefined || headline.kicker !== null || headline.title === null) continue;
    used.add(above);
    const lines = [...above.lines, ...headline.lines];
    const title = begun === undefined ? headline.title : `${begun.title} ${headline.title}`;
    raised.set(segment, { ...headline, title, kicker: begun ? null : above.title, lines });
  }
  return { of: raised, unassigned: unassigned.filter((headline) => !used.has(headline)) };
}

/** The share of a line's bigrams that a body must hold. */
const plainlyTold = 0.6;

function mayBeKicker({ kicker, title }: HeadingGroup): boolean {
  return kicker === null && title !== null && widthOf(title) > widestColumnName;
}

/** Nothing but blank lines between the two. */
function standsOn(above: HeadingGroup, { lines: [first] }: HeadingGroup): boolean {
  const last = above.lines.at(-1)?.number ?? 0;
  return first !== undefined && last === first.number - first.blanksBefore - 1;
}

function touches(above: HeadingGroup, below: HeadingGroup): boolean {
  return standsOn(above, below) && below.lines[0]?.blanksBefore === 0;
}
