import { expect, test } from 'vitest';
import { articleSchema } from '../../src/corpus/article.ts';
import { canteen, kitchen } from '../support/sample-answers.ts';
import { group, type SeenMessage } from '../support/web-reader.ts';
import { openBot } from './open-bot.ts';

const articles = [
  { ...canteen, themes: ['养老服务', '志愿服务'], orgTypes: ['社区'] },
  { ...kitchen, themes: ['养老服务'], orgTypes: ['社区'] },
];
const labels = ({ buttons }: SeenMessage) => buttons.map((row) => row.map(({ text }) => text));

test('/themes leads from counts to titles to the article, and back', async () => {
  await using chat = await openBot({ articles });
  const reader = await chat.reader();
  await reader.say('/themes');
  const counts = await reader.next();
  expect(counts.text).toBe('按主题看\n共 2 篇文章，2 个主题。点一个，看有哪些文章。');
  expect(labels(counts)).toEqual([['养老服务 2', '志愿服务 1']]);
  await reader.press(counts, '养老服务 2');
  const titles = await reader.edited(counts.id, '点标题看全文');
  expect(titles.text).toBe('养老服务\n2 篇，点标题看全文。');
  expect(labels(titles)).toEqual([
    ['邻里厨房 <天天> 开火 & 送餐 · 南桥社区'],
    ['一碗热饭暖老人 · 柳林社区'],
    ['‹ 全部主题'],
  ]);
  await chat.restart();
  await reader.press(titles, '一碗热饭暖老人 · 柳林社区');
  expect((await reader.next()).text).toContain(canteen.body.replace('\n', '\n\n'));
  await reader.press(titles, '‹ 全部主题');
  await reader.edited(counts.id, '按主题看');
});

test('an article of the catalogue has its practice card, each field with the passage it stands on', async () => {
  await using chat = await openBot({ articles });
  const reader = await chat.reader();
  await reader.say('/themes');
  const counts = await reader.next();
  await reader.press(counts, '志愿服务 1');
  await reader.press(await reader.edited(counts.id, '点标题看全文'), '一碗热饭暖老人 · 柳林社区');
  await reader.press(await reader.next(), '做法卡片');
  const card = await reader.next();
  expect(card.text).toMatch(/^做法卡片\n\n一碗热饭暖老人\n柳林社区/u);
  expect(card.text).toContain('成效\n开业半年来送餐3600份。[3]');
  await chat.restart();
  await reader.press(card, '[1]–[3] 柳林社区');
  const passages = await reader.next();
  expect(passages.text).toContain('开业半年来送餐3600份。');
  await reader.press(passages, '看全文');
  expect((await reader.next()).text).toContain(canteen.body.replace('\n', '\n\n'));
});

test('/orgs counts the kinds of organisations', async () => {
  await using chat = await openBot({ articles });
  const reader = await chat.reader();
  await reader.say('/orgs');
  const counts = await reader.next();
  expect(counts.text).toBe('按单位类型看\n共 2 篇文章，1 类单位。点一个，看有哪些文章。');
  expect(labels(counts)).toEqual([['社区 2']]);
});

test('many headings and titles are turned page by page, a long article too', async () => {
  const paragraphs = Array.from({ length: 90 }, (_, n) => `第${n}段。${'讲'.repeat(95)}。`);
  const many = Array.from({ length: 20 }, (_, n) =>
    articleSchema.parse({
      ...canteen,
      id: `article-${String(n).padStart(2, '0')}`,
      title: `第${n}篇`,
      themes: ['养老服务', `主题${n}`],
      body: paragraphs.join('\n'),
    }),
  );
  await using chat = await openBot({ articles: many });
  const reader = await chat.reader();
  await reader.say('/themes');
  const counts = await reader.next();
  expect(labels(counts).at(-1)).toEqual(['下一页 ›']);
  await reader.press(counts, '下一页 ›');
  const second = await reader.edited(counts.id, '‹ 上一页');
  expect(second.buttons.flat()).toHaveLength(6);
  await reader.press(second, '‹ 上一页');
  await reader.press(await reader.edited(counts.id, '养老服务 20'), '养老服务 20');
  const titles = await reader.edited(counts.id, '点标题看全文');
  expect(labels(titles).slice(-2)).toEqual([['下一页 ›'], ['‹ 全部主题']]);
  await reader.press(titles, '第7篇 · 柳林社区');
  const article = await reader.next();
  await reader.press(article, '下一页 ›');
  expect((await reader.edited(article.id, '第 2 页')).text).toMatch(/第 2 页，共 3 页$/);
});

test("another reader's catalogue is not turned or opened", async () => {
  await using chat = await openBot({ articles });
  const reader = await chat.reader('老张', group);
  const other = await chat.reader('老李', group);
  await reader.say('/themes');
  const counts = await reader.next();
  const refusal = '这是另一位读者打开的目录。想看的话，请自己发 /themes。';
  expect(await other.press(counts, '养老服务 2')).toBe(refusal);
  await reader.press(counts, '养老服务 2');
  const titles = await reader.edited(counts.id, '点标题看全文');
  expect(await other.press(titles, '一碗热饭暖老人 · 柳林社区')).toBe(refusal);
});

test('an article that has gone is said to have gone, an empty corpus to be empty', async () => {
  let corpus: typeof articles = articles;
  await using chat = await openBot({ listArticles: async () => corpus });
  const reader = await chat.reader();
  await reader.say('/themes');
  const counts = await reader.next();
  await reader.press(counts, '志愿服务 1');
  const titles = await reader.edited(counts.id, '点标题看全文');
  corpus = [];
  expect(await reader.press(titles, '一碗热饭暖老人 · 柳林社区')).toBe(
    '这篇文章已经不在资料库里了。',
  );
  await reader.say('/themes');
  expect((await reader.next()).text).toBe('资料库里还没有文章。');
});
