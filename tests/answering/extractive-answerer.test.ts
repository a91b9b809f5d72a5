import { describe } from 'vitest';
import { answerBy } from './answer-by.ts';
import { keepsTheContract } from './answerer-contract.ts';
import { searchOver } from './sample-articles.ts';

describe('the answerer without a model', () => {
  keepsTheContract(async (articles) => answerBy(searchOver(articles)));
});
