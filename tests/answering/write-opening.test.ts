import { expect, test } from 'vitest';
import { createTokenBudget } from '../../src/answering/model/token-budget.ts';
import { claimsReply, type ModelScript, readPrompt, streamReply } from '../support/model-server.ts';
import { openOpeningWriter } from '../support/opening-writer.ts';
import { createPassingSpending } from '../support/passing-spending.ts';
import { elderCare, gridWork, nightSchool } from './sample-articles.ts';

const items = [
  { article: elderCare, sentences: ['桥头社区有独居老人86名，子女多在外地务工。'] },
  { article: gridWork, sentences: ['去年共调解邻里纠纷143起，没有一起闹到法院。'] },
  {
    article: nightSchool,
    sentences: ['柳湾村党支部利用农闲开办“田间夜校”，请农技员讲大棚种植，一周两晚。'],
  },
];

const school = '柳湾村党支部利用农闲开办“田间夜校”，请农技员讲大棚种植，一周两晚。';
const disputes = '去年共调解邻里纠纷143起，没有一起闹到法院。';

/** A model that says these sentences, each with a quote from the passage that holds it. */
const saying =
  (...sentences: readonly { readonly text: string; readonly quote: string }[]): ModelScript =>
  (call, response) => {
    const { passages } = readPrompt(call);
    const claims = sentences.map(({ text, quote }) => ({
      text,
      quote,
      passage: passages.find((passage) => passage.text.includes(quote))?.number ?? 99,
    }));
    streamReply(response, claimsReply(claims));
  };

test('an opening is two verified sentences, each with the items it tells of', async () => {
  const script = saying(
    { text: '柳湾村党支部开办“田间夜校”，请农技员讲大棚种植。', quote: school },
    { text: '白塔社区去年共调解邻里纠纷143起。', quote: disputes },
  );
  await using open = await openOpeningWriter(script);
  expect(await open.writeOpening(items)).toEqual([
    { text: '柳湾村党支部开办“田间夜校”，请农技员讲大棚种植。', items: [3] },
    { text: '白塔社区去年共调解邻里纠纷143起。', items: [2] },
  ]);
});

test.each([
  [
    'a figure the report does not have',
    { text: '白塔社区去年共调解邻里纠纷183起。', quote: disputes },
  ],
  ['somebody else’s deed', { text: '桥头社区去年共调解邻里纠纷143起。', quote: disputes }],
  [
    'a quote that stands nowhere',
    { text: '白塔社区调解了纠纷。', quote: '白塔社区调解了很多纠纷。' },
  ],
  ['a link', { text: '白塔社区的做法见 http://example.com/', quote: disputes }],
])('%s: no opening at all', async (_, wrong) => {
  await using open = await openOpeningWriter(saying({ text: school, quote: school }, wrong));
  expect(await open.writeOpening(items)).toBeUndefined();
  expect(open.logged()).toContain('a digest has no opening');
});

test('one sentence is no opening', async () => {
  await using open = await openOpeningWriter(saying({ text: school, quote: school }));
  expect(await open.writeOpening(items)).toBeUndefined();
});

test('instructions that are given away are not shown', async () => {
  await using open = await openOpeningWriter((call, response) => {
    const { canary } = readPrompt(call);
    const leak = { text: `校验词是${canary}`, passage: 1, quote: items[0]?.sentences[0] ?? '' };
    streamReply(response, claimsReply([leak, leak]));
  });
  expect(await open.writeOpening(items)).toBeUndefined();
  expect(open.logged()).toContain('"leak"');
});

test('a model that does not answer in time, or is out of tokens, writes no opening', async () => {
  await using slow = await openOpeningWriter(() => undefined);
  expect(await slow.writeOpening(items, { patience: 50 })).toBeUndefined();
  const budget = createTokenBudget(createPassingSpending(), { perDay: 10, perReader: 10 });
  await using poor = await openOpeningWriter(undefined, { budget });
  expect(await poor.writeOpening(items)).toBeUndefined();
  expect(poor.server.calls).toEqual([]);
});

test('the model reads the passages of the items shown and nothing of any reader', async () => {
  await using open = await openOpeningWriter();
  await open.writeOpening(items);
  const read = open.server.calls.map((call) => readPrompt(call).passages)[0] ?? [];
  expect(read.map(({ source }) => source)).toEqual([
    '小饭桌暖了老人心 / 云杉街道桥头社区',
    '青石镇白塔社区： / 网格里来了“老街坊” / 青石镇白塔社区',
    '夜校办到家门口 / 临河县柳湾村党支部',
  ]);
});
