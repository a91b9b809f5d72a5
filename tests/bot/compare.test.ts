import { expect, test } from 'vitest';
import { makePracticeCard } from '../../src/answering/extracts/practice-card.ts';
import { renderComparison } from '../../src/bot/render/compare.ts';
import { articleSchema } from '../../src/corpus/article.ts';
import { answered, canteen, cite, kitchen } from '../support/sample-answers.ts';
import { group } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';

const comparison = [
  '做法对比 · 2 篇',
  '',
  '① 一碗热饭暖老人',
  '柳林社区[1]',
  '',
  '② 邻里厨房 <天天> 开火 & 送餐',
  '南桥社区[4]',
  '',
  '问题',
  '① 柳林社区有60岁以上老人312名，独居的有41名。[1]',
  '② 文中没有写',
  '',
  '做法',
  '① 食堂由12名党员轮流值班，行动不便的老人由网格员送餐上门。[2]',
  '② 南桥社区同3家餐馆签约，老人凭卡就餐打七折。[4]志愿者每天送餐26户。[5]',
  '',
  '成效',
  '① 开业半年来送餐3600份。[3]',
  '② 文中没有写',
  '',
  '关键数字',
  '① 文中没有写',
  '② 文中没有写',
].join('\n');

test('[对比] puts the cards of an answer side by side in one message, each field with its number', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '对比');
  const sent = await reader.next();
  expect(sent.text).toBe(comparison);
});

test('a page as printed is not held against the article rewritten from it', async () => {
  const printed = { ...canteen, id: 'printed', title: '热饭送到家', text: 'original' } as const;
  const citations = [cite(1, canteen, '每餐收费8元。'), cite(2, printed, '每餐收费8元。')] as const;
  await using chat = await openBot({
    answerQuestion: async () => ({ ...answered, citations }),
    readArticle: async (id) => [canteen, printed].find((one) => one.id === id),
  });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '对比');
  const sent = await reader.next();
  expect(sent.text).toMatch(/^做法卡片\n/u);
  expect(sent.text).not.toContain('热饭送到家');
});

test('a button of the comparison opens what a card stands on, and the whole article from there', async () => {
  await using chat = await openBot();
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '对比');
  const sent = await reader.next();
  await chat.restart();
  await reader.press(sent, sent.buttons[1]?.[0]?.text ?? '');
  const passages = await reader.next();
  expect(passages.text).toContain(kitchen.body);
  await reader.press(passages, '看全文');
  expect((await reader.next()).text).toContain('邻里厨房 <天天> 开火 & 送餐\n南桥社区');
});

test('an answer from one article offers its card instead', async () => {
  await using chat = await openBot({
    answerQuestion: async () => ({ ...answered, citations: [cite(1, canteen, '每餐收费8元。')] }),
  });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  await reader.press(await reader.next(), '做法卡片');
  const [head, , title] = (await reader.next()).text.split('\n');
  expect([head, title]).toEqual(['做法卡片', '一碗热饭暖老人']);
});

test('only the one who asked can compare', async () => {
  await using chat = await openBot();
  const asker = await chat.reader('老张', group);
  const other = await chat.reader('老李', group);
  await asker.say('/ask 老年食堂怎么办？');
  const answer = await asker.next();
  expect(await other.press(answer, '对比')).toBe(
    '这是另一位读者的提问。想看的话，请自己问我一次。',
  );
});

test('articles that have gone are said to have gone', async () => {
  await using chat = await openBot({ readArticle: async () => undefined });
  const reader = await chat.reader();
  await reader.say('老年食堂怎么办？');
  expect(await reader.press(await reader.next(), '对比')).toBe('这些文章已经不在资料库里了。');
});

test('six cards of long sentences still fit one message', () => {
  const long = '社区党支部组织党员开展走访，建立台账，推出服务，'.repeat(6);
  const cards = Array.from({ length: 8 }, (_, n) =>
    makePracticeCard(
      articleSchema.parse({
        id: `a${n}`,
        title: `第${n}篇`,
        body: `${long}第一。\n${long}第二。\n老人吃饭难以解决，${'缺少人手，'.repeat(25)}。`,
        source: { file: 'a.md' },
      }),
    ),
  );
  const { html, keyboard } = renderComparison(cards, (n) => ({
    does: 'card-passages',
    answerId: 'AAAAAAAAAAAA',
    n,
  }));
  expect(html.replace(/<[^>]+>/g, '').length).toBeLessThanOrEqual(4096);
  expect(keyboard).toHaveLength(6);
  expect(html.match(/[①②③④⑤⑥] <b>第/g)).toHaveLength(6);
});
