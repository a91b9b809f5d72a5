import { expect, test } from 'vitest';
import { aboutAsked } from '../../src/answering/meant-hits.ts';
import type { Article } from '../../src/corpus/article.ts';
import { splitArticle } from '../../src/retrieval/split-passages.ts';
import { makeArticle } from './sample-articles.ts';

const hitOf = (article: Article, score: number) => {
  const [passage] = splitArticle(article);
  if (passage === undefined) throw new Error('no passage');
  return { article, passage, score };
};
const delivery = hitOf(
  makeArticle({ id: 'delivery', body: '骑手服务、服务、再服务，比一比谁的服务好。' }),
  1.2,
);
const helpers = hitOf(makeArticle({ id: 'helpers', body: '社区的志愿者每周上门服务老人。' }), 1.1);
const practice = { kind: { kind: 'practice' }, threshold: 0.4 } as const;
const ids = (question: string, hits: Parameters<typeof aboutAsked>[1]['hits']) =>
  aboutAsked(question, { hits, abstention: 0.5 }, practice).map(({ article }) => article.id);

test('the best hit by common words is left out where another is about what is asked', () => {
  expect(ids('志愿服务怎么搞得好？', [delivery, helpers])).toEqual(['helpers']);
});

test('where none is about it the best one stays', () => {
  expect(ids('垃圾分类服务怎么搞？', [delivery, helpers])).toEqual(['delivery']);
});
