import type { Filters } from '../retrieval/passage.ts';

/** One condition on the articles of an answer, as its reader said it and as a search takes it. */
export interface AppliedFilter {
  readonly kind: 'orgTypes' | 'places' | 'themes' | 'dates';
  /** How a button names it: 「农村」, 「呼和浩特市」, 「2025年起」. */
  readonly label: string;
  readonly filters: Pick<Filters, 'orgTypes' | 'places' | 'themes' | 'dateFrom' | 'dateTo'>;
}

/** What a search takes: all conditions must hold. */
export function searchFilters(applied: readonly AppliedFilter[]): Filters {
  return Object.assign({}, ...applied.map(({ filters }) => filters));
}

/** The conditions of before, those of a kind that is named again replaced. */
export function replaceFilters(
  before: readonly AppliedFilter[],
  now: readonly AppliedFilter[],
): readonly AppliedFilter[] {
  const kinds = new Set(now.map(({ kind }) => kind));
  return [...before.filter(({ kind }) => !kinds.has(kind)), ...now];
}
