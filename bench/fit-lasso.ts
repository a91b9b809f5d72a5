import type { FittedLogistic, LogisticCase } from './fit-logistic.ts';

/** A feature of fewer cases is left out. */
const leastCases = 4;
/** What a unit of weight costs, in log loss of one case. */
const cost = 3.3;
const mostRounds = 300;
const enough = 1e-3;

/**
 * Fits a logistic regression over features that are there or not, its weights held small by their sum, so that most are nothing
 * (the lasso): coordinate descent on a bound of the loss (Friedman, Hastie and Tibshirani 2010, "Regularization Paths for
 * Generalized Linear Models").
 */
export function fitLasso(cases: readonly LogisticCase[]): FittedLogistic {
  const columns = columnsOf(cases);
  const targets = Float64Array.from(cases, ({ isPositive }) => (isPositive ? 1 : 0));
  const scores = new Float64Array(cases.length);
  const all = Uint32Array.from(cases.keys());
  const weights = new Float64Array(columns.length);
  let bias = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = step({ rows: all, targets, scores }, bias, 0);
    bias += moved;
    let largest = Math.abs(moved);
    for (const [at, { rows }] of columns.entries()) {
      const change = step({ rows, targets, scores }, weights[at] ?? 0, cost);
      weights[at] = (weights[at] ?? 0) + change;
      largest = Math.max(largest, Math.abs(change));
    }
    if (largest < enough) break;
  }
  const kept = columns.flatMap(({ name }, at) => {
    const weight = weights[at] ?? 0;
    return weight === 0 ? [] : [[name, weight] as const];
  });
  return { bias, weights: Object.fromEntries(kept) };
}

interface Column {
  readonly name: string;
  /** The cases that have the feature. */
  readonly rows: Uint32Array;
}

function columnsOf(cases: readonly LogisticCase[]): readonly Column[] {
  const rows = new Map<string, number[]>();
  for (const [at, { features }] of cases.entries())
    for (const name of Object.keys(features)) {
      const known = rows.get(name);
      if (known === undefined) rows.set(name, [at]);
      else known.push(at);
    }
  return [...rows]
    .filter(([, of]) => of.length >= leastCases)
    .map(([name, of]) => ({ name, rows: Uint32Array.from(of) }));
}

interface Fitting {
  readonly rows: Uint32Array;
  readonly targets: Float64Array;
  /** The log odds of each case so far; a step adds to them. */
  readonly scores: Float64Array;
}

/** Moves one weight to where the bound of the loss is least; gives by how much. */
function step({ rows, targets, scores }: Fitting, weight: number, price: number): number {
  let slope = 0;
  for (const row of rows) slope += 1 / (1 + Math.exp(-(scores[row] ?? 0))) - (targets[row] ?? 0);
  // The curve of the logistic loss is nowhere above a quarter.
  const curve = rows.length / 4;
  const aim = weight - slope / curve;
  const next = Math.sign(aim) * Math.max(0, Math.abs(aim) - price / curve);
  const change = next - weight;
  if (change !== 0) for (const row of rows) scores[row] = (scores[row] ?? 0) + change;
  return change;
}
