// Started by ask.ts in a process of its own: MiniSearch and Orama with our tokens over our passages, search alone.
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import MiniSearch from 'minisearch';
import { findArticleFiles } from '../src/corpus/find-article-files.ts';
import { readArticleFile } from '../src/corpus/read-articles.ts';
import { indexedText, splitArticle } from '../src/retrieval/split-passages.ts';
import { contentWords, hanBigrams, indexTokens } from '../src/retrieval/tokenize.ts';
import { measureSearcher, readQuestions } from './figures.ts';

const [corpus = '', questionFile = ''] = process.argv.slice(2);
const vocabulary = { themes: [], orgTypes: [], places: [] };
const { files } = await findArticleFiles([corpus]);
const read = await Promise.all(files.map((file) => readArticleFile(file, { vocabulary })));
const articles = read.flatMap((file) => file.articles);
const passages = articles.flatMap((article) =>
  splitArticle(article).map((passage) => {
    const { words, bigrams } = indexTokens(indexedText(article, passage));
    return {
      id: passage.id,
      articleId: article.id,
      words: words.join(' '),
      bigrams: bigrams.join(' '),
    };
  }),
);
const questions = await readQuestions(questionFile);

// As in the index: two columns, the bigrams at a fifth of the weight, BM25 with k1 1.2 and b 0.75; d is their own
// addition, at their own default.
const boost = { words: 1, bigrams: 0.2 };
const pool = 60;

const figures = [
  await measureSearcher('MiniSearch', questions, openMiniSearch()),
  await measureSearcher('Orama', questions, await openOrama()),
];
console.log(JSON.stringify({ passages: passages.length, figures }));

function openMiniSearch() {
  const index = new MiniSearch({
    fields: ['words', 'bigrams'],
    storeFields: ['articleId'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  index.addAll(passages);
  return (question: string) => {
    const { words, bigrams } = queryOf(question);
    const found = index.search(
      {
        combineWith: 'OR',
        queries: [
          { queries: words, fields: ['words'], combineWith: 'OR' },
          { queries: bigrams, fields: ['bigrams'], combineWith: 'OR' },
        ],
      },
      { boost, bm25: { k: 1.2, b: 0.75, d: 0.5 } },
    );
    return bestArticles(found.slice(0, pool).map(({ articleId }) => String(articleId)));
  };
}

async function openOrama() {
  const tokenizer = {
    language: 'our tokens',
    normalizationCache: new Map<string, string>(),
    // Orama takes every term for a prefix; an end mark makes it match itself alone.
    tokenize: (text: string) => text.split(' ').map((token) => `${token}|`),
  };
  const index = create({
    schema: { articleId: 'string', words: 'string', bigrams: 'string' } as const,
    components: { tokenizer },
  });
  await insertMultiple(index, passages);
  return async (question: string) => {
    const { words, bigrams } = queryOf(question);
    const scores = new Map<string, { articleId: string; score: number }>();
    for (const [property, terms] of [
      ['words', words],
      ['bigrams', bigrams],
    ] as const) {
      const found = await searchOrama(index, {
        term: terms.join(' '),
        properties: [property],
        limit: pool,
        threshold: 1,
        relevance: { k: 1.2, b: 0.75, d: 0.5 },
      });
      for (const { id, score, document } of found.hits) {
        const { articleId } = document;
        const sum = (scores.get(id)?.score ?? 0) + boost[property] * score;
        scores.set(id, { articleId, score: sum });
      }
    }
    const ranked = Array.from(scores.values()).toSorted((left, right) => right.score - left.score);
    return bestArticles(ranked.map(({ articleId }) => articleId));
  };
}

function queryOf(question: string) {
  const words = Array.from(new Set(contentWords(question)));
  const bigrams = Array.from(new Set(hanBigrams(question)));
  return { words, bigrams };
}

function bestArticles(articleIds: readonly string[]): readonly string[] {
  return Array.from(new Set(articleIds));
}
