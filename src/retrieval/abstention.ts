import { askedLikeness } from './asked-likeness.ts';
import type { Concepts } from './meaning/find-concepts.ts';
import type { Hit } from './passage.ts';
import { printedEvidence } from './printed-evidence.ts';
import type { PreparedQuestion } from './question.ts';
import type { TermCounts } from './term-counts.ts';

/**
 * Least score that is taken for an answer. Answered of the answerable / refused of the unanswerable questions, in %, by
 * the score alone; of the starter corpus the direct ones and those about other things, then everyday paraphrases:
 *
 * | score | CMRC folds | DuReader-robust folds | starter questions | paraphrases |
 * |   .20 |   100 / 11 |                99 / 6 |          100 / 50 |          91 |
 * |   .30 |   100 / 33 |               97 / 18 |           98 / 69 |          81 |
 * |   .40 |    99 / 58 |               92 / 36 |           92 / 94 |          71 |
 * |   .45 |    99 / 68 |               89 / 46 |           90 / 97 |          67 |
 * |   .60 |    93 / 85 |               76 / 64 |          72 / 100 |          53 |
 *
 * .40 is where questions about other things begin to be refused by nine in ten. A question for a fact that a printed
 * organisation's article does not tell scores high all the same: words can not tell these, what the claims hold does
 * (see answering/figure-asked.ts).
 */
export const abstentionThreshold = 0.4;

/**
 * Least evidence of likely concepts (see likely-evidence.ts) that is taken for a practice that is asked for in other words.
 * Of paraphrases without any word in common, on articles that say no questions, 62 % of those with the right article in
 * the first place reach it, 28 % of the others, 2 % of the questions for practices of which nothing is printed.
 */
export const aboutThreshold = 0.05;
/** With the questions its article answers: below it the hit is about something else, whatever words it shares. */
export const offThreshold = 0.05;

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
