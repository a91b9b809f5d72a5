import { askedLikeness } from './asked-likeness.ts';
import type { Concepts } from './find-concepts.ts';
import type { Hit } from './passage.ts';
import { printedEvidence } from './printed-evidence.ts';
import type { PreparedQuestion } from './question.ts';
import type { TermCounts } from './term-counts.ts';

/**
 * Least score that is taken for an answer. Answered of the answerable / refused of the unanswerable questions, in %:
 *
 * | score | CMRC folds | DuReader-robust folds | starter questions |
 * |   .20 |   100 / 10 |                99 / 5 |           92 / 40 |
 * |   .30 |   100 / 31 |               97 / 17 |           72 / 44 |
 * |   .40 |   100 / 55 |               93 / 34 |           68 / 52 |
 * |   .45 |    99 / 65 |               90 / 43 |           57 / 60 |
 * |   .60 |    94 / 85 |               78 / 63 |           39 / 76 |
 *
 * .40 is the highest before everyday questions, which share few words with the print, begin to be lost by tens. Of the
 * starter's unanswerable ones half ask a printed organisation for what is not printed: words can not tell these.
 */
export const abstentionThreshold = 0.4;

/** Hits that are read for the score. */
export const hitsRead = 3;
// More than this tells no more.
const mostLikeness = 0.8;

/**
 * How likely it is that the hits answer the question: higher is likelier, 0 for nothing found. What the best three say in
 * print or, where that is more, how far the best article's own questions are like this one.
 */
export function abstentionScore(
  question: PreparedQuestion,
  hits: readonly Hit[],
  evidence: { readonly counts: TermCounts; readonly concepts: Concepts | undefined },
): number {
  const [best] = hits;
  if (best === undefined || question.words.length === 0) return 0;
  const printed = printedEvidence(question, hits.slice(0, hitsRead), evidence);
  if (printed >= mostLikeness) return printed;
  return Math.max(printed, Math.min(mostLikeness, askedLikeness(question, best, evidence)));
}
