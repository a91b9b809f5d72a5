import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { createAnswerQuestion } from '../../src/answering/answer-question.ts';
import type { Article } from '../../src/corpus/article.ts';
import type { SearchPassages, SearchResult } from '../../src/retrieval/passage.ts';
import { splitArticle } from '../../src/retrieval/split-passages.ts';
import { answerBy } from './answer-by.ts';
import { elderCare, gridWork, makeArticle, sampleArticles, searchOver } from './sample-articles.ts';

function answererOver(articles: readonly Article[], search: SearchPassages = searchOver(articles)) {
  return answerBy(search);
}

const ask = answererOver(sampleArticles);
const texts = ({ claims }: Answer) => claims.map(({ text }) => text);
const cited = ({ citations }: Answer) => [...new Set(citations.map(({ articleId }) => articleId))];

test('a question for a figure gets the sentence with the figure first', async () => {
  const answer = await ask('白塔社区去年调解了多少起纠纷？');
  expect(texts(answer)[0]).toBe('青石镇白塔社区：去年共调解邻里纠纷143起，没有一起闹到法院。');
  expect(answer.citations[0]).toMatchObject({
    n: 1,
    articleId: 'grid-work',
    organisation: '青石镇白塔社区',
    quote: '去年共调解邻里纠纷143起，没有一起闹到法院。',
    text: 'original',
  });
});

test('a question for practices gets one or two sentences from each of several organisations', async () => {
  const answer = await ask('社区怎么照顾独居老人？');
  expect(cited(answer)).toEqual(expect.arrayContaining(['elder-care', 'elder-visit']));
  expect(answer.claims.length).toBeLessThanOrEqual(5);
  for (const article of cited(answer))
    expect(
      answer.citations.filter(({ articleId }) => articleId === article).length,
    ).toBeLessThanOrEqual(2);
});

test('every claim is cited, and every quote stands verbatim in its article', async () => {
  const bodies = new Map(sampleArticles.map(({ id, body }) => [id, body]));
  for (const question of ['社区怎么照顾独居老人？', '夜校怎么办？', '网格怎么划分？']) {
    const answer = await ask(question);
    expect(answer.kind).toBe('answered');
    for (const { citations } of answer.claims)
      for (const n of citations) expect(answer.citations[n - 1]?.n).toBe(n);
    for (const { articleId, quote } of answer.citations)
      expect(bodies.get(articleId)).toContain(quote);
  }
});

test('a sentence that points backwards loses its connective or takes the one before it along', async () => {
  const answer = await ask('桥头社区的党员怎么分片包户，联系卡怎么建？');
  for (const text of texts(answer))
    expect(text).not.toMatch(/^(?:云杉街道桥头社区：)?(?:此外|他们)/u);
  expect(texts(answer).join('')).toContain(
    '党员分片包户，每天上门看一次水电气。他们还给每位老人建了一张联系卡。',
  );
});

test('a quotation is never shown in half', async () => {
  const answer = await ask('林秀兰怎么说小饭桌收钱的事？');
  expect(texts(answer).join('')).toContain(
    '社区书记林秀兰说：“老人吃好一顿饭，家里人就放心一天。我们没有收过一分钱。”',
  );
});

test('an incomplete article is named with what is missing', async () => {
  const answer = await ask('柳湾村的田间夜校怎么办？');
  expect(answer.notes).toEqual(['这篇报道印得不全，缺的部分这里没有。']);
});

test('figures of two articles that differ are both shown, and a note picks neither', async () => {
  const other = makeArticle({
    id: 'grid-later',
    title: '白塔社区的网格',
    organisations: ['青石镇白塔社区'],
    body: '白塔社区现有15个网格，网格员天天在网格里走。',
  });
  const answer = await answererOver([gridWork, other])('白塔社区有多少个网格？');
  expect(texts(answer).join('')).toMatch(/12个网格.*15个网格|15个网格.*12个网格/su);
  expect(answer.notes.join('')).toMatch(
    /^两处数字不一致：.*写的是“.*”，.*写的是“.*”，请核对后再用。$/u,
  );
});

