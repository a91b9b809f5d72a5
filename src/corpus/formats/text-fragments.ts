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

/** Text that stands together; points, from the upper left corner. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Joins what stands on one baseline without a gap, and single characters that stand below one another. */
export function joinTexts(texts: readonly PlacedText[]): readonly Fragment[] {
  return joinVertical(joinHorizontal(texts));
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

export function isSameSize(first: Fragment, second: Fragment): boolean {
  return Math.max(first.size, second.size) / Math.min(first.size, second.size) < 1.3;
}

export function join(left: Fragment, right: Fragment): Fragment {
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
