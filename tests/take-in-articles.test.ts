import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { runChazuo, starterCorpus } from './support/run-chazuo.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const line = (id: string, body: string) => `${JSON.stringify({ id, title: `标题${id}`, body })}\n`;

/** A corpus folder, a data folder and a file from outside, all empty. */
async function openFolders() {
  const folder = await temporaryFolder();
  // The data folder comes first in the alphabet.
  const [corpus, data, outside] = ['z-corpus', 'a-data', 'outside.jsonl'].map(folder.file);
  if (corpus === undefined || data === undefined || outside === undefined) throw new Error('none');
  await mkdir(corpus);
  await mkdir(data);
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (written) => void logged.push(written) });
  const config = readConfig({ DATA_DIR: data, CORPUS_DIR: corpus }, folder.file('no.env'));
  return {
    corpus,
    data,
    outside,
    logged,
    open: () => openApp(config, log),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('an article with the id of a starter article is refused by name, whatever came first, and is not kept', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('mine.md');
  const id = 'xichafang-elderly-care';
  await writeFile(file, `---\nid: ${id}\ntitle: 冒名的一篇\n---\n\n冒名的正文，说的是别的事情。\n`);
  const environment = { DATA_DIR: folder.file('data'), CORPUS_DIR: starterCorpus };
  const { code, stdout } = await runChazuo(['ingest', file], environment, folder.path);
  expect(code).toBe(1);
  expect(stdout).toContain('1 个文件：新增 0 篇，更新 0 篇，移除 0 篇，未变 0 篇。');
  expect(stdout).toContain(`有问题：${file}：编号“${id}”已被 ${starterCorpus}/articles/`);
  expect(await readdir(folder.file('data/articles'))).toEqual([]);
  const found = await runChazuo(['search', '养老服务', '--json'], environment, folder.path);
  expect(found.log).toEqual([]);
  expect(JSON.parse(found.stdout).ranked[0].articleId).toBe(id);
});

test('of a file of which one article is refused the others are taken and kept', async () => {
  await using folders = await openFolders();
  const { corpus, data, outside } = folders;
  await writeFile(`${corpus}/a.jsonl`, line('a', '甲社区办了小饭桌。'));
  await writeFile(outside, line('a', '别的事情。') + line('b', '乙村修了路。'));
  await using app = await folders.open();
  const report = await app.ingest([outside]);
  expect(report.articles).toEqual({ added: 1, updated: 0, removed: 0, unchanged: 0 });
  expect(report.problems).toMatchObject([{ file: outside }]);
  expect(report.refused).toEqual([{ file: outside, articleId: 'a' }]);
  const [kept = ''] = await readdir(`${data}/articles`);
  expect(await readFile(`${data}/articles/${kept}`, 'utf8')).toMatch(/^\{"id":"b"[^\n]*\n$/);
  expect((await app.refreshIndex()).problems).toEqual([]);
  expect((await app.retrieval.readArticle('a'))?.body).toBe('甲社区办了小饭桌。');
  expect((await app.retrieval.readArticle('b'))?.body).toBe('乙村修了路。');
});

test.each(['kept', 'made anew'])(
  'a starter article takes its id back from what was taken in before it, the index %s; that is laid aside, and told once',
  async (index) => {
    await using folders = await openFolders();
    const { corpus, data, outside, logged } = folders;
    await writeFile(outside, line('a', '别的事情。') + line('b', '乙村修了路。'));
    {
      await using app = await folders.open();
      expect((await app.ingest([outside])).articles.added).toBe(2);
    }
    if (index === 'made anew') await rm(`${data}/index`, { recursive: true });
    await writeFile(`${corpus}/a.jsonl`, line('a', '甲社区办了小饭桌。'));
    await using app = await folders.open();
    expect((await app.refreshIndex()).problems).toMatchObject([{ file: outside }]);
    expect(logged.join('')).toContain('refused-articles.jsonl');
    expect(await readFile(`${data}/refused-articles.jsonl`, 'utf8')).toContain('别的事情');
    logged.splice(0);
    expect((await app.refreshIndex()).problems).toEqual([]);
    expect(logged).toEqual([]);
    const articles = await app.retrieval.listArticles();
    expect(articles.map(({ body }) => body)).toEqual(['甲社区办了小饭桌。', '乙村修了路。']);
  },
);

test('an article that says the same as a starter article is that article, in two sources', async () => {
  await using folders = await openFolders();
  const { corpus, data, outside, logged } = folders;
  await writeFile(outside, line('a', '甲社区办了小饭桌。'));
  {
    await using app = await folders.open();
    await app.ingest([outside]);
  }
  await writeFile(`${corpus}/a.jsonl`, line('a', '甲社区办了小饭桌。'));
  await using app = await folders.open();
  for (const _ of [1, 2]) expect((await app.refreshIndex()).problems).toEqual([]);
  expect(logged).toEqual([]);
  const [article, ...others] = await app.retrieval.listArticles();
  expect(others).toEqual([]);
  expect([article?.source.file, article?.alsoIn.map(({ file }) => file)]).toEqual([
    'a.jsonl',
    ['outside.jsonl'],
  ]);
  expect(existsSync(`${data}/refused-articles.jsonl`)).toBe(false);
});

test('what is found in one more file has not changed', async () => {
  await using folders = await openFolders();
  const { corpus, outside } = folders;
  await writeFile(`${corpus}/a.jsonl`, line('a', '甲社区办了小饭桌。'));
  await writeFile(outside, line('a', '甲社区办了小饭桌。'));
  await using app = await folders.open();
  expect((await app.ingest([outside])).articles).toEqual({
    added: 0,
    updated: 0,
    removed: 0,
    unchanged: 1,
  });
});
