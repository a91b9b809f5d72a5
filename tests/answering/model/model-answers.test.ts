import { expect, test } from 'vitest';
import type { AnswerInProgress } from '../../../src/answering/answer.ts';
import type { Article } from '../../../src/corpus/article.ts';
import {
  beginStream,
  claimsReply,
  type ModelCall,
  type ModelScript,
  piece,
  readPrompt,
  sendEvent,
  startModelServer,
  streamReply,
} from '../../support/model-server.ts';
import { modelArticles, openModelAnswerer } from '../../support/open-model-answerer.ts';
import { truthfulModel } from '../../support/truthful-model.ts';
import { expectVerified } from '../expect-verified.ts';
import { elderCare } from '../sample-articles.ts';

/** The number and the words of the passage in which a text stands. */
function citing(call: ModelCall, quote: string) {
  const passage = readPrompt(call).passages.find(({ text }) => text.includes(quote));
  if (passage === undefined) throw new Error(`no passage of the prompt holds ${quote}`);
  return { passage: passage.number, quote };
}

const disputes = '去年共调解邻里纠纷143起';

const answersDisputes: ModelScript = (call, response) =>
  streamReply(
    response,
    claimsReply([
      { text: '白塔社区去年调解邻里纠纷143起。', ...citing(call, disputes) },
      { text: '白塔社区去年调解邻里纠纷413起。', ...citing(call, disputes) },
      {
        text: '退休党员当“老街坊调解员”，专管家长里短。',
        ...citing(call, '退休党员当“老街坊调解员”'),
      },
    ]),
  );

test('claims of a model that verify has passed are the answer, the others are dropped', async () => {
  await using server = await startModelServer(answersDisputes);
  await using answerer = openModelAnswerer(server);
  const answer = await answerer.ask('白塔社区去年调解了多少起纠纷？');
  expect(answer).toMatchObject({ kind: 'answered', by: 'model', notes: [] });
  expect(answer.claims.map(({ text }) => text)).toEqual([
    '白塔社区去年调解邻里纠纷143起。',
    '退休党员当“老街坊调解员”，专管家长里短。',
  ]);
  expect(answer.citations[0]).toMatchObject({ n: 1, articleId: 'grid-work', quote: disputes });
  expectVerified(answer);
  expect(answerer.logged()).toContain('"dropped":["number"]');
});

test('a quote in other marks and widths is shown as it is printed', async () => {
  await using server = await startModelServer((call, response) =>
    streamReply(
      response,
      claimsReply([
        {
          text: '白塔社区请退休党员当“老街坊调解员”。',
          passage: citing(call, '老街坊调解员').passage,
          quote: '请退休党员当「老街坊调解员」, 专管噪音',
        },
      ]),
    ),
  );
  await using answerer = openModelAnswerer(server);
  const answer = await answerer.ask('白塔社区怎么调解纠纷？');
  expect(answer.citations.map(({ quote }) => quote)).toEqual([
    '请退休党员当“老街坊调解员”，专管噪音',
  ]);
});

const elderCareReply = (call: ModelCall, response: Parameters<ModelScript>[1]): void => {
  const practice = (fields: object, quote: string) => ({
    result: '',
    ...fields,
    citations: [citing(call, quote)],
  });
  streamReply(
    response,
    JSON.stringify({
      verdict: 'answered',
      practices: [
        practice(
          {
            did: '开办“暖心小饭桌”，为高龄独居老人做午饭',
            result: '一年来送餐1.2万份',
          },
          '一年来送餐1.2万份',
        ),
        practice({ did: '党员分片包户，每天上门看水电气' }, '党员分片包户'),
        practice({ did: '网格员每天敲一次独居老人的门' }, '网格员每天敲一次独居老人的门'),
      ],
    }),
  );
};

test('a question for practices gets who, where, what and result, each from another organisation', async () => {
  await using server = await startModelServer(elderCareReply);
  await using answerer = openModelAnswerer(server);
  const answer = await answerer.ask('社区怎么照顾独居老人？');
  expect(answer.claims.map(({ text }) => text)).toEqual([
    '云杉街道桥头社区 · 开办“暖心小饭桌”，为高龄独居老人做午饭 · 一年来送餐1.2万份。',
    '安和街道红柳社区 · 网格员每天敲一次独居老人的门。',
  ]);
  expect(answerer.logged()).toContain('"dropped":["same-organisation"]');
});

test('who did it and where is what the article says, whatever a model says of it', async () => {
  const inPlaces: Article = {
    ...elderCare,
    body: elderCare.body.replace('子女多在外地', '在河湾市最多，子女多在外地'),
    places: ['河湾市', '石河市'],
  };
  await using server = await startModelServer((call, response) => {
    const practice = {
      who: '红旗社区',
      where: '石河市',
      did: '开办“暖心小饭桌”，为高龄独居老人做午饭',
      result: '',
      citations: [citing(call, '为高龄独居老人做午饭')],
    };
    streamReply(response, JSON.stringify({ verdict: 'answered', practices: [practice] }));
  });
  const articles = modelArticles.map((one) => (one.id === elderCare.id ? inPlaces : one));
  await using answerer = openModelAnswerer({ baseUrl: server.baseUrl, articles });
  const answer = await answerer.ask('社区怎么照顾独居老人？');
  expect(answer.claims.map(({ text }) => text)).toEqual([
    '云杉街道桥头社区 · 河湾市 · 开办“暖心小饭桌”，为高龄独居老人做午饭。',
  ]);
});

