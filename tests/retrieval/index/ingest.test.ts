import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../../src/retrieval/meaning/embedder.ts';
import { openRetrieval } from '../../../src/retrieval/retrieval.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import {
  openSample,
  sample,
  silent,
  staticEmbedder,
  vocabulary,
  writeArticles,
} from '../open-sample.ts';

const nothing = { added: 0, updated: 0, removed: 0, unchanged: 0 };

/** A folder of article files, one Markdown file each, and an index of its own. */
async function openFolder(embedder: Embedder = staticEmbedder) {
  const folder = await temporaryFolder();
  const articles = folder.file('articles');
  await mkdir(articles);
  const open = (by: Embedder) =>
    openRetrieval({ indexUri: folder.file('index'), embedder: by, vocabulary, log: silent });
  let retrieval = await open(embedder);
  return {
    articles,
    get retrieval() {
      return retrieval;
    },
    put: (name: string, body: string, title = name) =>
      writeFile(`${articles}/${name}.md`, `---\nid: ${name}\ntitle: ${title}\n---\n${body}\n`),
    ingest: (paths: readonly string[] = [articles]) => retrieval.ingest(paths),
    async reopen(by: Embedder = embedder) {
      await retrieval[Symbol.asyncDispose]();
      retrieval = await open(by);
    },
    async firstFor(question: string) {
      const { hits } = await retrieval.search(question, { limit: 1 });
      return hits[0]?.article.id;
    },
    async [Symbol.asyncDispose]() {
      await retrieval[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('a first ingest takes in every article, a second one changes nothing', async () => {
  await using found = await openSample();
  expect(found.report).toEqual({
    files: 1,
    articles: { ...nothing, added: 3 },
    problems: [],
    refused: [],
    skipped: [],
  });
  expect(await found.ingest([found.corpus])).toEqual({
    files: 1,
    articles: { ...nothing, unchanged: 3 },
    problems: [],
    refused: [],
    skipped: [],
  });
});

test('only the article that changed in a file is indexed anew', async () => {
  await using found = await openSample();
  const [canteen, ...others] = sample;
  const body = '柳荫社区的长者食堂新添了三台蒸箱。';
  await writeArticles(found.corpus, [{ ...canteen, body }, ...others]);
  const { articles } = await found.ingest([found.corpus]);
  expect(articles).toEqual({ ...nothing, updated: 1, unchanged: 2 });
  expect((await found.readArticle('canteen'))?.body).toBe(body);
  const { hits } = await found.search('蒸箱', { limit: 3 });
  expect(hits[0]?.passage.text).toBe(body);
  expect(hits.map(({ passage }) => passage.text).join()).not.toContain('锅炉房');
});

test('an article that became shorter leaves no passage behind', async () => {
  await using folder = await openFolder();
  await folder.put(
    'long',
    Array.from({ length: 40 }, (_, at) => `第${at}段说的是修水渠的事情。`).join('\n'),
  );
  await folder.ingest();
  await folder.put('long', '只剩一句修桥的话。');
  await folder.ingest();
  const { hits } = await folder.retrieval.search('水渠 修桥', { limit: 8 });
  expect(hits.map(({ passage }) => passage.text)).toEqual(['只剩一句修桥的话。']);
});

test('an article whose file vanished is removed, only it', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠。');
  await folder.put('bridge', '村里修了石桥。');
  await folder.ingest();
  await rm(`${folder.articles}/canal.md`);
  expect((await folder.ingest()).articles).toEqual({ ...nothing, removed: 1, unchanged: 1 });
  expect(await folder.firstFor('水渠石桥')).toBe('bridge');
  expect(await folder.retrieval.readArticle('canal')).toBeUndefined();
});

test('what lies elsewhere does not count as vanished', async () => {
  await using folder = await openFolder();
  await using elsewhere = await temporaryFolder();
  await folder.put('canal', '村里修了水渠。');
  await folder.ingest();
  expect((await folder.ingest([elsewhere.path])).articles).toEqual(nothing);
  // A folder whose name begins the same is another folder.
  await mkdir(`${folder.articles}-2`);
  expect((await folder.ingest([`${folder.articles}-2`])).articles).toEqual(nothing);
  expect(await folder.firstFor('水渠')).toBe('canal');
});

test('a folder that is not there removes nothing and is named', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠。');
  await folder.ingest();
  await rename(folder.articles, `${folder.articles}-away`);
  const report = await folder.ingest();
  expect(report.articles).toEqual(nothing);
  expect(report.problems).toMatchObject([{ file: folder.articles }]);
  expect(await folder.firstFor('水渠')).toBe('canal');
});

test('a bad file is named at every ingest until it is mended; the rest goes in', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠。');
  await writeFile(`${folder.articles}/bad.jsonl`, '{"id":"a","body":"村里修了石桥。"}\n{"id":');
  for (const articles of [
    { ...nothing, added: 2 },
    { ...nothing, unchanged: 2 },
  ]) {
    const report = await folder.ingest();
    expect(report).toMatchObject({ files: 2, articles });
    expect(report.problems).toMatchObject([{ file: `${folder.articles}/bad.jsonl`, line: 2 }]);
  }
  await writeFile(`${folder.articles}/bad.jsonl`, '{"id":"a","body":"村里修了石桥。"}');
  expect(await folder.ingest()).toMatchObject({
    articles: { ...nothing, unchanged: 2 },
    problems: [],
    skipped: [],
  });
});

describe('two files with one id', () => {
  test('another article: the first stays, the second is named', async () => {
    await using folder = await openFolder();
    await folder.put('canal', '村里修了水渠。');
    await folder.ingest();
    await writeFile(`${folder.articles}/other.jsonl`, '{"id":"canal","body":"镇上开了书店。"}');
    const report = await folder.ingest();
    expect(report.articles).toEqual({ ...nothing, unchanged: 1 });
    expect(report.problems).toMatchObject([{ file: `${folder.articles}/other.jsonl` }]);
    expect(report.problems[0]?.reason).toContain('“canal”');
    expect((await folder.retrieval.readArticle('canal'))?.body).toBe('村里修了水渠。');
  });

  test('the same article: it stays until the last of them is gone', async () => {
    await using folder = await openFolder();
    const line = '{"id":"canal","body":"村里修了水渠。"}';
    await writeFile(`${folder.articles}/a.jsonl`, line);
    await writeFile(`${folder.articles}/b.jsonl`, line);
    expect(await folder.ingest()).toMatchObject({
      articles: { added: 1, updated: 0, unchanged: 1 },
      problems: [],
      skipped: [],
    });
    await rm(`${folder.articles}/a.jsonl`);
    await folder.ingest();
    expect((await folder.retrieval.readArticle('canal'))?.source.file).toBe('b.jsonl');
    await rm(`${folder.articles}/b.jsonl`);
    await folder.ingest();
    expect(await folder.retrieval.countArticles()).toBe(0);
  });
});

test('another stated source makes the articles of a file others', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠。');
  await folder.ingest();
  const source = { publication: '松岭日报', date: '2023-05-04' };
  const report = await folder.retrieval.ingest([folder.articles], { source });
  expect(report.articles).toEqual({ ...nothing, updated: 1 });
  expect((await folder.retrieval.readArticle('canal'))?.source).toMatchObject(source);
});

