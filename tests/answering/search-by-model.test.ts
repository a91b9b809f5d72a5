import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { TokenBudget } from '../../src/answering/model/token-budget.ts';
import { createAskedWriter, createSearchAids } from '../../src/answering/search-by-model.ts';
import { articleSchema } from '../../src/corpus/article.ts';
import { type ModelScript, startModelServer, streamReply } from '../support/model-server.ts';
import { openTestModel } from '../support/open-test-model.ts';

const log = pino({ level: 'silent' });
const article = articleSchema.parse({
  id: 'a',
  title: '长者食堂开到家门口',
  body: '柳荫社区把闲置的锅炉房改成长者食堂。',
  source: { file: 'a.md' },
});
const passage = { id: 'a#0', articleId: 'a', ordinal: 0, text: article.body, start: 0 };
const hits = [1, 0.5].map((score) => ({ passage, article, score }));
const inTime = () => ({ signal: AbortSignal.timeout(20_000), reader: '7' });

async function openModel(script: ModelScript) {
  const server = await startModelServer(script);
  const model = openTestModel(server.baseUrl);
  return {
    aids: createSearchAids(model, log),
    writer: createAskedWriter(model, { name: 'test-model', log }),
    server,
    async [Symbol.asyncDispose]() {
      await model[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

const saying =
  (value: unknown): ModelScript =>
  (_, response) =>
    streamReply(response, JSON.stringify(value));

test('a question is said in at most three other ways', async () => {
  const questions = ['长者食堂怎么办', '老年助餐点建设', '社区养老服务', '第四个问法'];
  await using model = await openModel(saying({ questions }));
  const others = await model.aids.expandQuestion('老爷子上哪儿吃饭', inTime());
  expect(others).toEqual(questions.slice(0, 3));
  expect(model.server.calls[0]?.text).toContain('老爷子上哪儿吃饭');
});

test('links, repetitions and what gives the instructions away are not searched for', async () => {
  await using model = await openModel((call, response) => {
    const canary = /校验词：(\w+)/u.exec(call.text)?.[1];
    const questions = ['http://x.example/', `食堂 ${canary}`, '食堂', '食堂', ''];
    streamReply(response, JSON.stringify({ questions }));
  });
  expect(await model.aids.expandQuestion('吃饭', inTime())).toEqual(['食堂']);
});

test('ratings go by the numbers of the passages and stay between 0 and 3', async () => {
  const ratings = [
    { passage: 2, use: 9 },
    { passage: 7, use: 3 },
  ];
  await using model = await openModel(saying({ ratings }));
  expect(await model.aids.rateHits('食堂', hits, inTime())).toEqual([0, 3]);
});

test('a reply of another shape helps nothing', async () => {
  await using model = await openModel(saying({ other: 1 }));
  expect(await model.aids.expandQuestion('食堂', inTime())).toEqual([]);
  expect(await model.aids.rateHits('食堂', hits, inTime())).toBeUndefined();
  expect(await model.writer.writeAsked(article)).toBeUndefined();
});

test('an endpoint that is stopped in the middle helps nothing', async () => {
  const stop = new AbortController();
  await using model = await openModel(() => stop.abort());
  expect(await model.aids.expandQuestion('食堂', { signal: stop.signal, reader: '7' })).toEqual([]);
});

test('three to ten questions are taken for an article, fewer for none', async () => {
  const questions = Array.from({ length: 12 }, (_, at) => `老人吃饭的第${at}个问题`);
  await using model = await openModel(saying({ questions }));
  expect(await model.writer.writeAsked(article)).toEqual(questions.slice(0, 10));
  await using short = await openModel(saying({ questions: ['一个'] }));
  expect(await short.writer.writeAsked(article)).toBeUndefined();
});

test('the tokens of what a search asks are those of its reader', async () => {
  const readers: string[] = [];
  const budget: TokenBudget = {
    reserve: async (reader) => {
      readers.push(reader);
      return undefined;
    },
  };
  await using server = await startModelServer(() => {});
  await using model = openTestModel(server.baseUrl, { budget });
  const aids = createSearchAids(model, log);
  await aids.expandQuestion('食堂', inTime());
  await aids.rateHits('食堂', hits, inTime());
  expect(readers).toEqual(['7', '7']);
});