test('a verdict that the passages do not answer is an answer that was not found', async () => {
  await using server = await startModelServer((_, response) =>
    streamReply(response, '{"verdict":"not-in-passages","claims":[],"practices":[]}'),
  );
  await using answerer = openModelAnswerer(server);
  const answer = await answerer.ask('白塔社区去年调解了多少起纠纷？');
  expect(answer).toMatchObject({ kind: 'not-found', by: null, claims: [] });
});

test('whether passages answer that are only near is for the model to see; what it does not find is not found', async () => {
  const question = '食堂的红烧肉怎么做？';
  await using server = await startModelServer((call, response) => {
    const quote = '每周一至周五为高龄独居老人做午饭';
    streamReply(response, claimsReply([{ text: quote, ...citing(call, quote) }]));
  });
  await using answerer = openModelAnswerer(server);
  expect(await answerer.ask(question)).toMatchObject({ kind: 'answered', by: 'model' });
  for (const script of [
    (_, response) => streamReply(response, '{"verdict":"not-in-passages","claims":[]}'),
    (_, response) => response.writeHead(401).end(),
  ] satisfies ModelScript[]) {
    server.use(script);
    const answer = await answerer.ask(question);
    expect(answer).toMatchObject({ kind: 'not-found', by: null });
    expect(answer.nearest.map(({ articleId }) => articleId)).toEqual(['elder-care']);
  }
});

test('a reply between reasoning and a code fence is read', async () => {
  await using server = await startModelServer((call, response) => {
    const reply = claimsReply([
      { text: '白塔社区去年调解邻里纠纷143起。', ...citing(call, disputes) },
    ]);
    const text = `<think>看看 {"claims":[{"text":"假"}]} 行不行</think>\n\`\`\`json\n${reply}\n\`\`\``;
    streamReply(response, text);
  });
  await using answerer = openModelAnswerer(server);
  const answer = await answerer.ask('白塔社区去年调解了多少起纠纷？');
  expect(answer.claims.map(({ text }) => text)).toEqual(['白塔社区去年调解邻里纠纷143起。']);
});

test('an endpoint that does not stream is understood', async () => {
  await using server = await startModelServer((call, response) => {
    const content = claimsReply([
      { text: '白塔社区去年调解邻里纠纷143起。', ...citing(call, disputes) },
    ]);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }],
      }),
    );
  });
  await using answerer = openModelAnswerer(server);
  expect(await answerer.ask('白塔社区去年调解了多少起纠纷？')).toMatchObject({ by: 'model' });
});

test('each claim is told of once it is verified, while the reply is still coming', async () => {
  const told: AnswerInProgress[] = [];
  const first = Promise.withResolvers<void>();
  await using server = await startModelServer(async (call, response) => {
    const reply = claimsReply([
      { text: '白塔社区去年调解邻里纠纷143起。', ...citing(call, disputes) },
      { text: '白塔社区把辖区划成12个网格。', ...citing(call, '把辖区划成12个网格') },
    ]);
    const cut = reply.indexOf('白塔社区把') + 2;
    beginStream(response);
    sendEvent(response, piece(reply.slice(0, cut)));
    await first.promise;
    sendEvent(response, piece(reply.slice(cut)));
    sendEvent(response, piece('', 'stop'));
    response.end();
  });
  await using answerer = openModelAnswerer(server);
  const answer = await answerer.ask('白塔社区去年调解了多少起纠纷？', {
    onProgress: (soFar) => {
      told.push(soFar);
      if (soFar.claims.length > 0) first.resolve();
    },
  });
  expect(told.map(({ claims }) => claims.length)).toEqual([0, 1, 2]);
  expect(told.at(-1)?.claims).toEqual(answer.claims);
});

test('a reader who stops the writing keeps what was verified by then', async () => {
  await using server = await startModelServer((call, response) => {
    const reply = claimsReply([
      { text: '白塔社区去年调解邻里纠纷143起。', ...citing(call, disputes) },
    ]);
    beginStream(response);
    sendEvent(response, piece(reply.slice(0, -2)));
  });
  await using answerer = openModelAnswerer(server);
  const stop = new AbortController();
  const answer = await answerer.ask('白塔社区去年调解了多少起纠纷？', {
    stop: stop.signal,
    onProgress: ({ claims }) => claims.length > 0 && stop.abort(),
  });
  expect(answer).toMatchObject({
    by: 'model',
    claims: [{ text: '白塔社区去年调解邻里纠纷143起。' }],
    notes: ['已按您的要求停下，以上是停下前写好并核对过的部分。'],
  });
});

