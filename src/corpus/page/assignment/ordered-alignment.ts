/** The pairs of rows and columns, both rising, whose scores sum up highest (Needleman and Wunsch, 1970). */
export function alignInOrder(
  scores: readonly (readonly number[])[],
): readonly (readonly [number, number])[] {
  const sums = sumUp(scores);
  const pairs: [number, number][] = [];
  let [row, column] = [scores.length, scores[0]?.length ?? 0];
  while (row > 0 && column > 0) {
    const sum = sums[row]?.[column];
    if (sum === sums[row - 1]?.[column]) row -= 1;
    else if (sum === sums[row]?.[column - 1]) column -= 1;
    else {
      row -= 1;
      column -= 1;
      pairs.unshift([row, column]);
    }
  }
  return pairs;
}

/** The best sum for the first so many rows and the first so many columns. */
function sumUp(scores: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sums: number[][] = [Array.from({ length: (scores[0]?.length ?? 0) + 1 }, () => 0)];
  for (const [row, line] of scores.entries()) {
    const above = sums[row] ?? [];
    const own = [0];
    for (const [column, score] of line.entries()) {
      own.push(Math.max((above[column] ?? 0) + score, above[column + 1] ?? 0, own[column] ?? 0));
    }
    sums.push(own);
  }
  return sums;
}
