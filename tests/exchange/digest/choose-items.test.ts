import { expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { openCatalogue } from '../../../src/exchange/digest/catalogue.ts';
import { chooseItems } from '../../../src/exchange/digest/choose-items.ts';
import { clusterArticles } from '../../../src/exchange/digest/cluster-articles.ts';
import { excerptArticle } from '../../../src/exchange/digest/excerpt-article.ts';
import { canteen } from '../../support/sample-answers.ts';
import { invented, inventedCorpus } from '../../support/sample-corpus.ts';

const day = '2026-03-02';
const all = { themes: [], orgTypes: [] };

async function choose(
  articles: readonly Article[],
  options: {
    readonly isNew?: (id: string) => boolean;
    readonly seen?: readonly string[];
    readonly themes?: readonly string[];
    readonly hasStudied?: boolean;
    readonly on?: string;
  } = {},
) {
  const isNew = options.isNew ?? (() => false);
  const catalogue = await openCatalogue({ articles, day: options.on ?? day, isNew });
  return chooseItems(catalogue, {
    wishes: { ...all, themes: options.themes ?? [] },
    seen: new Set(options.seen),
    hasStudied: options.hasStudied ?? false,
  });
}

const idsOf = (items: Awaited<ReturnType<typeof choose>>) => items.map((item) => item.articleId);

test('three older articles are chosen, the same for the same day, others on another day', async () => {
  const corpus = inventedCorpus(30);
  const chosen = idsOf(await choose(corpus));
  expect(chosen).toHaveLength(3);
  expect(idsOf(await choose(corpus.toReversed()))).toEqual(chosen);
  expect(idsOf(await choose(corpus, { on: '2026-03-03' }))).not.toEqual(chosen);
});

test('new articles come first, up to five', async () => {
  const isNew = (id: string) => ['article-3', 'article-9'].includes(id);
  const items = await choose(inventedCorpus(12), { isNew });
  expect(idsOf(items).slice(0, 2).toSorted()).toEqual(['article-3', 'article-9']);
  expect(items.map(({ reason }) => reason.why)).toEqual(['new', 'new', 'unseen']);
  expect(await choose(inventedCorpus(12), { isNew: () => true })).toHaveLength(5);
});

test('nothing is chosen again; when nothing is left, nothing is chosen', async () => {
  const corpus = inventedCorpus(5);
  const first = idsOf(await choose(corpus));
  const second = idsOf(await choose(corpus, { seen: first }));
  expect([...first, ...second].toSorted()).toEqual(corpus.map(({ id }) => id));
  expect(await choose(corpus, { seen: [...first, ...second] })).toEqual([]);
});

test('only what was subscribed to is chosen, and its theme is the reason', async () => {
  const items = await choose(inventedCorpus(9), { themes: ['网格治理'] });
  expect(idsOf(items).toSorted()).toEqual(['article-1', 'article-4', 'article-7']);
  expect(items[0]?.reason).toEqual({ why: 'theme', theme: '网格治理' });
});

test('of one organisation there is one article, and of one event as well', async () => {
  const twin = { ...invented(1), id: 'twin', title: '另一家报纸的报道', organisations: ['别处'] };
  expect(await choose([invented(1), twin])).toHaveLength(1);
  const sister = { ...invented(2), id: 'sister', organisations: ['第1社区'] };
  expect(await choose([invented(1), sister])).toHaveLength(1);
  expect(await choose([invented(1), twin], { seen: ['twin'] })).toEqual([]);
});

test('once a week there is something to study, and never as an ordinary item', async () => {
  const corpus = [...inventedCorpus(4), invented(50, { kind: 'study-note' })];
  const items = await choose(corpus);
  expect(items[0]).toMatchObject({ articleId: 'article-50', reason: { why: 'study' } });
  expect(items).toHaveLength(3);
  expect(idsOf(await choose(corpus, { hasStudied: true }))).not.toContain('article-50');
});

test('reports of one event are put together, those of others are not', async () => {
  const twin = { ...canteen, id: 'twin', title: '热饭', body: `${canteen.body}本报将继续关注。` };
  const clusters = await clusterArticles([canteen, invented(1), twin, invented(2)]);
  expect(clusters[2]).toBe(clusters[0]);
  expect(new Set(clusters).size).toBe(3);
});

test('the sentences shown are those of the article, one or two, and short', () => {
  const sentences = excerptArticle(canteen);
  expect(sentences).toEqual([
    '柳林社区有60岁以上老人312名，独居的有41名。',
    '食堂由12名党员轮流值班，行动不便的老人由网格员送餐上门。',
  ]);
  for (const sentence of sentences) expect(canteen.body).toContain(sentence);
});
