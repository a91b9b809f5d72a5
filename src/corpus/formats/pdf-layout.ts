import {
  isIndented,
  markIndentedText,
  type PageLine,
  tidyLine,
  widthOf,
} from '../page/lines/page-lines.ts';
import { type Block, cutBlocks } from './reading-order.ts';
import { type Fragment, isSameSize, join, joinTexts, type PlacedText } from './text-fragments.ts';

/** Turns the placed texts of a page into lines in reading order, with their font sizes. */
export function layOutPage(texts: readonly PlacedText[]): readonly PageLine[] {
  const fragments = joinTexts(texts);
  const bodySize = usualSize(fragments);
  const lines: PageLine[] = [];
  for (const block of cutBlocks(fragments, bodySize)) {
    for (const line of blockLines(block, bodySize))
      lines.push({ ...line, number: lines.length + 1 });
  }
  return markIndentedText(lines);
}

/** The size most characters are set in. */
function usualSize(fragments: readonly Fragment[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of fragments) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Larger than the body by so much is a headline; the rest is told by its text. */
const largeRatio = 1.15;

function blockLines(block: Block, bodySize: number): readonly Omit<PageLine, 'number'>[] {
  const left = Math.min(...block.map((fragment) => fragment.left));
  const rows = joinRows(block.toSorted((a, b) => a.bottom - b.bottom || a.left - b.left));
  return rows.map((row, index) => {
    const text = tidyLine(row.text);
    const before = rows[index - 1];
    const gap = before === undefined ? Number.POSITIVE_INFINITY : row.top - before.bottom;
    const indent = Math.max(0, (row.left - left) / row.size);
    const ratio = row.size / bodySize;
    return {
      text,
      blanksBefore: gap > row.size * 0.9 ? 1 : 0,
      indent,
      width: widthOf(text) + (isIndented({ indent }) ? indent : 0),
      inIndentedText: false,
      isSpaced: false,
      size: ratio >= largeRatio ? ratio : null,
    };
  });
}

function joinRows(sorted: readonly Fragment[]): readonly Fragment[] {
  const rows: Fragment[] = [];
  for (const fragment of sorted) {
    const last = rows.at(-1);
    const isSameRow =
      last !== undefined &&
      Math.abs(last.bottom - fragment.bottom) < last.size * 0.4 &&
      isSameSize(last, fragment);
    if (isSameRow) rows.splice(-1, 1, join(last, fragment));
    else rows.push(fragment);
  }
  return rows;
}
