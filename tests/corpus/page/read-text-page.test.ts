import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../../src/corpus/article.ts';
import { readTextPage } from '../../../src/corpus/page/read-text-page.ts';

const folder = join(import.meta.dirname, '../pages');

const expectedSchema = z.object({
  articles: z.array(
    z.object({
      title: z.string().nullable(),
      kicker: z.string().nullable(),
      subtitle: z.string().nullable(),
      reporters: z.array(z.string()),
      correspondents: z.array(z.string()),
      photographers: z.array(z.string()),
      body: z.string(),
      credits: z.array(z.string()),
      complete: z.boolean(),
    }),
  ),
});
type Expected = z.infer<typeof expectedSchema>['articles'][number];

const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const expected = expectedSchema.parse(
      JSON.parse(readFileSync(join(folder, name.replace('.txt', '.expected.json')), 'utf8')),
    );
    const page = readTextPage(text, { file: name, source: {}, idAt: (line) => `${name}#${line}` });
    return { name, text, expected: expected.articles, page };
  });

/** Without white space and marks, which are layout. */
function bare(text: string | null): string {
  return (text ?? '').replace(/[\s\u3000●◆★■▲△□◎]/gu, '');
}

function trigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index + 3 <= text.length; index += 1) {
    const gram = text.slice(index, index + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function shared(first: string, second: string): number {
  const there = trigrams(second);
  let count = 0;
  for (const [gram, times] of trigrams(first)) count += Math.min(times, there.get(gram) ?? 0);
  return count;
}

function nearest(expected: Expected, articles: readonly Article[]): Article {
  const body = bare(expected.body);
  return articles.toSorted((a, b) => shared(body, bare(b.body)) - shared(body, bare(a.body)))[0]!;
}

/** At least 95 % of the characters, and at most 5 % that are no part of the article. */
function hasBody(expected: Expected, article: Article): boolean {
  const [wanted, found, credits] = [expected.body, article.body, expected.credits.join('')].map(
    bare,
  );
  const right = shared(wanted!, found!);
  const own = right + shared(credits!, found!);
  return right >= 0.95 * (wanted!.length - 2) && own >= 0.95 * (found!.length - 2);
}

function hasHeadline(expected: Expected, article: Article): boolean {
  const plain = (text: string | null) => bare(text).replace(/^[—–-]+|[:：]$/g, '');
  return (['title', 'kicker', 'subtitle'] as const).every(
    (field) => plain(expected[field]) === plain(article[field]),
  );
}

function hasPeople(expected: Expected, article: Article): boolean {
  const people = ({ reporters, correspondents, photographers }: Expected | Article) =>
    [[...reporters, ...correspondents], photographers].map((names) => [...names].toSorted().join());
  return people(expected).join('/') === people(article).join('/');
}

describe('the invented pages', () => {
  const pairs = pages.flatMap(({ name, expected, page }) =>
    expected.map((article) => ({
      name,
      expected: article,
      found: nearest(article, page.articles),
    })),
  );
  const share = (isRight: (expected: Expected, found: Article) => boolean) =>
    pairs.filter(({ expected, found }) => isRight(expected, found)).length / pairs.length;

  test('there are at least eight layouts', () => {
    expect(pages.length).toBeGreaterThanOrEqual(8);
  });

  // The aim of the splitter; at first sight of the pages, before anything was mended, see their README.md.
  test('95 of 100 articles have their body, and nothing foreign', () => {
    expect(share(hasBody)).toBeGreaterThanOrEqual(0.95);
  });

  test('95 of 100 articles have their headline', () => {
    expect(share(hasHeadline)).toBeGreaterThanOrEqual(0.95);
  });

  test('95 of 100 articles have their people', () => {
    expect(share(hasPeople)).toBeGreaterThanOrEqual(0.95);
  });

  test('95 of 100 articles are complete or not, as printed', () => {
    expect(share((expected, found) => expected.complete === found.complete)).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  test('no article is made up of nothing', () => {
    const found = new Set(pairs.map(({ found: article }) => article.id));
    const made = pages.flatMap(({ page }) => page.articles).filter(({ id }) => !found.has(id));
    expect(made.map(({ body }) => body)).toEqual([]);
  });

  test.each(pages)(
    '$name: every line is somewhere, and every article says what it lacks',
    ({ text, page }) => {
      const printed = text
        .split('\n')
        .flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
      expect(page.lines.map(({ line }) => line)).toEqual(printed);
      expect(page.lines.every(({ takenFor, why }) => takenFor !== undefined && why !== '')).toBe(
        true,
      );
      for (const { complete, gaps } of page.articles) expect(complete).toBe(gaps.length === 0);
      expect(new Set(page.articles.map(({ id }) => id)).size).toBe(page.articles.length);
    },
  );

  test.each(pages)('$name: no character of a body is lost or doubled', ({ text, page }) => {
    const lines = text.split('\n');
    for (const [index, { body }] of page.articles.entries()) {
      const taken = page.lines.filter(
        ({ article, takenFor }) => article === index && takenFor === '正文',
      );
      const printed = bare(taken.map(({ line }) => lines[line - 1]).join(''));
      // What the body leaves out are signatures and credits, which are printed after it.
      expect(shared(bare(body), printed)).toBeGreaterThanOrEqual(0.9 * (bare(body).length - 2));
      expect(bare(body).length).toBeLessThanOrEqual(printed.length);
    }
  });
});
