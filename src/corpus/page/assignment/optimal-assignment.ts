/**
 * Assigns rows to columns so that the sum of the scores is greatest (Hungarian method in its O(n²m)
 * form with potentials, after E. Lawler, Combinatorial Optimization, 1976). A row stays alone when no
 * pairing adds to the sum: a score of 0 or less is never taken. Returns the column of each row, or null.
 */
export function assignOptimally(
  scores: readonly (readonly number[])[],
): readonly (number | null)[] {
  const rows = scores.length;
  const columns = scores[0]?.length ?? 0;
  // One column of its own for each row, worth 0, so that staying alone is always possible.
  const cost = (row: number, column: number) =>
    column < columns ? Math.min(0, -(scores[row]?.[column] ?? 0)) : 0;
  const matched = matchRows(rows, columns + rows, cost);
  return matched.map((column, row) =>
    column < columns && (scores[row]?.[column] ?? 0) > 0 ? column : null,
  );
}

type Cost = (row: number, column: number) => number;

interface Matching {
  /** Potentials of rows and columns; place 0 of each is a sentinel, as are row 0 and column 0 below. */
  readonly rowPotential: number[];
  readonly columnPotential: number[];
  readonly rowOfColumn: number[];
}

function matchRows(rows: number, columns: number, cost: Cost): readonly number[] {
  const matching: Matching = {
    rowPotential: Array.from({ length: rows + 1 }, () => 0),
    columnPotential: Array.from({ length: columns + 1 }, () => 0),
    rowOfColumn: Array.from({ length: columns + 1 }, () => 0),
  };
  for (let row = 1; row <= rows; row += 1) addRow(matching, row, cost);
  const columnOfRow = Array.from({ length: rows }, () => columns);
  for (const [column, row] of matching.rowOfColumn.entries()) {
    if (column > 0 && row > 0) columnOfRow[row - 1] = column - 1;
  }
  return columnOfRow;
}

/** A search for the cheapest alternating path from a new row to a free column. */
interface Search {
  /** The least reduced cost with which each column can be reached. */
  readonly least: number[];
  /** The column before each on its path. */
  readonly before: number[];
  readonly used: Set<number>;
}

function addRow(matching: Matching, row: number, cost: Cost): void {
  const size = matching.rowOfColumn.length;
  const search: Search = {
    least: Array.from({ length: size }, () => Number.POSITIVE_INFINITY),
    before: Array.from({ length: size }, () => 0),
    used: new Set(),
  };
  matching.rowOfColumn[0] = row;
  let column = 0;
  while ((matching.rowOfColumn[column] ?? 0) !== 0) {
    search.used.add(column);
    reach(matching, search, { column, cost });
    column = cheapest(search);
    shift(matching, search, search.least[column] ?? 0);
  }
  turnOver(matching, search, column);
}

/** Updates what it costs to reach each column by way of the row that holds this one. */
function reach(
  { rowPotential, columnPotential, rowOfColumn }: Matching,
  { least, before, used }: Search,
  { column, cost }: { readonly column: number; readonly cost: Cost },
): void {
  const row = rowOfColumn[column] ?? 0;
  for (let other = 1; other < least.length; other += 1) {
    if (used.has(other)) continue;
    const reduced =
      cost(row - 1, other - 1) - (rowPotential[row] ?? 0) - (columnPotential[other] ?? 0);
    if (reduced < (least[other] ?? 0)) {
      least[other] = reduced;
      before[other] = column;
    }
  }
}

function cheapest({ least, used }: Search): number {
  let best = 0;
  for (let column = 1; column < least.length; column += 1) {
    if (used.has(column)) continue;
    if (best === 0 || (least[column] ?? 0) < (least[best] ?? 0)) best = column;
  }
  return best;
}

function shift(
  { rowPotential, columnPotential, rowOfColumn }: Matching,
  { least, used }: Search,
  delta: number,
): void {
  for (let column = 0; column < least.length; column += 1) {
    if (used.has(column)) {
      const row = rowOfColumn[column] ?? 0;
      rowPotential[row] = (rowPotential[row] ?? 0) + delta;
      columnPotential[column] = (columnPotential[column] ?? 0) - delta;
    } else least[column] = (least[column] ?? 0) - delta;
  }
}

function turnOver({ rowOfColumn }: Matching, { before }: Search, end: number): void {
  for (let column = end; column !== 0; ) {
    const previous = before[column] ?? 0;
    rowOfColumn[column] = rowOfColumn[previous] ?? 0;
    column = previous;
  }
}
