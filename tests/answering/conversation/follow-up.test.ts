import { expect, test } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { readFollowUp } from '../../../src/answering/conversation/follow-up.ts';
import { answerBy } from '../answer-by.ts';
import { converseWith } from '../converse.ts';
import { makeArticle, sampleArticles, searchOver } from '../sample-articles.ts';

const ask = answerBy(searchOver(sampleArticles));

const converse = converseWith(ask);

const cited = (answer?: Answer) => [
  ...new Set(answer?.citations.map(({ articleId }) => articleId)),
];
const said = (answer?: Answer) => answer?.claims.map(({ text }) => text).join('') ?? '';

test.each(['第二个具体怎么做的？', '第二家具体怎么做的？', '第二个社区怎么做的？'])(
  '%s means the second organisation, whatever number stands behind its sentences',
  async (message) => {
    const [first, second] = await converse('社区怎么照顾独居老人？', message);
    // Both [1] and [2] are of the first one.
    expect(first?.citations[1]?.articleId).toBe(cited(first)[0]);
    expect(cited(second)).toEqual([cited(first)[1]]);
  },
);

test.each(['第2条出处具体怎么做的？', '[2]具体怎么做的？', '[2]'])(
  '%s means what the number 2 stands behind',
  async (message) => {
    const [first, second] = await converse('社区怎么照顾独居老人？', message);
    expect(cited(second)).toEqual([first?.citations[1]?.articleId]);
  },
);

test('「第二个」 after an answer from one source is said not to be there', async () => {
  const [, second] = await converse('白塔社区的纠纷怎么调解？', '第二个具体怎么做的？');
  expect(second).toMatchObject({
    kind: 'not-found',
    notes: ['前面只有一个出处，没有别的可以接着说；想看更多，可以发“换一批”。'],
  });
});

test('behind an answer that lists nothing the one above it is meant', async () => {
  const question = '社区怎么照顾独居老人？';
  const answers = await converse(question, '第九个怎么做的？', '第二个具体怎么做的？');
  expect(answers[1]?.nearest).toEqual([]);
  expect(cited(answers[2])).toEqual([cited(answers[0])[1]]);
});

test('a number beyond those shown is said not to be there', async () => {
  const [, second] = await converse('社区怎么照顾独居老人？', '第九个怎么做的？');
  expect(second?.kind).toBe('not-found');
  expect(second?.notes.join('')).toMatch(/^前面只列了\d个/u);
});

test('after a question that was not found 「第二个」 is the second title that was listed', async () => {
  const history: Answer[] = [
    {
      question: '垃圾怎么分类？',
      kind: 'not-found',
      by: null,
      claims: [],
      citations: [],
      notes: [],
      nearest: [
        { articleId: 'grid-work', title: '网格里来了“老街坊”' },
        { articleId: 'night-school', title: '夜校办到家门口' },
      ],
      ms: { retrieve: 0, answer: 0, total: 0 },
    },
  ];
  expect(cited(await ask('第二个', { history }))).toEqual(['night-school']);
  expect((await ask('第三个', { history })).notes).toEqual([
    '前面只列了2个，请按前面的号码再问一次。',
  ]);
});

test.each(['第二是进企业吗', '第一书记怎么选派', '第二季度学什么'])(
  '%s points at nothing that was shown',
  (message) => {
    const history: Answer[] = [];
    expect(readFollowUp(message, history)).toEqual({ kind: 'none' });
  },
);

test.each([
  ['夜校那边有啥好做法？', 'night-school'],
  ['網格怎麼劃分？', 'grid-work'],
  ['小饭桌怎么办？', 'elder-care'],
])('%s asks of its own what it asks, whatever was answered before', async (question, article) => {
  for (const before of ['白塔社区的纠纷怎么调解？', '柳湾村的夜校怎么办？', '桥头社区怎么送餐？']) {
    const [, second] = await converse(before, question);
    expect(cited(second)[0]).toBe(article);
  }
});

