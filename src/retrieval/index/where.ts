import type { Filters } from '../passage.ts';

// LanceDB binds no parameters: every condition is text, so this file alone writes them.

/** Columns that a condition may name. */
export type FilterColumn =
  | 'id'
  | 'article_id'
  | 'ordinal'
  | 'file'
  | 'path'
  | 'key'
  | 'org_types'
  | 'themes'
  | 'places'
  | 'publication'
  | 'date';

/** The condition for the filters of a search; undefined when they let everything through. */
export function whereFilters(filters: Filters = {}): string | undefined {
  return allOf([
    anyShared('org_types', filters.orgTypes),
    anyShared('themes', filters.themes),
    anyShared('places', filters.places),
    filters.publications && whereIn('publication', filters.publications),
    filters.dateFrom === undefined ? undefined : `date >= ${quote(filters.dateFrom)}`,
    filters.dateTo === undefined ? undefined : `date <= ${quote(filters.dateTo)}`,
    filters.without?.length ? `NOT (${whereIn('article_id', filters.without)})` : undefined,
  ]);
}

/** The column holds one of the values; with no values, no row. */
export function whereIn(column: FilterColumn, values: readonly string[]): string {
  if (values.length === 0) return 'false';
  return `${column} IN (${values.map(quote).join(', ')})`;
}

/** The row that carries its article: the first passage of each. */
export function whereArticleRow(condition?: string): string {
  return allOf(['ordinal = 0', condition]) ?? 'ordinal = 0';
}

/** All of the given conditions; undefined when there are none. */
export function allOf(conditions: readonly (string | undefined)[]): string | undefined {
  const given = conditions.filter((condition) => condition !== undefined && condition !== '');
  return given.length === 0 ? undefined : given.map((condition) => `(${condition})`).join(' AND ');
}

function anyShared(column: FilterColumn, values: readonly string[] | undefined) {
  if (values === undefined) return undefined;
  if (values.length === 0) return 'false';
  return `array_has_any(${column}, [${values.map(quote).join(', ')}])`;
}

// DataFusion's literals know one escape, the doubled quote; a backslash stands for itself.
function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
