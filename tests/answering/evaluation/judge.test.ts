import { expect, test } from 'vitest';
import { judgeAnswers } from '../../../src/answering/evaluation/judge.ts';
import { type ModelScript, startModelServer, streamReply } from '../../support/model-server.ts';
import { openTestModel } from '../../support/open-test-model.ts';
import { answered, notFound } from '../../support/sample-answers.ts';

/** A judge for whom every claim of 南桥社区 says too much. */
const judge: ModelScript = ({ text }, response) => {
  const quotes = [...text.matchAll(/<<引文\d/gu)];
  const isWrong = text.includes('南桥社区：');
  const citations = quotes.map((_, at) => !(isWrong && at === 1));
  streamReply(response, JSON.stringify({ claim: isWrong ? 'partly' : 'fully', citations }));
};

test('the shares of supported claims and of supporting citations are counted', async () => {
  await using server = await startModelServer(judge);
  await using model = openTestModel(server.baseUrl);
  const readPassage = async () => '社区党委把闲置车棚改成食堂，每餐收费8元。';
  expect(await judgeAnswers([answered, notFound], { model, readPassage })).toEqual({
    claims: 2,
    claimsFullySupported: 1 / 2,
    citations: 3,
    citationsSupporting: 2 / 3,
    unjudged: 0,
  });
  expect(server.calls).toHaveLength(2);
  expect(server.calls[0]?.text).toContain('所在段落：社区党委把闲置车棚改成食堂，每餐收费8元。');
});

test('what the judge says nothing valid of is not counted', async () => {
  await using server = await startModelServer((_, response) =>
    streamReply(response, '{"claim":"fully","citations":[]}'),
  );
  await using model = openTestModel(server.baseUrl);
  const figures = await judgeAnswers([answered], { model, readPassage: async () => undefined });
  expect(figures).toEqual({
    claims: 0,
    claimsFullySupported: null,
    citations: 0,
    citationsSupporting: null,
    unjudged: 2,
  });
});
