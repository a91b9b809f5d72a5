import type { Measures, Tree } from '../src/answering/verify/judgement.ts';

/** One case to learn from. */
interface TreeCase {
  readonly measures: Measures;
  readonly isPositive: boolean;
  readonly worth: number;
}

interface TreeOptions {
  readonly count: number;
  readonly depth: number;
  /** How much of each tree is taken. */
  readonly rate: number;
  /** The least of cases, by their worth, that an answer of a tree must have. */
  readonly least: number;
  /** Holds the leaves of few cases near nothing. */
  readonly ridge: number;
  readonly missing: number;
  /** Of how many values of a measure a tree may choose at most; no more than 255. */
  readonly cuts: number;
}

interface Column {
  readonly measure: string;
  /** The values that may part the cases, rising. */
  readonly cuts: readonly number[];
  /** For each case how many of the cuts it reaches. */
  readonly bins: Uint8Array;
}

/** Boosts regression trees on the logistic loss, leaves by a Newton step (Friedman 2001; Chen and Guestrin 2016 for the gain). */
export function fitTrees(cases: readonly TreeCase[], options: TreeOptions) {
  const columns = columnsOf(cases, options);
  const all = cases.reduce((sum, { worth }) => sum + worth, 0);
  const positive = cases.reduce((sum, { isPositive, worth }) => sum + (isPositive ? worth : 0), 0);
  const bias = Math.log(positive / (all - positive));
  const scores = new Float64Array(cases.length).fill(bias);
  const trees: Tree[] = [];
  for (let at = 0; at < options.count; at += 1) {
    const slopes = new Float64Array(cases.length);
    const curves = new Float64Array(cases.length);
    for (const [index, { isPositive, worth }] of cases.entries()) {
      const chance = 1 / (1 + Math.exp(-(scores[index] ?? 0)));
      slopes[index] = worth * ((isPositive ? 1 : 0) - chance);
      curves[index] = worth * chance * (1 - chance);
    }
    const grown = { columns, slopes, curves, scores, options };
    trees.push(grow(grown, Uint32Array.from(cases.keys()), options.depth));
  }
  return { bias, trees };
}

interface Growing {
  readonly columns: readonly Column[];
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  /** What all trees so far say of each case; a leaf adds to it. */
  readonly scores: Float64Array;
  readonly options: TreeOptions;
}

function grow(growing: Growing, rows: Uint32Array, depth: number): Tree {
  const split = depth === 0 ? undefined : bestSplit(growing, rows);
  if (split === undefined) return leaf(growing, rows);
  const { column, cut } = split;
  return {
    measure: column.measure,
    from: column.cuts[cut] ?? 0,
    below: grow(
      growing,
      rows.filter((row) => (column.bins[row] ?? 0) <= cut),
      depth - 1,
    ),
    reached: grow(
      growing,
      rows.filter((row) => (column.bins[row] ?? 0) > cut),
      depth - 1,
    ),
  };
}

function leaf({ slopes, curves, scores, options }: Growing, rows: Uint32Array): number {
  let [slope, curve] = [0, options.ridge];
  for (const row of rows) {
    slope += slopes[row] ?? 0;
    curve += curves[row] ?? 0;
  }
  const value = Math.round((1000 * options.rate * slope) / curve) / 1000;
  for (const row of rows) scores[row] = (scores[row] ?? 0) + value;
  return value;
}

interface Split {
  readonly column: Column;
  /** The cases that reach no more than this cut go below. */
  readonly cut: number;
  readonly gain: number;
}

function bestSplit(growing: Growing, rows: Uint32Array): Split | undefined {
  let best: Split | undefined;
  for (const column of growing.columns) {
    const found = bestCut(growing, rows, column);
    if (found !== undefined && found.gain > (best?.gain ?? 0)) best = found;
  }
  return best;
}

/** Sums of slopes and curves of the cases of each bin. */
interface Sums {
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
}

function sumBins(growing: Growing, rows: Uint32Array, { bins, cuts }: Column): Sums {
  const slopes = new Float64Array(cuts.length + 1);
  const curves = new Float64Array(cuts.length + 1);
  for (const row of rows) {
    const bin = bins[row] ?? 0;
    slopes[bin] = (slopes[bin] ?? 0) + (growing.slopes[row] ?? 0);
    curves[bin] = (curves[bin] ?? 0) + (growing.curves[row] ?? 0);
  }
  return { slopes, curves };
}

function bestCut(growing: Growing, rows: Uint32Array, column: Column): Split | undefined {
  const { least, ridge } = growing.options;
  const sums = sumBins(growing, rows, column);
  const [slope, curve] = [sumOf(sums.slopes), sumOf(sums.curves)];
  const worthOf = (ofSlope: number, ofCurve: number) => ofSlope ** 2 / (ofCurve + ridge);
  let best: Split | undefined;
  let [slopeBelow, curveBelow] = [0, 0];
  for (const cut of column.cuts.keys()) {
    slopeBelow += sums.slopes[cut] ?? 0;
    curveBelow += sums.curves[cut] ?? 0;
    if (Math.min(curveBelow, curve - curveBelow) < least) continue;
    const parted =
      worthOf(slopeBelow, curveBelow) + worthOf(slope - slopeBelow, curve - curveBelow);
    const gain = parted - worthOf(slope, curve);
    if (gain > (best?.gain ?? 0)) best = { column, cut, gain };
  }
  return best;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function columnsOf(
  cases: readonly TreeCase[],
  { missing, cuts: most }: TreeOptions,
): readonly Column[] {
  const names = [...new Set(cases.flatMap(({ measures }) => Object.keys(measures)))].toSorted();
  return names.map((measure) => {
    const values = cases.map(({ measures }) => measures[measure] ?? missing);
    const cuts = cutsOf(values, most);
    const bins = Uint8Array.from(values, (value) => cuts.filter((cut) => value >= cut).length);
    return { measure, cuts, bins };
  });
}

/** Values that part the cases into about equal shares; the lowest parts none. */
function cutsOf(values: readonly number[], most: number): readonly number[] {
  const lowest = Math.min(...values);
  const above = values.filter((value) => value > lowest).toSorted((a, b) => a - b);
  const picked = Array.from(
    { length: Math.min(most, above.length) },
    (_, at) => above[Math.floor((at * above.length) / Math.min(most, above.length))] ?? 0,
  );
  return [...new Set(picked.map((value) => Math.round(100 * value) / 100))].filter(
    (value) => value > lowest,
  );
}