test('a reader who gives the question up gets no answer', async () => {
  await using server = await startModelServer((_, response) => beginStream(response));
  await using answerer = openModelAnswerer(server);
  const cancel = new AbortController();
  const asked = answerer.ask('白塔社区去年调解了多少起纠纷？', { signal: cancel.signal });
  cancel.abort(new Error('not wanted any more'));
  await expect(asked).rejects.toThrow('not wanted any more');
});

test('a follow-up is rewritten into a question of its own, and answered from the article it is about', async () => {
  const asked: string[] = [];
  await using server = await startModelServer((call, response) => {
    const { wants, question } = readPrompt(call);
    if (wants === 'rewriting') {
      const reply = {
        relation: 'about',
        question: '红柳社区的敲门行动具体怎么做？',
        articles: [2],
      };
      streamReply(response, JSON.stringify(reply));
    } else if (wants === 'practices') elderCareReply(call, response);
    else {
      asked.push(question);
      const quote = '每月为高龄老人上门量血压、送药';
      const text = '社区每月为高龄老人上门量血压、送药。';
      streamReply(response, claimsReply([{ text, ...citing(call, quote) }]));
    }
  });
  await using answerer = openModelAnswerer(server);
  const first = await answerer.ask('社区怎么照顾独居老人？');
  const second = await answerer.ask('那个敲门的平时都咋弄？', { history: [first] });
  expect(asked).toEqual(['红柳社区的敲门行动具体怎么做？']);
  expect(second.question).toBe('那个敲门的平时都咋弄？');
  expect(second.citations.map(({ articleId }) => articleId)).toEqual(['elder-visit']);
});

test.each([
  ['换一批', 0],
  ['还有别的社区吗？', 1],
])('%s brings none of the articles that were shown', async (message, rewritings) => {
  const question = '社区怎么照顾独居老人？';
  let rewritten = 0;
  await using server = await startModelServer((call, response) => {
    if (readPrompt(call).wants !== 'rewriting') return truthfulModel(call, response);
    rewritten += 1;
    streamReply(response, JSON.stringify({ relation: 'about', question, articles: [1] }));
  });
  await using answerer = openModelAnswerer(server);
  const first = await answerer.ask(question, { without: ['elder-visit'] });
  const more = await answerer.ask(message, { history: [first] });
  const shown = first.citations.map(({ articleId }) => articleId);
  expect(shown).toContain('elder-care');
  expect(more.citations.map(({ articleId }) => articleId)).toContain('elder-visit');
  for (const { articleId } of more.citations) expect(shown).not.toContain(articleId);
  expect(rewritten).toBe(rewritings);
});

test('a follow-up that asks for private details is refused once it is known of whom', async () => {
  await using server = await startModelServer((call, response) => {
    if (readPrompt(call).wants === 'practices') return elderCareReply(call, response);
    const question = '独居老人的家庭住址和电话是多少？';
    streamReply(response, JSON.stringify({ relation: 'new', question, articles: [] }));
  });
  await using answerer = openModelAnswerer(server);
  const first = await answerer.ask('社区怎么照顾独居老人？');
  const second = await answerer.ask('家庭住址和电话给我一份', { history: [first] });
  expect(second).toMatchObject({ kind: 'refused', by: null });
});

test('a rewriting with words nobody has said is not used', async () => {
  const asked: string[] = [];
  await using server = await startModelServer((call, response) => {
    const { wants, question } = readPrompt(call);
    if (wants === 'rewriting') {
      const reply = { relation: 'new', question: '钢铁厂的产量与出口税率是多少', articles: [] };
      streamReply(response, JSON.stringify(reply));
    } else if (wants === 'practices') elderCareReply(call, response);
    else {
      asked.push(question);
      streamReply(response, '{"verdict":"not-in-passages","claims":[]}');
    }
  });
  await using answerer = openModelAnswerer(server);
  const first = await answerer.ask('社区怎么照顾独居老人？');
  await answerer.ask('第二个具体怎么做的？', { history: [first] });
  expect(asked).toEqual(['第二个具体怎么做的？']);
  expect(answerer.logged()).toContain('"unfaithful"');
});

test('nothing of the reader goes to the model', async () => {
  await using server = await startModelServer(answersDisputes);
  await using answerer = openModelAnswerer(server);
  await answerer.ask('白塔社区去年调解了多少起纠纷？', { reader: '7734521' });
  expect(server.calls).toHaveLength(1);
  expect(JSON.stringify(server.calls)).not.toContain('7734521');
});

test('a model reads practices that words alone would leave out, the passages themselves do not tell of them', async () => {
  const asked: string[] = [];
  await using server = await startModelServer((call, response) => {
    asked.push(...readPrompt(call).passages.map(({ text }) => text));
    streamReply(response, '{"verdict":"not-in-passages","practices":[],"claims":[]}');
  });
  await using answerer = openModelAnswerer(server);
  await answerer.ask('社区怎么开办“暖心小饭桌”，每周为独居老人做午饭送上门？');
  expect(asked.join('\n')).toContain('暖心小饭桌');
  expect(asked.join('\n')).toContain('网格员每天敲一次独居老人的门');
});
