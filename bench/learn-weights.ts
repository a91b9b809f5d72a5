import { toChances } from '../src/corpus/page/headlines/split-decks.ts';

/** One thing to choose: for each choice its features by name, and the place of the right choice. */
interface Choice {
  readonly table: readonly ReadonlyMap<string, number>[];
  readonly right: number;
}

export type Weights = Map<string, number>;

const penalty = 1;
const step = 0.5;

/** The score of each choice. */
export function scoreAll(table: Choice['table'], weights: Weights): readonly number[] {
  return table.map((features) => {
    let score = 0;
    for (const [name, value] of features) score += value * (weights.get(name) ?? 0);
    return score;
  });
}

/**
 * Moves the weights of a log-linear model towards the greatest likelihood of the right choices, less a penalty on the
 * squares of the weights, by AdaGrad (Duchi and others, 2011).
 */
export function learnWeights(choices: readonly Choice[], weights: Weights, times: number): void {
  const squares = new Map<string, number>();
  for (let time = 0; time < times; time += 1) {
    for (const [name, slope] of readSlopes(choices, weights)) {
      const square = (squares.get(name) ?? 0) + slope * slope;
      squares.set(name, square);
      if (square === 0) continue;
      weights.set(name, (weights.get(name) ?? 0) + (step * slope) / Math.sqrt(square));
    }
  }
}

function readSlopes(choices: readonly Choice[], weights: Weights): ReadonlyMap<string, number> {
  const slopes = new Map([...weights].map(([name, weight]) => [name, -penalty * weight] as const));
  for (const { table, right } of choices) {
    const chances = toChances(scoreAll(table, weights));
    for (const [index, features] of table.entries()) {
      const error = (index === right ? 1 : 0) - (chances[index] ?? 0);
      for (const [name, value] of features)
        slopes.set(name, (slopes.get(name) ?? 0) + error * value);
    }
  }
  return slopes;
}
