/** One case of a logistic regression. */
interface Case {
  readonly features: Readonly<Record<string, number>>;
  readonly isPositive: boolean;
}

interface Fitted {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const steps = 50;
// On features scaled to a deviation of one.
const ridge: number = 3;
const enough: number = 1e-6;

/** Fits a logistic regression with a ridge by Newton's method; weights are for the features as they are. */
export function fitLogistic(cases: readonly Case[]): Fitted {
  const names = Object.keys(cases[0]?.features ?? {});
  const scales = names.map((name) => scaleOf(cases.map(({ features }) => features[name] ?? 0)));
  const rows = cases.map(({ features }) => [
    ...names.map((name, at) => {
      const { mean, deviation } = scales[at] ?? plainScale;
      return ((features[name] ?? 0) - mean) / deviation;
    }),
    1,
  ]);
  const fitted = newton(
    rows,
    cases.map(({ isPositive }) => (isPositive ? 1 : 0)),
  );
  const weights = names.map((name, at) => {
    const { deviation } = scales[at] ?? plainScale;
    return [name, (fitted[at] ?? 0) / deviation] as const;
  });
  const shift = names.reduce((sum, _, at) => {
    const { mean, deviation } = scales[at] ?? plainScale;
    return sum + ((fitted[at] ?? 0) * mean) / deviation;
  }, 0);
  return { bias: (fitted.at(-1) ?? 0) - shift, weights: Object.fromEntries(weights) };
}

const plainScale = { mean: 0, deviation: 1 };

function scaleOf(values: readonly number[]): typeof plainScale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** The last column of the rows is the intercept, which is not held small. */
function newton(rows: readonly (readonly number[])[], targets: readonly number[]) {
  const size = rows[0]?.length ?? 0;
  const weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const { slope, curve } = derivatives(rows, targets, weights);
    const change = solve(curve, slope);
    for (const [at, by] of change.entries()) weights[at] = (weights[at] ?? 0) - by;
    if (Math.max(...change.map(Math.abs)) < enough) break;
  }
  return weights;
}

function derivatives(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  weights: readonly number[],
) {
  const size = weights.length;
  const held = (at: number) => (at === size - 1 ? enough : ridge);
  const slope = weights.map((weight, at) => held(at) * weight);
  const curve = weights.map((_, at) => weights.map((_, other) => (at === other ? held(at) : 0)));
  for (const [index, row] of rows.entries()) {
    const sum = row.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
    const chance = 1 / (1 + Math.exp(-sum));
    const error = chance - (targets[index] ?? 0);
    for (const [at, value] of row.entries()) {
      slope[at] = (slope[at] ?? 0) + error * value;
      const line = curve[at] ?? [];
      const weighed = chance * (1 - chance) * value;
      for (const [other, second] of row.entries())
        line[other] = (line[other] ?? 0) + weighed * second;
    }
  }
  return { slope, curve };
}

/** Solves a symmetric positive system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const lines = matrix.map((line, at) => [...line, values[at] ?? 0]);
  const size = lines.length;
  for (const [at, pivot] of lines.entries())
    for (const line of lines.slice(at + 1)) subtract(line, pivot, at);
  const result = Array.from({ length: size }, () => 0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? [];
    const known = result.reduce((sum, value, column) => sum + value * (line[column] ?? 0), 0);
    result[at] = ((line[size] ?? 0) - known) / (line[at] ?? 1);
  }
  return result;
}

/** Takes so much of a line from another that its value in a column is nothing. */
function subtract(line: number[], pivot: readonly number[], column: number): void {
  const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
  for (const [at, value] of pivot.entries()) line[at] = (line[at] ?? 0) - factor * value;
}
