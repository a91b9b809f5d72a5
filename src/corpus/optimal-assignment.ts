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

/** Finds the cheapest alternating path from a new row to a free column and turns it over. */
function addRow(matching: Matching, row: number, cost: Cost): void {
  const { rowPotential, columnPotential, rowOfColumn } = matching;
  const size = rowOfColumn.length;
  const least = Array.from({ length: size }, () => Number.POSITIVE_INFINITY);
  const before = Array.from({ length: size }, () => 0);
  const used = new Set<number>();
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  rowOfColumn[0] = row;
  let column = 0;
  while (at(rowOfColumn, column) !== 0) {
    used.add(column);
    const from = at(rowOfColumn, column);
    let delta = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let other = 1; other < size; other += 1) {
      if (used.has(other)) continue;
      const reduced =
        cost(from - 1, other - 1) - at(rowPotential, from) - at(columnPotential, other);
      if (reduced < at(least, other)) {
        least[other] = reduced;
        before[other] = column;
      }
      if (at(least, other) < delta) {
        delta = at(least, other);
        next = other;
      }
    }
    for (let other = 0; other < size; other += 1) {
      if (used.has(other)) {
        const owner = at(rowOfColumn, other);
        rowPotential[owner] = at(rowPotential, owner) + delta;
        columnPotential[other] = at(columnPotential, other) - delta;
      } else least[other] = at(least, other) - delta;
    }
    column = next;
  }
  while (column !== 0) {
    const previous = at(before, column);
    rowOfColumn[column] = at(rowOfColumn, previous);
    column = previous;
  }
}
