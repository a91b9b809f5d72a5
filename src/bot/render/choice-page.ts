import type { ButtonData } from './button-data.ts';
import { button, type Keyboard } from './message.ts';

interface Shown<T> {
  readonly shown: readonly T[];
  /** From 1; a page beyond the last is the last. */
  readonly page: number;
  readonly pages: number;
}

/** What of a list stands on one page. */
export function onPage<T>(
  list: readonly T[],
  { page, size }: { readonly page: number; readonly size: number },
): Shown<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const at = Math.min(page, pages);
  return { shown: list.slice((at - 1) * size, at * size), page: at, pages };
}

/** The row that leads to the pages before and behind; none when there is but one. */
export function turnRow(
  { page, pages }: Omit<Shown<unknown>, 'shown'>,
  turnTo: (page: number) => ButtonData,
): Keyboard {
  const row = [
    ...(page > 1 ? [button('‹ 上一页', turnTo(page - 1))] : []),
    ...(page < pages ? [button('下一页 ›', turnTo(page + 1))] : []),
  ];
  return row.length === 0 ? [] : [row];
}

export function inPairs<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.flatMap((_, index) => (index % 2 === 0 ? [list.slice(index, index + 2)] : []));
}
