import { afterAll, describe } from 'vitest';
import { startModelServer } from '../../support/model-server.ts';
import { openModelAnswerer } from '../../support/open-model-answerer.ts';
import { truthfulModel } from '../../support/truthful-model.ts';
import { keepsTheContract } from '../answerer-contract.ts';

const stack = new AsyncDisposableStack();
afterAll(() => stack.disposeAsync());

describe('the answerer with a model', () => {
  keepsTheContract(async (articles) => {
    const server = stack.use(await startModelServer(truthfulModel));
    return stack.use(openModelAnswerer({ baseUrl: server.baseUrl, articles })).ask;
  });
});
