import { describe, expect, test } from 'vitest';
import { contentFaults, networkFaults, replyFaults } from '../../support/model-faults.ts';
import { readPrompt, startModelServer } from '../../support/model-server.ts';
import { openModelAnswerer, testKey } from '../../support/open-model-answerer.ts';
import { expectVerified } from '../expect-verified.ts';

const question = '白塔社区去年调解了多少起纠纷？';
const notes = {
  unavailable: '模型暂不可用，以下为原文摘录。',
  unverified: '模型暂不可用，以下为原文摘录（模型写的话没能在原文里逐句核实，没有采用）。',
};

describe.each([...networkFaults, ...replyFaults, ...contentFaults])('$name', (fault) => {
  test('ends in a marked extractive answer, and in the log', async () => {
    await using server = await startModelServer(fault.script);
    // What is told by its time is told soon.
    const isTimed = fault.logged.endsWith('-timeout');
    const model = isTimed ? { timeouts: { firstByte: 600, silence: 600, whole: 2500 } } : {};
    await using answerer = openModelAnswerer({ baseUrl: server.baseUrl, model });
    const answer = await answerer.ask(question);
    expect(answer).toMatchObject({ kind: 'answered', by: 'extract' });
    expect(answer.notes[0]).toBe(notes[fault.note]);
    expectVerified(answer);
    expect(answer.claims[0]?.text).toContain('143起');
    expect(answerer.logged()).toContain(`"${fault.logged}"`);
    expect(answerer.logged()).not.toContain(testKey);
    for (const call of server.calls)
      expect(JSON.stringify(answer) + answerer.logged()).not.toContain(readPrompt(call).canary);
  });
});

test('an endpoint that is not there ends in a marked extractive answer', async () => {
  const server = await startModelServer(() => {});
  await server.close();
  await using answerer = openModelAnswerer(server);
  const answer = await answerer.ask(question);
  expect(answer).toMatchObject({ by: 'extract', notes: [notes.unavailable] });
  expect(answerer.logged()).toContain('"unreachable"');
});
