/** One case of a logistic regression. */
export interface LogisticCase {
  readonly features: Readonly<Record<string, number>>;
  readonly isPositive: boolean;
  /** How many cases it counts as; 1 where nothing is said. */
  readonly worth?: number;
}

/** Log odds of a case with none of the features, and what each adds. */
export interface FittedLogistic {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const steps = 50;
// On features scaled to a deviation of one.
const usualRidge = 3;
const enough: number = 1e-4;

/** Fits a logistic regression with a ridge by Newton's method; weights are for the features as they are. */
export function fitLogistic(
  cases: readonly LogisticCase[],
  ridge: number = usualRidge,
): FittedLogistic {
  const names = [...new Set(cases.flatMap(({ features }) => Object.keys(features)))];
  const deviations = names.map((name) =>
    deviationOf(cases.map(({ features }) => features[name] ?? 0)),
  );
  const rows = cases.map((one) =>
    rowOf(
      names.map((name, at) => (one.features[name] ?? 0) / (deviations[at] ?? 1)),
      one,
    ),
  );
  const fitted = newton(rows, names.length + 1, ridge);
  const weights = names.map(
    (name, at) => [name, (fitted[at] ?? 0) / (deviations[at] ?? 1)] as const,
  );
  return { bias: fitted.at(-1) ?? 0, weights: Object.fromEntries(weights) };
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) || 1;
}

/** What a case has that is not nothing; the last column is the intercept, which is not held small. */
interface Row {
  readonly columns: Uint16Array;
  readonly values: Float64Array;
  readonly target: number;
  readonly worth: number;
}

function rowOf(
  measures: readonly number[],
  { isPositive, worth = 1 }: Pick<LogisticCase, 'isPositive' | 'worth'>,
): Row {
  const columns = [...measures.keys()].filter((at) => measures[at] !== 0);
  return {
    columns: Uint16Array.from([...columns, measures.length]),
    values: Float64Array.from([...columns.map((at) => measures[at] ?? 0), 1]),
    target: isPositive ? 1 : 0,
    worth,
  };
}

function newton(rows: readonly Row[], size: number, ridge: number): readonly number[] {
  const weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const { slope, curve } = derivatives(rows, weights, ridge);
    const change = solve(curve, slope);
    for (const [at, by] of change.entries()) weights[at] = (weights[at] ?? 0) - by;
    if (Math.max(...change.map(Math.abs)) < enough) break;
  }
  return weights;
}

function derivatives(rows: readonly Row[], weights: readonly number[], ridge: number) {
  const held = (at: number) => (at === weights.length - 1 ? enough : ridge);
  const slope = weights.map((weight, at) => held(at) * weight);
  const curve = weights.map((_, at) => weights.map((_, other) => (at === other ? held(at) : 0)));
  for (const { columns, values, target, worth } of rows) {
    const sum = columns.reduce(
      (total, at, place) => total + (values[place] ?? 0) * (weights[at] ?? 0),
      0,
    );
    const chance = 1 / (1 + Math.exp(-sum));
    for (const [place, at] of columns.entries()) {
      const value = values[place] ?? 0;
      slope[at] = (slope[at] ?? 0) + worth * (chance - target) * value;
      addTimes(curve[at] ?? [], { columns, values }, worth * chance * (1 - chance) * value);
    }
  }
  return { slope, curve };
}

/** Adds some times a row to a line. */
function addTimes(
  line: number[],
  { columns, values }: Pick<Row, 'columns' | 'values'>,
  times: number,
): void {
  for (let place = 0; place < columns.length; place += 1) {
    const at = columns[place] ?? 0;
    line[at] = (line[at] ?? 0) + times * (values[place] ?? 0);
  }
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
