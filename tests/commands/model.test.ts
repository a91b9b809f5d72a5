import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readPrompt, startModelServer, streamReply } from '../support/model-server.ts';
import { runChazuo, starterCorpus } from '../support/run-chazuo.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { truthfulModel } from '../support/truthful-model.ts';

const key = 'sk-test-0123456789abcdef0123456789';
const question = '西茶坊社区怎么照顾老人？';
const answerSchema = z.object({
  kind: z.string(),
  by: z.string().nullable(),
  claims: z.array(z.unknown()),
  notes: z.array(z.string()),
});

const stack = new AsyncDisposableStack();
const opened = { folder: '', questions: '' };

beforeAll(async () => {
  const folder = stack.use(await temporaryFolder());
  opened.folder = folder.path;
  opened.questions = folder.file('questions.jsonl');
  await writeFile(opened.questions, `${JSON.stringify({ id: '1', question })}\n`);
});

afterAll(() => stack.disposeAsync());

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return runChazuo(args, { CORPUS_DIR: starterCorpus, DATA_DIR: opened.folder, ...environment });
}

const withModel = (baseUrl: string) => ({
  CHAT_MODEL: 'test-model',
  OPENAI_BASE_URL: baseUrl,
  OPENAI_API_KEY: key,
});

test('ask answers by the model where there is one', async () => {
  await using server = await startModelServer(truthfulModel);
  const { code, stdout, log } = await run(['ask', question, '--json'], withModel(server.baseUrl));
  expect(code).toBe(0);
  expect(answerSchema.parse(JSON.parse(stdout))).toMatchObject({ kind: 'answered', by: 'model' });
  expect(server.calls[0]?.authorization).toBe(`Bearer ${key}`);
  expect(JSON.stringify(log)).not.toContain(key);
});

test('ask answers by the passages, marked, when the model is down', async () => {
  const server = await startModelServer(truthfulModel);
  await server.close();
  const { code, stdout, log } = await run(['ask', question, '--json'], withModel(server.baseUrl));
  expect(code).toBe(0);
  const answer = answerSchema.parse(JSON.parse(stdout));
  expect(answer).toMatchObject({ kind: 'answered', by: 'extract' });
  expect(answer.notes[0]).toBe('模型暂不可用，以下为原文摘录。');
  expect(JSON.stringify(log)).not.toContain(key);
});

test('ask without --json says before the excerpts that they follow', async () => {
  const server = await startModelServer(truthfulModel);
  await server.close();
  const { stdout } = await run(['ask', question], withModel(server.baseUrl));
  expect(stdout).toMatch(/^模型暂不可用，以下为原文摘录。\n/u);
});

test('ask answers by the passages when the tokens of the day are used up', async () => {
  await using server = await startModelServer(truthfulModel);
  const environment = { ...withModel(server.baseUrl), CHAT_TOKENS_PER_DAY: '100' };
  const { stdout } = await run(['ask', question, '--json'], environment);
  expect(answerSchema.parse(JSON.parse(stdout)).notes[0]).toBe(
    '模型暂不可用，以下为原文摘录（今天的模型用量已到上限）。',
  );
  expect(server.calls).toEqual([]);
});

test('evaluate --judge counts what the model holds of the citations', async () => {
  await using server = await startModelServer((call, response) => {
    if (readPrompt(call).wants !== 'judgement') return truthfulModel(call, response);
    const citations = [...call.text.matchAll(/<<引文\d/gu)].map(() => true);
    streamReply(response, JSON.stringify({ claim: 'fully', citations }));
  });
  const args = ['evaluate', opened.questions, '--judge', '--json'];
  const { code, stdout } = await run(args, withModel(server.baseUrl));
  expect(code).toBe(0);
  const figures = z.object({ judge: z.record(z.string(), z.number()) }).parse(JSON.parse(stdout));
  expect(figures.judge).toMatchObject({
    claimsFullySupported: 1,
    citationsSupporting: 1,
    unjudged: 0,
  });
});

test('evaluate --judge says that it needs a model', async () => {
  const { code, log } = await run(['evaluate', opened.questions, '--judge']);
  expect(code).toBe(2);
  expect(JSON.stringify(log)).toContain('--judge 要请模型来评判：请设 CHAT_MODEL');
});
