import { expect, test } from 'vitest';
import { assignOptimally } from '../../../../src/corpus/page/assignment/optimal-assignment.ts';

/** The best sum over all ways to pair rows with columns, tried one by one. */
function bestSum(
  scores: readonly (readonly number[])[],
  row = 0,
  used = new Set<number>(),
): number {
  if (row === scores.length) return 0;
  let best = bestSum(scores, row + 1, used);
  for (const [column, score] of scores[row]!.entries()) {
    if (used.has(column) || score <= 0) continue;
    best = Math.max(best, score + bestSum(scores, row + 1, new Set([...used, column])));
  }
  return best;
}

test('the nearest pair gives way when the sum is greater without it', () => {
  expect(
    assignOptimally([
      [3, 2],
      [2.5, 0],
    ]),
  ).toEqual([1, 0]);
});

test('what belongs to nothing stays alone', () => {
  expect(assignOptimally([[0, -1]])).toEqual([null]);
  expect(assignOptimally([])).toEqual([]);
  expect(assignOptimally([[1], [2], [3]])).toEqual([null, null, 0]);
});

test('the sum is the greatest there is, and no column is taken twice', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let round = 0; round < 60; round += 1) {
    const [rows, columns] = [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 5)];
    const scores = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => Math.round(random() * 40 - 12) / 10),
    );
    const assigned = assignOptimally(scores);
    const taken = assigned.filter((column) => column !== null);
    const sum = assigned.reduce<number>(
      (total, column, row) => total + (column === null ? 0 : scores[row]![column]!),
      0,
    );
    expect(new Set(taken).size).toBe(taken.length);
    expect(sum).toBeCloseTo(bestSum(scores), 6);
  }
});
