import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../../src/corpus/article.ts';
import { openPassageIndex } from '../../../src/retrieval/index/passage-index.ts';
import type { IndexedArticle } from '../../../src/retrieval/index/passage-schema.ts';
import { dot, normalize } from '../../../src/retrieval/meaning/embedder.ts';
import { openLancedb } from '../../../src/retrieval/open-lancedb.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { randomFrom } from '../../support/seeded-random.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { silent } from '../open-sample.ts';

const dimension = 64;
const origin = { embedder: 'made-up', dimension, thesaurus: '', wordVectors: '' };
const vectorsFrom = 300;

function makeIndexed(from: number, to: number): readonly IndexedArticle[] {
  return Array.from({ length: to - from }, (_, at) => {
    const number = from + at;
    const random = randomFrom(number + 1);
    const vector = normalize(Float32Array.from({ length: dimension }, () => random() - 0.5));
    const article = articleSchema.parse({
      id: `a${number}`,
      body: `第${number}号。`,
      source: { file: 'a.md' },
    });
    const passages = splitArticle(article).map((passage) => ({
      passage,
      vector,
      words: [`w${number}`],
      bigrams: [`b${number}`],
      concepts: [],
      asked: [],
      askedConcepts: [],
    }));
    return { article, hash: String(number), file: '/a.md', passages };
  });
}

async function openFilled(articles: readonly IndexedArticle[]) {
  const folder = await temporaryFolder();
  const open = async () => {
    const lancedb = await openLancedb(folder.file('index'));
    const index = await openPassageIndex(lancedb, origin, { vectorsFrom, log: silent });
    return { lancedb, index };
  };
  const { lancedb, index } = await open();
  await index.replaceArticles(articles, []);
  await index.optimize();
  const indexed = async () =>
    (await index.table.listIndices()).some(({ columns }) => columns.includes('vector'));
  return {
    index,
    indexed,
    reopen: async () => {
      await lancedb[Symbol.asyncDispose]();
      return open();
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

describe('the index of vectors', () => {
  const articles = makeIndexed(0, 400);
  const vectorOf = ({ passages }: IndexedArticle) => passages[0]?.vector ?? new Float32Array();

  test('is made when there are enough passages, and finds nearly what a look at all of them finds', async () => {
    await using filled = await openFilled(articles);
    expect(await filled.indexed()).toBe(true);
    let held = 0;
    for (const asked of articles.slice(0, 20)) {
      const vector = vectorOf(asked);
      const found = await filled.index.findByMeaning(vector, { limit: 10 });
      const nearest = articles
        .map((one) => ({ id: one.article.id, cosine: dot(vectorOf(one), vector) }))
        .toSorted((left, right) => right.cosine - left.cosine)
        .slice(0, 10)
        .map(({ id }) => id);
      expect(found[0]?.passage.articleId).toBe(asked.article.id);
      expect(found[0]?.score).toBeCloseTo(1, 3);
      held += found.filter(({ passage }) => nearest.includes(passage.articleId)).length;
    }
    // Vectors without any order are the hardest: which ones are quantised badly changes from build to build.
    expect(held / 200).toBeGreaterThan(0.85);
  });

  test('is not made for few', async () => {
    await using filled = await openFilled(articles.slice(0, 200));
    expect(await filled.indexed()).toBe(false);
  });

  test('holds what comes later, and the next start finds all as it was', async () => {
    await using filled = await openFilled(articles);
    const later = makeIndexed(400, 420);
    await filled.index.replaceArticles(later, []);
    const [last] = later.slice(-1).map(vectorOf);
    if (last === undefined) throw new Error('no vector');
    const near = async () =>
      (await filled.index.findByMeaning(last, { limit: 1 }))[0]?.passage.articleId;
    expect(await near()).toBe('a419');
    await filled.index.optimize();
    expect(await near()).toBe('a419');
    const { lancedb, index } = await filled.reopen();
    expect(await index.table.countRows()).toBe(420);
    await lancedb[Symbol.asyncDispose]();
  });
});
