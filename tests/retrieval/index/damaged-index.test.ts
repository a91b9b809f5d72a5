import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/configuration-error.ts';
import { DamagedIndexError, explainFault } from '../../../src/retrieval/index/index-fault.ts';
import { openRetrieval } from '../../../src/retrieval/retrieval.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import {
  sample,
  silent,
  staticEmbedder,
  thesaurus,
  vocabulary,
  wordVectors,
  writeArticles,
} from '../open-sample.ts';

const folder = await temporaryFolder();
const corpus = folder.file('articles.jsonl');
const index = folder.file('index');

const words = { vocabulary, thesaurus, wordVectors, embedder: staticEmbedder, log: silent };
const open = (options: { rebuildDamaged?: boolean } = {}) =>
  openRetrieval({ indexUri: index, ...words, ...options });

beforeAll(async () => {
  await writeArticles(corpus, sample);
  await using retrieval = await openRetrieval({ indexUri: folder.file('whole'), ...words });
  await retrieval.ingest([corpus]);
});
afterAll(() => folder[Symbol.asyncDispose]());

/** A whole index of the sample articles. */
async function restore() {
  await rm(index, { recursive: true, force: true });
  await cp(folder.file('whole'), index, { recursive: true });
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(join(index, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

const damages = {
  overwritten: async (file: string) =>
    writeFile(file, Buffer.alloc((await stat(file)).size, 'damaged ')),
  halved: async (file: string) => truncate(file, Math.floor((await stat(file)).size / 2)),
  emptied: (file: string) => truncate(file, 0),
  gone: (file: string) => rm(file),
};
const tables = ['passages', 'files', 'term_counts', 'vocabulary'];
const parts = [
  ...tables.flatMap((table) => [`${table}.lance/data`, `${table}.lance/_versions`]),
  'passages.lance/_indices',
];
const cases = parts.flatMap((part) =>
  (['overwritten', 'halved', 'emptied', 'gone'] as const).map((how) => [part, how] as const),
);

describe.each(cases)('%s %s', (part, how) => {
  test('the index is made anew, or one sentence says what to do', async () => {
    await restore();
    const foreign = join(index, 'notes.txt');
    await writeFile(foreign, '不是索引的');
    for (const file of await filesOf(part)) await damages[how](file);
    await expect(open()).rejects.toThrow(
      new DamagedIndexError(`索引 ${index} 已损坏，请删掉它再启动。`),
    );
    await using retrieval = await open({ rebuildDamaged: true });
    expect((await retrieval.ingest([corpus])).articles).toMatchObject({ added: 3, unchanged: 0 });
    const { hits } = await retrieval.search('长者食堂怎么办的？', { limit: 1 });
    expect(hits.map(({ article }) => article.id)).toEqual(['canteen']);
    expect(await readFile(foreign, 'utf8')).toBe('不是索引的');
  });
});

test.each(['passages', 'vocabulary'])(
  'a lost %s table is filled again, not left empty for good',
  async (table) => {
    await restore();
    await rm(join(index, `${table}.lance`), { recursive: true });
    await using retrieval = await open();
    expect((await retrieval.ingest([corpus])).articles).toMatchObject({ added: 3, unchanged: 0 });
    expect(await retrieval.countArticles()).toBe(3);
  },
);

test('damage that shows only later is the same sentence', async () => {
  await restore();
  await using retrieval = await open();
  for (const file of await filesOf('passages.lance/data')) await rm(file);
  await expect(retrieval.listArticles()).rejects.toThrow(/^索引 .* 已损坏，请删掉它再启动。$/u);
});

test('a path that is a file is a wrong configuration, with the remedy', async () => {
  const file = folder.file('file');
  await writeFile(file, '');
  for (const indexUri of [file, join(file, 'below')]) {
    const opening = openRetrieval({ indexUri, ...words });
    await expect(opening).rejects.toThrow(ConfigurationError);
    await expect(opening).rejects.toThrow(/INDEX_URI 和 DATA_DIR/u);
  }
});

test('a store out of reach and a full disk are wrong surroundings, not damage', () => {
  const refused = new Error('lance error: LanceError(IO): Generic S3 error: connection refused');
  const store = explainFault(refused, 's3://bucket/index');
  expect(store).toBeInstanceOf(ConfigurationError);
  expect(store.message).toMatch(
    /^索引所在的存储 s3:\/\/bucket\/index 连不上.*INDEX_URI.*AWS_ENDPOINT）。$/u,
  );
  const full = new Error('lance error: LanceError(IO): No space left on device (os error 28)');
  const disk = explainFault(full, index);
  expect(disk).toBeInstanceOf(ConfigurationError);
  expect(disk.message).toContain(`索引 ${index} 读不了或写不了`);
});
