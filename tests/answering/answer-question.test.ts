import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createAnswerQuestion } from '../../src/answering/answer-question.ts';
import { sampleArticles, searchOver } from './sample-articles.ts';

const ask = createAnswerQuestion({
  search: searchOver(sampleArticles),
  log: pino({ level: 'silent' }),
  threshold: 0.34,
});

test('a question for a figure gets the sentence with the figure first, cited', async () => {
  const answer = await ask('白塔社区去年调解了多少起纠纷？');
  expect(answer.kind).toBe('answered');
  expect(answer.claims[0]?.text).toContain('143起');
  expect(answer.citations[0]?.quote).toContain('143起');
});

test('a question for practices gets sentences from several organisations', async () => {
  const answer = await ask('社区怎么照顾独居老人？');
  const organisations = new Set(answer.citations.map(({ organisation }) => organisation));
  expect(organisations).toContain('云杉街道桥头社区');
  expect(organisations).toContain('安和街道红柳社区');
});
