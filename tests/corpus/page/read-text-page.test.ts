import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextPage } from '../../../src/corpus/page/read-text-page.ts';
import {
  bare,
  type Expected,
  expectedSchema,
  hasBody,
  hasHeadline,
  hasPeople,
  type IsRight,
  pairUp,
  shared,
  shareOf,
} from './compare-articles.ts';

const folder = join(import.meta.dirname, '../pages');

const printed = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const expected = expectedSchema.parse(
      JSON.parse(readFileSync(join(folder, name.replace('.txt', '.expected.json')), 'utf8')),
    );
    return { name, text: readFileSync(join(folder, name), 'utf8'), expected: expected.articles };
  });

function readPage(name: string, text: string) {
  return readTextPage(text, { file: name, source: {}, idAt: (line) => `${name}#${line}` });
}

const pages = printed.map((page) => ({ ...page, page: readPage(page.name, page.text) }));

describe('the invented pages', () => {
  const pairs = pages.flatMap(({ name, expected, page }) => pairUp(name, expected, page.articles));
  const share = (isRight: IsRight) => shareOf(pairs, isRight);

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

describe('the invented pages as another extraction gives them', () => {
  test.each([
    [
      'without the indents of their paragraphs',
      (text: string) => text.replace(/^[\u3000 ]+/gmu, ''),
    ],
    ['with one blank line more in each gap', (text: string) => text.replaceAll('\n\n', '\n\n\n')],
    [
      'with a blank line more between any two lines',
      (text: string) => text.replace(/\n(?!\s*\n)/gu, '\n\n'),
    ],
    ['with two narrow spaces for indents', (text: string) => text.replaceAll('\u3000\u3000', '  ')],
    ['with tabs for indents', (text: string) => text.replaceAll('\u3000\u3000', '\t')],
    [
      'without the colons of kickers',
      (text: string) =>
        text.replace(/^(.{2,22}(?:[区县乡镇局委会村道部所]|支部|社区|医院))[:：]$/gmu, '$1'),
    ],
    ['with Latin commas, colons and brackets', withLatinSigns],
    ['with white space at the end of lines', (text: string) => text.replace(/$/gmu, ' \t')],
  ])('%s', (_, extract) => {
    const pairs = printed.flatMap(({ name, text, expected }) =>
      pairUp(name, expected, readPage(name, extract(text)).articles),
    );
    const inSigns = (isRight: IsRight): IsRight =>
      extract === withLatinSigns
        ? (expected, found) => isRight(inLatinSigns(expected), found)
        : isRight;
    for (const isRight of [hasBody, hasHeadline, hasPeople]) {
      expect(shareOf(pairs, inSigns(isRight))).toBeGreaterThanOrEqual(0.95);
    }
  });
});

function withLatinSigns(text: string): string {
  return text.replace(/[，：（）]/gu, (sign) => sign.normalize('NFKC'));
}

function inLatinSigns(expected: Expected): Expected {
  return expectedSchema.shape.articles.element.parse(
    JSON.parse(withLatinSigns(JSON.stringify(expected))),
  );
}
