import { pino } from 'pino';
import type { AnswerQuestion } from '../../src/answering/answer.ts';
import { createAnswerQuestion } from '../../src/answering/answer-question.ts';
import type { SearchPassages } from '../../src/retrieval/passage.ts';

/** Answers with sentences of what a search finds, from an abstention score on. */
export function answerBy(search: SearchPassages, threshold = 0.4): AnswerQuestion {
  return createAnswerQuestion({ search, log: pino({ level: 'silent' }), threshold });
}
