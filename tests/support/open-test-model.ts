import { pino } from 'pino';
import { type ChatModelOptions, openChatModel } from '../../src/answering/model/chat-model.ts';
import { createTokenBudget } from '../../src/answering/model/token-budget.ts';
import { createPassingSpending } from './passing-spending.ts';

/** A chat model behind a local endpoint, with tokens enough, all other options as a test wants them. */
export function openTestModel(baseUrl: string, options: Partial<ChatModelOptions> = {}) {
  return openChatModel({
    address: { baseUrl },
    model: 'test-model',
    budget: createTokenBudget(createPassingSpending(), { perDay: 1e6, perReader: 1e6 }),
    log: pino({ level: 'silent' }),
    // Long enough for a busy machine.
    timeouts: { connect: 5000, firstByte: 10_000, silence: 10_000, whole: 20_000 },
    pause: 5,
    ...options,
  });
}
