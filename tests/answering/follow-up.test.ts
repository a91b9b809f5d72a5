import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { createAnswerQuestion } from '../../src/answering/answer-question.ts';
import { sampleArticles, searchOver } from './sample-articles.ts';

const ask = createAnswerQuestion({
  search: searchOver(sampleArticles),
  log: pino({ level: 'silent' }),
  threshold: 0.4,
});

async function converse(...turns: readonly string[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const turn of turns) answers.push(await ask(turn, { history: [...answers] }));
  return answers;
}

const cited = (answer?: Answer) => [
  ...new Set(answer?.citations.map(({ articleId }) => articleId)),
];
const said = (answer?: Answer) => answer?.claims.map(({ text }) => text).join('') ?? '';

test('「第二个」 is the second article of the answer before', async () => {
  const [first, second] = await converse('社区怎么照顾独居老人？', '第二个具体怎么做的？');
  expect(cited(second)).toEqual([cited(first)[1]]);
});

test('「他们」 is the organisation of the answer before', async () => {
  const [, second] = await converse('白塔社区的纠纷怎么调解？', '他们有几个网格？');
  expect(cited(second)).toEqual(['grid-work']);
  expect(said(second)).toContain('12个网格');
});

test('a question without a subject goes on about the article before', async () => {
  const [, second] = await converse('桥头社区怎么办小饭桌？', '是哪年开办的？');
  expect(said(second)).toContain('2021年3月');
});

test('「还有」 leaves out what was shown', async () => {
  const [first, second] = await converse('社区怎么照顾独居老人？', '还有别的社区吗？');
  expect(cited(second).filter((id) => cited(first).includes(id))).toEqual([]);
});

test('when nothing more is there the reader is told so', async () => {
  const answers = await converse('社区怎么照顾独居老人？', '还有吗？', '还有吗？', '还有吗？');
  expect(answers.at(-1)).toMatchObject({
    kind: 'not-found',
    notes: ['除了前面给出的，现有资料里没有找到更多。'],
  });
});

test('a new topic is not dragged to the old one', async () => {
  const [, second] = await converse('白塔社区的纠纷怎么调解？', '田间夜校怎么办？');
  expect(cited(second)).toEqual(['night-school']);
});

test('what the article before does not say is not taken from elsewhere', async () => {
  const [, second] = await converse('柳湾村的田间夜校怎么办？', '他们花了多少钱？');
  expect(second?.kind).toBe('not-found');
});

test('without a conversation before it a follow-up is a question of its own', async () => {
  const answer = await ask('第二个具体怎么做的？');
  expect(answer.kind).toBe('not-found');
});

test('articles the reader does not want are left out', async () => {
  const answer = await ask('社区怎么照顾独居老人？', { without: ['elder-care'] });
  expect(cited(answer)).not.toContain('elder-care');
});
