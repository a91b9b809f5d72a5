import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Article, articleSchema } from '../../src/corpus/article.ts';
import { classifyArticle, loadVocabulary, type Vocabulary } from '../../src/corpus/vocabulary.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chazuo-vocabulary-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

function article(fields: Partial<Article> & { body: string }): Article {
  return articleSchema.parse({ id: 'a', source: { file: 'a.md' }, ...fields });
}

const entry = (name: string, words: readonly string[] = [], within?: string) => ({
  name,
  words,
  sayings: [],
  ...(within === undefined ? {} : { within }),
});

const vocabulary: Vocabulary = {
  themes: [entry('网格治理', ['网格', '楼栋长']), entry('养老服务', ['养老', '老年人'])],
  orgTypes: [entry('社区'), entry('社区卫生服务中心'), entry('检察院', ['人民检察院'])],
  places: [
    entry('内蒙古', ['内蒙古自治区']),
    entry('呼和浩特市', ['呼和浩特'], '内蒙古'),
    entry('回民区', [], '呼和浩特市'),
    entry('新城区', [], '呼和浩特市'),
  ],
};

describe('loading the vocabulary', () => {
  test('sections, words and nesting are read; unknown keys are left alone', async () => {
    const file = await write(
      'good.yaml',
      'version: 1\nthemes:\n  - name: 热线\n    words: [12345, 热线]\n    note: x\nplaces:\n  - {name: 回民区, within: 呼和浩特市}\n',
    );
    expect(await loadVocabulary(file)).toEqual({
      themes: [entry('热线', ['12345', '热线'])],
      orgTypes: [],
      places: [entry('回民区', [], '呼和浩特市')],
    });
  });

  test('a missing or malformed file is an error that names it', async () => {
    await expect(loadVocabulary(join(folder, 'none.yaml'))).rejects.toThrow(/none\.yaml/);
    const bad = await write('bad.yaml', 'themes: 3\n');
    await expect(loadVocabulary(bad)).rejects.toThrow(/词表.*bad\.yaml/);
  });
});

describe('classifying an article', () => {
  test('a word in the title is enough for a theme, a single one in the body is not', () => {
    const body = `${'社区每天为居民办事，大家都说好，办得又快又实在。'.repeat(6)}网格员也来了。`;
    expect(classifyArticle(article({ body }), vocabulary).themes).toEqual([]);
    expect(classifyArticle(article({ title: '网格里的好日子', body }), vocabulary).themes).toEqual([
      '网格治理',
    ]);
  });

  test('what the file states is kept', () => {
    const stated = article({ title: '养老有温度', themes: ['自定'], body: '回民区的老年人。' });
    const classified = classifyArticle(stated, vocabulary);
    expect(classified.themes).toEqual(['自定']);
    expect(classified.places).toContain('回民区');
  });

  test('a place brings the places it lies in with it', () => {
    const { places } = classifyArticle(
      article({ kicker: '回民区', body: '一件小事。' }),
      vocabulary,
    );
    expect(places).toEqual(['回民区', '呼和浩特市', '内蒙古']);
  });

  test('the longest word wins: a health centre of a community is no community', () => {
    const { orgTypes } = classifyArticle(
      article({ kicker: '社区卫生服务中心', body: '一件小事。' }),
      vocabulary,
    );
    expect(orgTypes).toEqual(['社区卫生服务中心']);
  });

  test('the kind of organisation in the kicker outweighs those the body mentions', () => {
    const classified = classifyArticle(
      article({ kicker: '新城区人民检察院', body: '社区社区社区社区，走进社区。' }),
      vocabulary,
    );
    expect(classified.orgTypes).toEqual(['检察院']);
  });

  test('traditional characters are matched like simplified ones', () => {
    const { themes } = classifyArticle(
      article({ title: '養老有溫度', body: '一件小事。' }),
      vocabulary,
    );
    expect(themes).toEqual(['养老服务']);
  });
});
