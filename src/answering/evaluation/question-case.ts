import { z } from 'zod';
import type { RankedArticles } from '../../retrieval/retrieval.ts';
import type { Answer } from '../answer.ts';

/** A line of a question file: a question, or the turns of a conversation of which the last one counts. */
export const questionCaseSchema = z
  .object({
    id: z.string(),
    question: z.string().nullish(),
    turns: z.array(z.string()).nullish(),
    /** Ids of the articles that answer it. */
    gold: z.array(z.string()).default([]),
    /** Any of these in the answer is right. */
    answers: z.array(z.string()).default([]),
    answerable: z.boolean().default(true),
  })
  .refine(({ question, turns }) => (question ?? null) === null || (turns ?? null) === null, {
    error: 'question 和 turns 只写一个',
  })
  .transform(({ question, turns, ...rest }) => ({ ...rest, turns: turns ?? [question ?? ''] }))
  .refine(({ turns }) => turns.some((turn) => turn !== ''), '缺少 question 或 turns');

export type QuestionCase = Readonly<z.infer<typeof questionCaseSchema>>;

/** One question with what came of it. */
export interface CaseResult {
  readonly asked: QuestionCase;
  readonly answer: Answer;
  readonly ranking: RankedArticles;
}
