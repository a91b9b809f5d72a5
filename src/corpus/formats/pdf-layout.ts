import {
  isIndented,
  markIndentedText,
  type PageLine,
  tidyLine,
  widthOf,
} from '../page/page-lines.ts';
import { unfoldRadicals } from './unfold-radicals.ts';

/** Text at its place on a page; points, from the upper left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Turns the placed texts of a page into lines in reading order, with their font sizes. */
export function layOutPage(texts: readonly PlacedText[]): readonly PageLine[] {
  const fragments = joinVertical(joinHorizontal(texts));
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

/** Joins what stands on one baseline without a gap. */
function joinHorizontal(texts: readonly PlacedText[]): readonly Fragment[] {
  const fragments: Fragment[] = [];
  const sorted = texts.toSorted((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x);
  for (const text of sorted) {
    const next = toFragment(text);
    const last = fragments.at(-1);
    if (last !== undefined && standsBeside(last, next)) fragments.splice(-1, 1, join(last, next));
    else fragments.push(next);
  }
  return fragments;
}

function toFragment({ text, x, y, width, size }: PlacedText): Fragment {
  return {
    text: unfoldRadicals(text),
    left: x,
    right: x + width,
    top: y - size * 0.88,
    bottom: y + size * 0.12,
    size,
  };
}

function standsBeside(left: Fragment, right: Fragment): boolean {
  const size = Math.max(left.size, right.size);
  const gap = right.left - left.right;
  return (
    Math.abs(left.bottom - right.bottom) < size * 0.3 &&
    gap > -size * 0.5 &&
    gap < size * 0.9 &&
    isSameSize(left, right)
  );
}

function isSameSize(first: Fragment, second: Fragment): boolean {
  return Math.max(first.size, second.size) / Math.min(first.size, second.size) < 1.3;
}

function join(left: Fragment, right: Fragment): Fragment {
  const isSpaced = right.left - left.right > left.size * 0.3;
  return {
    text: left.text + (isSpaced ? ' ' : '') + right.text,
    left: Math.min(left.left, right.left),
    right: Math.max(left.right, right.right),
    top: Math.min(left.top, right.top),
    bottom: Math.max(left.bottom, right.bottom),
    size: Math.max(left.size, right.size),
  };
}

/** Single characters below one another are a vertical headline. */
function joinVertical(fragments: readonly Fragment[]): readonly Fragment[] {
  const singles = fragments.filter(({ text }) => [...text.trim()].length === 1);
  const stacks: Fragment[][] = [];
  for (const single of singles.toSorted((a, b) => a.left - b.left || a.top - b.top)) {
    const stack = stacks.find((candidate) => standsBelow(candidate.at(-1), single));
    if (stack === undefined) stacks.push([single]);
    else stack.push(single);
  }
  const vertical = stacks.filter((stack) => stack.length >= 3);
  const used = new Set(vertical.flat());
  return [
    ...fragments.filter((fragment) => !used.has(fragment)),
    ...vertical.map((stack) =>
      stack.reduce((first, second) => ({ ...join(first, second), text: first.text + second.text })),
    ),
  ];
}

function standsBelow(above: Fragment | undefined, below: Fragment): boolean {
  if (above === undefined || !isSameSize(above, below)) return false;
  const { size } = above;
  const step = below.top - above.top;
  return Math.abs(above.left - below.left) < size * 0.3 && step > size * 0.7 && step < size * 1.8;
}

type Block = readonly Fragment[];

/**
 * Cuts a page into blocks in reading order: at the widest gap from top to bottom, so that columns follow
 * one another, else at the widest gap from side to side (recursive X-Y cut, Nagy and Seth 1984).
 */
function cutBlocks(fragments: Block, bodySize: number): readonly Block[] {
  const blocks: Block[] = [];
  const waiting: Block[] = [fragments];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const halves =
      block.length > 1 ? (cutColumns(block, bodySize) ?? cutRows(block, bodySize)) : null;
    if (halves === null) blocks.push(block);
    else waiting.push(halves[1], halves[0]);
  }
  return blocks.filter((block) => block.length > 0);
}

function cutColumns(block: Block, bodySize: number): readonly [Block, Block] | null {
  const at = widestGap(
    block.map(({ left, right }) => [left, right]),
    bodySize * 0.9,
  );
  return at === null
    ? null
    : [block.filter(({ left }) => left < at), block.filter(({ left }) => left >= at)];
}

function cutRows(block: Block, bodySize: number): readonly [Block, Block] | null {
  const at = widestGap(
    block.map(({ top, bottom }) => [top, bottom]),
    bodySize * 0.85,
  );
  return at === null
    ? null
    : [block.filter(({ top }) => top < at), block.filter(({ top }) => top >= at)];
}

/** The middle of the widest gap of at least `least` between intervals, or null. */
function widestGap(
  intervals: readonly (readonly [number, number])[],
  least: number,
): number | null {
  const sorted = intervals.toSorted((a, b) => a[0] - b[0]);
  let end = Number.NEGATIVE_INFINITY;
  let widest = least;
  let at: number | null = null;
  for (const [from, to] of sorted) {
    if (Number.isFinite(end) && from - end >= widest) {
      widest = from - end;
      at = (from + end) / 2;
    }
    end = Math.max(end, to);
  }
  return at;
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