test('figures of different years do not differ', async () => {
  const first = makeArticle({ ...gridWork, id: 'a', body: '2021年，白塔社区有12个网格。' });
  const second = makeArticle({ ...gridWork, id: 'b', body: '2022年，白塔社区有15个网格。' });
  const answer = await answererOver([first, second])('白塔社区有多少个网格？');
  expect(answer.notes).toEqual([]);
});

test('a misprint is quoted as printed', async () => {
  const misprinted = makeArticle({
    ...elderCare,
    id: 'misprint',
    body: '桥头社区有针对性地老年人提供助餐、助浴服务。',
  });
  const answer = await answererOver([misprinted])('桥头社区怎么为老年人服务？');
  expect(texts(answer)[0]).toContain('有针对性地老年人提供助餐、助浴服务');
});

test('what is not in the material is said to be missing, with the nearest titles', async () => {
  const answer = await ask('高速公路的收费标准是什么时候调整的？独居');
  expect(answer).toMatchObject({ kind: 'not-found', by: null, claims: [], citations: [] });
  expect(answer.notes).toEqual(['现有资料里没有找到这个问题的答案。']);
  expect(answer.nearest.length).toBeLessThanOrEqual(3);
});

test('a figure that the right organisation does not give is not made up from another one', async () => {
  const answer = await ask('白塔社区有多少户居民？');
  expect(answer.kind).toBe('not-found');
});

test('a question for private details is refused and led to the practice', async () => {
  const answer = await ask('桥头社区那些独居老人的家庭住址和电话是多少？');
  expect(answer.kind).toBe('refused');
  expect(answer.notes).toEqual([
    '这涉及当事人的个人隐私，茶座不提供。可以了解有关做法：云杉街道桥头社区《小饭桌暖了老人心》。',
  ]);
  expect(answer.nearest[0]).toEqual({ articleId: 'elder-care', title: '小饭桌暖了老人心' });
});

test.each([
  ['你好', '您好！这里是茶座。您可以用平常的话问：别的支部、社区遇到这类事是怎么做的。'],
  ['😀🎉', '收到了。想了解什么做法，请用一句话写下来，例如：“主题党日怎么开展得更吸引人？”'],
  ['ᠮᠣᠩᠭᠣᠯ', '抱歉，目前只读得懂中文提问，请用中文再问一次。'],
  [
    '/start@another_bot',
    '这里没有这个命令。直接用中文写下问题就行，例如：“社区怎么做好养老服务？”',
  ],
])('%s gets a friendly word and no search', async (message, note) => {
  const search: SearchPassages = () => Promise.reject(new Error('nothing to search for'));
  const answer = await answererOver([], search)(message);
  expect(answer).toMatchObject({ question: message, kind: 'chat', notes: [note] });
});

test.each([
  ['HTML', '<b>社区</b>怎么<i>照顾</i>独居老人？<script>alert(1)</script>'],
  ['Markdown', '**社区**怎么照顾[独居老人](https://example.org/x)？'],
  ['zero-width and bidi characters', '社\u200b区怎么照\u202e顾独\u2066居老\ufeff人？'],
  ['traditional characters', '社區怎麼照顧獨居老人？'],
])('%s in a question does not stand in the way', async (_, question) => {
  const answer = await ask(question);
  expect(cited(answer)).toContain('elder-visit');
  expect(answer.question).toBe(question);
});

test("' OR 1=1 -- is no question, and searches for nothing", async () => {
  expect((await ask("' OR 1=1 --")).kind).toBe('chat');
});

test('of 6,000 characters the sentence that asks is searched for, and the reader is told', async () => {
  const long = `${'今天天气晴好，会议按时开始，大家依次发言。'.repeat(290)}社区怎么照顾独居老人？`;
  const answer = await ask(long);
  expect(cited(answer)).toContain('elder-visit');
  expect(answer.notes).toContain('问题较长，只按其中的问句或首尾部分查找；请尽量用一两句话提问。');
});

test('the times of an answer come from the clock it is given', async () => {
  let now = 0;
  const timed = createAnswerQuestion({
    search: async (...asked) => {
      now += 7;
      return searchOver(sampleArticles)(...asked);
    },
    log: pino({ level: 'silent' }),
    threshold: 0.4,
    now: () => now,
  });
  expect((await timed('白塔社区去年调解了多少起纠纷？')).ms).toEqual({
    retrieve: 7,
    answer: 0,
    total: 7,
  });
});

