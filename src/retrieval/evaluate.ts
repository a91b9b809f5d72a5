/** A question whose articles are known. */
interface JudgedQuestion {
  readonly id: string;
  /** Ids of the articles that answer it. */
  readonly gold: readonly string[];
}

export interface RetrievalFigures {
  readonly questions: number;
  /** Share of questions with a right article in the first place. */
  readonly hitAt1: number;
  /** Share with one in the first three. */
  readonly hitAt3: number;
  /** Mean of 1 / rank of the first right article in the first ten; 0 when there is none. */
  readonly mrrAt10: number;
}

/**
 * Figures over a question set. `ranked` gives the article ids found for each question's id, best first. Questions
 * without gold are left out; with no other, all figures are 0.
 */
export function retrievalFigures(
  questions: readonly JudgedQuestion[],
  ranked: ReadonlyMap<string, readonly string[]>,
): RetrievalFigures {
  const judged = questions.filter(({ gold }) => gold.length > 0);
  const ranks = judged.map(({ id, gold }) => rankOfFirst(ranked.get(id) ?? [], gold));
  const share = (value: (rank: number) => number) =>
    ranks.reduce((total, rank) => total + value(rank), 0) / Math.max(1, ranks.length);
  return {
    questions: judged.length,
    hitAt1: share((rank) => (rank <= 1 ? 1 : 0)),
    hitAt3: share((rank) => (rank <= 3 ? 1 : 0)),
    mrrAt10: share((rank) => (rank <= 10 ? 1 / rank : 0)),
  };
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, a tie counting half (Mann-Whitney U). NaN
 * when either list is empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const scores = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].toSorted((left, right) => left.score - right.score);
  let below = 0;
  let wins = 0;
  for (let at = 0; at < scores.length; ) {
    const score = scores[at]?.score;
    let end = at;
    while (scores[end]?.score === score && end < scores.length) end += 1;
    const tied = scores.slice(at, end);
    const tiedPositives = tied.filter(({ positive }) => positive).length;
    const tiedNegatives = tied.length - tiedPositives;
    wins += tiedPositives * (below + tiedNegatives / 2);
    below += tiedNegatives;
    at = end;
  }
  return wins / (positives.length * negatives.length);
}

// From 1; Infinity when none of them is there.
function rankOfFirst(ranked: readonly string[], gold: readonly string[]): number {
  const at = ranked.findIndex((id) => gold.includes(id));
  return at === -1 ? Number.POSITIVE_INFINITY : at + 1;
}