test('progress is told in bytes and ends at the whole', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠。');
  await folder.put('bridge', '村里修了石桥。');
  const told: { bytesDone: number; bytesTotal: number }[] = [];
  await folder.retrieval.ingest([folder.articles], {
    onProgress: (progress) => told.push(progress),
  });
  expect(told).toHaveLength(2);
  expect(told.at(-1)?.bytesDone).toBe(told.at(-1)?.bytesTotal);
});

test('two ingests at once take turns', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠。');
  const reports = await Promise.all([folder.ingest(), folder.ingest()]);
  expect(reports.map(({ articles }) => articles.added)).toEqual([1, 0]);
  expect(await folder.retrieval.countArticles()).toBe(1);
});

test('an ingest that is broken off leaves whole articles and goes on next time', async () => {
  await using folder = await openFolder();
  for (let at = 0; at < 20; at += 1)
    await folder.put(`a${at}`, `第${at}个村修了水渠。`.repeat(2000));
  const controller = new AbortController();
  const broken = folder.retrieval.ingest([folder.articles], {
    signal: controller.signal,
    onProgress: ({ articles }) => {
      if (articles > 0) controller.abort(new Error('够了'));
    },
  });
  await expect(broken).rejects.toThrow('够了');
  const there = await folder.retrieval.listArticles();
  expect(there.length).toBeGreaterThan(0);
  expect(there.length).toBeLessThan(20);
  for (const { body } of there) expect(body).toMatch(/^(第\d+个村修了水渠。){2000}$/);
  // One of them vanishes before its file could be put on record.
  const gone = there[0]?.id;
  await rm(`${folder.articles}/${gone}.md`);
  await folder.ingest();
  expect(await folder.retrieval.countArticles()).toBe(19);
  expect(await folder.retrieval.readArticle(gone ?? '')).toBeUndefined();
});

test('what was ingested is found after the index is opened again', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠，修了十二里。');
  await folder.ingest();
  const before = await folder.retrieval.search('水渠修了多长', { limit: 1 });
  await folder.reopen();
  expect(await folder.retrieval.search('水渠修了多长', { limit: 1 })).toEqual(before);
});

test('another embedder empties the index, and the next ingest fills it', async () => {
  await using folder = await openFolder();
  await folder.put('canal', '村里修了水渠。');
  await folder.ingest();
  const other: Embedder = {
    name: 'other',
    kind: 'static',
    batch: 8,
    dimension: async () => 3,
    embed: async (texts) => texts.map(() => Float32Array.of(1, 0, 0)),
  };
  await folder.reopen(other);
  expect(await folder.retrieval.countArticles()).toBe(0);
  expect((await folder.ingest()).articles).toEqual({ ...nothing, added: 1 });
  expect(await folder.firstFor('水渠')).toBe('canal');
});

test('a vector of the wrong length is refused, not padded', async () => {
  const wrong: Embedder = { ...staticEmbedder, name: 'wrong', dimension: async () => 5 };
  await using folder = await openFolder(wrong);
  await folder.put('canal', '村里修了水渠。');
  await expect(folder.ingest()).rejects.toThrow(/向量长度是 128，索引要的是 5/);
  expect(await folder.retrieval.countArticles()).toBe(0);
});
