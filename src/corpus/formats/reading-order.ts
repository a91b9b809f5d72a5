import type { Fragment } from './text-fragments.ts';

/** Fragments that stand together. */
export type Block = readonly Fragment[];

/**
 * Cuts a page into blocks in reading order: at the widest gap from top to bottom, so that columns follow
 * one another, else at the widest gap from side to side (recursive X-Y cut, Nagy and Seth 1984).
 */
export function cutBlocks(fragments: Block, bodySize: number): readonly Block[] {
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
