import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filters } from '../../src/retrieval/passage.ts';
import { openSample, sample } from './open-sample.ts';

let found: Awaited<ReturnType<typeof openSample>>;

beforeAll(async () => {
  found = await openSample();
});

afterAll(() => found[Symbol.asyncDispose]());

async function idsFor(question: string, filters?: Filters) {
  const { hits } = await found.search(question, { limit: 8, ...(filters ? { filters } : {}) });
  return hits.map(({ article }) => article.id);
}

test('the article that tells it comes first', async () => {
  expect((await idsFor('长者食堂是用什么地方改的？'))[0]).toBe('canteen');
  expect((await idsFor('农技员在果园里讲了几次课？'))[0]).toBe('orchard');
  expect((await idsFor('夜班司机有地方喝热粥吗？'))[0]).toBe('bus');
});

test('traditional characters find what is printed in simplified ones', async () => {
  expect((await idsFor('長者食堂怎麼辦'))[0]).toBe('canteen');
});

test('a hit brings its article and a passage that stands verbatim in it', async () => {
  const { hits } = await found.search('公交公司的红色驿站', { limit: 3 });
  const { passage, article } = hits[0]!;
  expect(article.title).toBe('红色驿站暖了夜班司机');
  expect(passage.articleId).toBe('bus');
  expect(passage.id).toBe('bus#0');
  expect(article.body.slice(passage.start, passage.start + passage.text.length)).toBe(passage.text);
});

test('the title counts for every passage but is not part of its text', async () => {
  const { hits } = await found.search('流动课堂', { limit: 1 });
  expect(hits[0]!.article.id).toBe('orchard');
  expect(hits[0]!.passage.text).not.toContain('流动课堂');
});

test('no article comes twice and no more than the limit', async () => {
  const { hits } = await found.search('意见 老人 司机 支部 公司', { limit: 2 });
  expect(hits).toHaveLength(2);
  expect(new Set(hits.map(({ article }) => article.id)).size).toBe(2);
});

test('the ranking alone names article, file and score, best first', async () => {
  const { ranked, abstention } = await found.rankArticles('果农听课');
  expect(ranked[0]).toMatchObject({ articleId: 'orchard', file: 'articles.jsonl' });
  expect(abstention).toBeGreaterThan(0);
  expect(ranked.map(({ score }) => score)).toEqual(
    ranked.map(({ score }) => score).toSorted((left, right) => right - left),
  );
});

describe('filters', () => {
  const question = '老人 司机 果农 支部 公司 社区 意见';

  test.each<[string, Filters, string[]]>([
    ['organisation type', { orgTypes: ['社区'] }, ['canteen']],
    ['any of several values', { orgTypes: ['社区', '农村'] }, ['canteen', 'orchard']],
    ['theme', { themes: ['职工关怀'] }, ['bus']],
    ['place', { places: ['松岭区'] }, ['bus', 'canteen']],
    ['publication', { publications: ['白杨报'] }, ['orchard']],
    ['from a date on', { dateFrom: '2023-05-04' }, ['bus', 'orchard']],
    ['up to a date', { dateTo: '2023-05-04' }, ['canteen', 'orchard']],
    ['between dates', { dateFrom: '2023-01-01', dateTo: '2023-06-30' }, ['orchard']],
    ['without articles', { without: ['canteen', 'bus'] }, ['orchard']],
    ['all at once', { places: ['松岭区'], without: ['bus'], dateTo: '2022-12-31' }, ['canteen']],
    ['no value at all', { themes: [] }, []],
  ])('%s', async (_, filters, expected) => {
    expect((await idsFor(question, filters)).toSorted()).toEqual(expected);
  });

  test.each([
    "' OR 1=1 --",
    "') OR (1=1",
    '\\',
    "\\' OR 1=1 --",
    '%',
    '_',
    '"',
    '松岭区\0',
    "]) OR array_has_any(places, ['松岭区'",
  ])('the value %j is a value, not a condition', async (value) => {
    const fields = ['orgTypes', 'themes', 'places', 'publications'] as const;
    for (const field of fields) expect(await idsFor(question, { [field]: [value] })).toEqual([]);
    expect(await idsFor(question, { without: [value] })).toHaveLength(sample.length);
  });
});

describe('no question is an error', () => {
  test.each([
    ['empty', ''],
    ['white space', ' \n\t　'],
    ['emoji only', '😀👍🏽👨‍👩‍👧'],
    ['question words only', '这是什么？怎么样的呢？'],
    ['punctuation only', '？？！……“”'],
    ['zero-width and bidi characters only', '\u200b\u202e\ufeff'],
  ])('%s: no hit, score 0', async (_, question) => {
    expect(await found.search(question, { limit: 8 })).toEqual({ hits: [], abstention: 0 });
  });

  test.each([
    ['6,000 characters', '社区食堂怎么办得好？'.repeat(600)],
    [
      '6,000 different characters',
      Array.from({ length: 6000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(''),
    ],
    ['Mongolian script', 'ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ'],
    ['HTML', '<b onclick="x()">食堂</b><script>alert(1)</script>'],
    ['SQL', "' OR 1=1 --"],
    ['Markdown', '**食堂** [x](javascript:1) `a`'],
    ['a lone surrogate', '食堂\ud83d'],
    ['a NUL', '食堂\0司机'],
    ['search syntax', '+食堂 -老人 "热粥"~2 (司机 OR 果农) words:*'],
  ])('%s', async (_, question) => {
    const { hits, abstention } = await found.search(question, { limit: 8 });
    expect(hits.length).toBeLessThanOrEqual(sample.length);
    expect(abstention).toBeGreaterThanOrEqual(0);
  });

  test('an index without articles finds nothing', async () => {
    await using empty = await openSample({ articles: [] });
    expect(await empty.search('社区食堂', { limit: 8 })).toEqual({ hits: [], abstention: 0 });
  });
});

describe('reading', () => {
  test('an article is read whole by its id', async () => {
    const article = await found.readArticle('orchard');
    expect(article).toMatchObject({
      id: 'orchard',
      title: '果园里的流动课堂',
      body: sample[1]!.body,
    });
    expect(await found.readArticle("orchard' OR 1=1 --")).toBeUndefined();
  });

  test('several are read in the order asked for, unknown ones left out', async () => {
    const articles = await found.readArticles(['bus', 'nobody', 'canteen']);
    expect(articles.map(({ id }) => id)).toEqual(['bus', 'canteen']);
  });

  test('articles are listed and counted by filter', async () => {
    expect(await found.countArticles()).toBe(3);
    expect(await found.countArticles({ places: ['松岭区'] })).toBe(2);
    const listed = await found.listArticles({
      filters: { places: ['松岭区'] },
      limit: 1,
      offset: 1,
    });
    expect(listed.map(({ id }) => id)).toEqual(['canteen']);
  });
});
