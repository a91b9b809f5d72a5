import { pino } from 'pino';
import { describe } from 'vitest';
import { createAnswerQuestion } from '../../src/answering/answer-question.ts';
import { keepsTheContract } from './answerer-contract.ts';
import { searchOver } from './sample-articles.ts';

describe('the answerer without a model', () => {
  keepsTheContract(async (articles) =>
    createAnswerQuestion({
      search: searchOver(articles),
      log: pino({ level: 'silent' }),
      threshold: 0.4,
    }),
  );
});