test('「换一个」 brings another source for the same question, whatever was asked of the first', async () => {
  const [first, , third] = await converse('社区怎么照顾独居老人？', '他们几个人？', '换一个');
  expect(third?.kind === 'answered' ? cited(third) : []).not.toContain(cited(first)[0]);
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

test.each([['还有吗？'], ['再来'], ['换一批'], ['还有别的社区吗？']])(
  '%s: when nothing more is there the reader is told so, and told again, without what was shown',
  async (message) => {
    const answers = await converse('社区怎么照顾独居老人？', message, message, message, message);
    const [shown, ...more] = answers.filter(({ kind }) => kind === 'answered');
    const repeated = more.flatMap(cited).filter((id) => cited(shown).includes(id));
    expect(repeated).toEqual([]);
    expect(answers.filter(({ kind }) => kind !== 'answered').map(({ notes }) => notes)).toEqual([
      ['除了前面给出的，现有资料里没有找到更多。'],
      ...Array.from({ length: 3 - more.length }, () => [
        '能找到的前面都给您看过了，资料里确实没有更多。换个说法，或者问一件相近的事，再帮您找找。',
      ]),
    ]);
  },
);

test('titles that were listed where nothing was found are not listed again for who asks for more', async () => {
  const answers = await converse('老人的大棚谁来种？', '还有吗？', '还有吗？');
  const listed = answers.flatMap(({ nearest }) => nearest.map(({ articleId }) => articleId));
  expect(listed.length).toBeGreaterThan(0);
  expect(new Set(listed).size).toBe(listed.length);
});

test('more is wanted of the topic, and not of what only shares a word with it', async () => {
  const answers = await converse('社区怎么照顾独居老人？', '还有吗？');
  expect(answers[1]?.claims).toEqual([]);
});

test('a new topic is not dragged to the old one', async () => {
  const [, second] = await converse('白塔社区的纠纷怎么调解？', '田间夜校怎么办？');
  expect(cited(second)).toEqual(['night-school']);
});

test('a topic that the segmenter cuts into single characters is a topic all the same', async () => {
  const [first] = await converse('白塔社区的纠纷怎么调解？');
  const history = first === undefined ? [] : [first];
  expect(readFollowUp('外卖骑手怎么管？', history)).toMatchObject({
    kind: 'about',
    isCertain: false,
  });
  expect(readFollowUp('有几个人？', history)).toMatchObject({ kind: 'about', isCertain: true });
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

test('「他们」 means another article of the answer where only that one tells what is asked', async () => {
  const [first, second] = await converse(
    '社区怎么照顾独居老人？',
    '他们的卫生服务站怎么量血压、送药？',
  );
  expect(cited(first)).toEqual(['elder-care', 'elder-visit']);
  expect(cited(second)).toEqual(['elder-visit']);
  expect(said(second)).toContain('量血压');
});

test.each(['除了桥头社区还有谁', '除了桥头社区以外还有别的吗？'])(
  '%s asks for more of the same, not about the one it names',
  async (message) => {
    const [first] = await converse('社区怎么照顾独居老人？');
    const followUp = readFollowUp(message, first === undefined ? [] : [first]);
    expect(followUp).toMatchObject({
      kind: 'more',
      topic: '社区怎么照顾独居老人？',
      shown: ['elder-care', 'elder-visit'],
    });
  },
);

test('an ordinal with nothing before it is told that nothing was listed', async () => {
  const [answer] = await converse('第二个具体怎么做的？');
  expect(answer?.notes).toEqual(['前面没有列出可以接着看的内容，请把想问的事写完整再问一次。']);
});

test('a number counts in the list that was shown, whatever was told of one of it since', async () => {
  const turns = ['社区怎么照顾独居老人？', '第一个具体怎么做的？', '他们几个人？'];
  const answers = await converse(...turns, '第二个呢', '第三个呢');
  expect(cited(answers[3])).toEqual([cited(answers[0])[1]]);
  expect(answers[4]?.notes).toEqual(['前面只列了2个，请按前面的号码再问一次。']);
});

test.each(['谁牵头的？', '什么时候完成？', '谁讲的课？', '什么时候签的？'])(
  '%s asks of what was shown',
  async (message) => {
    const [first] = await converse('白塔社区的纠纷怎么调解？');
    const history = first === undefined ? [] : [first];
    expect(readFollowUp(message, history)).toMatchObject({ kind: 'about', isCertain: true });
  },
);

test('「那……呢」 is a new topic where what was shown does not tell of it', async () => {
  const [, second] = await converse('社区怎么照顾独居老人？', '那夜校呢');
  expect(cited(second)).toEqual(['night-school']);
  const [, none] = await converse('社区怎么照顾独居老人？', '那垃圾分类呢');
  expect(none?.kind).toBe('not-found');
  const [, detail] = await converse('社区怎么照顾独居老人？', '那联系卡呢');
  expect(cited(detail)).toEqual(['elder-care']);
});

test.each(['还有吗？', '换一批', '再来', '还有别的社区吗？'])(
  '%s with nothing before it is told that nothing was listed',
  async (message) => {
    const [answer] = await converse(message);
    expect([answer?.kind, answer?.notes]).toEqual([
      'not-found',
      ['前面没有列出可以接着看的内容，请把想问的事写完整再问一次。'],
    ]);
  },
);

test('more of something that it names is a question of its own', async () => {
  const [answer] = await converse('还有哪些社区办小饭桌？');
  expect(cited(answer)).toEqual(['elder-care']);
});

test('a title without a name that was listed may be pointed at', async () => {
  const nameless = makeArticle({ id: 'nameless', body: '党支部每周组织一次义诊，请大夫看病。' });
  const asking = answerBy(searchOver([...sampleArticles, nameless]), 0.9);
  const answers = await converseWith(asking)('义诊收费的标准高不高？', '第一个具体怎么做的？');
  expect(answers[0]?.nearest[0]?.articleId).toBe('nameless');
  expect(cited(answers[1])).toEqual(['nameless']);
});