test('an aborted question rejects with the reason it was aborted for', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(ask('网格怎么划分？', { signal })).rejects.toThrow('stopped');
});

test('what a sure search puts first is answered with, though it shares no word with the question', async () => {
  const [passage] = splitArticle(elderCare);
  const search: SearchPassages = async () => ({
    hits: passage === undefined ? [] : [{ article: elderCare, passage, score: 1 }],
    abstention: 0.5,
  });
  const answer = await answererOver([], search)('爷爷奶奶灶上不开火，谁给端碗热乎的？');
  expect(cited(answer)).toEqual(['elder-care']);
});

test('what is too unsure to answer with is still named', async () => {
  const [passage] = splitArticle(elderCare);
  const search: SearchPassages = async () => ({
    hits: passage === undefined ? [] : [{ article: elderCare, passage, score: 1 }],
    abstention: 0.15,
  });
  const answer = await answererOver([], search)('爷爷奶奶灶上不开火，谁给端碗热乎的？');
  expect(answer).toMatchObject({ kind: 'not-found', nearest: [{ articleId: 'elder-care' }] });
});

/** As if the search said this of whatever it finds. */
function searchSaying(said: Partial<SearchResult>): SearchPassages {
  return async (...asked) => ({ ...(await searchOver(sampleArticles)(...asked)), ...said });
}

test('a practice asked for in other words, and where it is, are told from what is about it, a fact is not', async () => {
  const search = searchSaying({ abstention: 0.1, about: { passage: 0.2, article: 0.2 } });
  const likely = answererOver(sampleArticles, search);
  const unlikely = answererOver(sampleArticles, searchSaying({ abstention: 0.1 }));
  const question = '身边没人的老人家怎么照应？';
  expect((await likely(question)).kind).toBe('answered');
  expect((await unlikely(question)).kind).toBe('not-found');
  const where = '身边没人的老人家，听说有人天天去照应，那是哪儿？';
  expect((await likely(where)).kind).toBe('answered');
  expect((await unlikely(where)).kind).toBe('not-found');
  expect((await likely('老人家哪天过生日？')).kind).toBe('not-found');
});

test('what shares words and is about something else is no practice to tell, unless the search is sure', async () => {
  const off = { passage: 0, article: 0.01 };
  const question = '社区怎么照顾独居老人？';
  const asking = (abstention: number) =>
    answererOver(sampleArticles, searchSaying({ abstention, about: off }))(question);
  expect((await asking(0.3)).kind).toBe('not-found');
  expect((await asking(0.5)).kind).toBe('answered');
});

test('what may be about it is named by its title where it is not told', async () => {
  const nearest = async (article: number) => {
    const said = { abstention: 0.05, about: { passage: 0, article } };
    return (await answererOver(sampleArticles, searchSaying(said))('独居老人怎么照应？')).nearest;
  };
  expect((await nearest(0.03)).length).toBeGreaterThan(0);
  expect(await nearest(0.001)).toEqual([]);
});

test('of an article found by what is likely asked the sentence is told that says it in other words', async () => {
  const article = makeArticle({
    id: 'meals',
    title: '柳荫社区的一天',
    body: '社区开办书画班，组织居民每周三下午一起练习写字画画。志愿者定期走访独居老人，上门送去热饭，打扫屋子。',
  });
  const search = (sayings: SearchResult['sayings']): SearchPassages =>
    searchSaying({
      hits: splitArticle(article).map((passage) => ({ article, passage, score: 1 })),
      abstention: 0.1,
      about: { passage: 0.2, article: 0.2 },
      sayings,
    });
  const question = '身边没人的长辈咋照应？';
  const told = async (sayings: SearchResult['sayings']) =>
    texts(await answererOver([article], search(sayings))(question))[0];
  expect(await told([{ ways: ['独居老人', '孤老'], weight: 0.6 }])).toContain('独居老人');
  expect(await told([{ ways: ['书画班'], weight: 0.6 }])).toContain('书画班');
});
