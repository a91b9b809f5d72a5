import { expect, test } from 'vitest';
import { answerContinued } from '../../../src/answering/conversation/continue-message.ts';
import { answerBy } from '../answer-by.ts';
import { converseWith } from '../converse.ts';
import { sampleArticles, searchOver } from '../sample-articles.ts';

const ask = answerContinued(answerBy(searchOver(sampleArticles)));

const converse = converseWith(ask);
const question = '社区怎么照顾独居老人？';

test('6,000 characters, which a client sends as two messages, are answered once', async () => {
  const text = question.repeat(546);
  const [first, second] = await converse(text.slice(0, 4096), text.slice(4096));
  expect(first?.kind).toBe('answered');
  expect(second).toMatchObject({
    kind: 'chat',
    claims: [],
    notes: ['这一段和上一段是同一条长消息，结果同上；请用一两句话把想问的事写出来。'],
  });
});

test('a later part that comes to something else is answered', async () => {
  const story = '今天天气晴好，会议按时开始，大家依次发言。'.repeat(190);
  const [, second] = await converse(story, question);
  expect(second?.kind).toBe('answered');
});

test('who asks the same short question again gets the same answer', async () => {
  const [first, second] = await converse(question, question);
  expect(second?.claims).toEqual(first?.claims);
});
