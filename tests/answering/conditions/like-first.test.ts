import { expect, test } from 'vitest';
import { likeFirst } from '../../../src/answering/conditions/like-first.ts';
import { likenessOf, type Profile } from '../../../src/answering/profile.ts';
import type { Hit } from '../../../src/retrieval/passage.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

function hit(id: string, score: number, orgTypes: readonly string[]): Hit {
  const article = makeArticle({ id, body: `${id}做了一件事。`, orgTypes });
  const [passage] = splitArticle(article);
  return { article, passage: passage!, score };
}
const profile = { orgType: '社区', place: null, themes: [] };
const order = (hits: readonly Hit[]) => likeFirst(hits, profile).map(({ article }) => article.id);

test('a like one passes others that score nearly the same, not those that score much higher', () => {
  const hits = [hit('best', 1, ['机关']), hit('second', 0.8, ['村']), hit('like', 0.75, ['社区'])];
  expect(order(hits)).toEqual(['best', 'like', 'second']);
});

test('like ones keep their order among themselves, and so do others', () => {
  const hits = [
    hit('a', 1, ['村']),
    hit('b', 0.99, ['社区']),
    hit('c', 0.98, ['机关']),
    hit('d', 0.97, ['社区']),
  ];
  expect(order(hits)).toEqual(['b', 'd', 'a', 'c']);
});

const reasonOf = (wanted: Partial<Profile>) => {
  const article = makeArticle({
    id: 'grid',
    body: '街道和社区划分网格。',
    orgTypes: ['街道', '社区'],
    places: ['柳林区'],
    themes: ['网格治理'],
  });
  return likenessOf(article, { orgType: null, place: null, themes: [], ...wanted }).reason;
};

test.each([
  [{ orgType: '街道', place: '柳林区' }, '与您同为街道、同在柳林区'],
  [{ orgType: '街道', themes: ['网格治理'] }, '与您同为街道，做法也涉及网格治理'],
  // The organisation is a street; communities only take part.
  [{ orgType: '社区' }, '的做法也涉及社区'],
  [{ orgType: '村', place: '北山盟', themes: ['养老服务'] }, ''],
])('for %j the reason is %j', (wanted, reason) => {
  expect(reasonOf(wanted)).toBe(reason);
});
