import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { parsePage, readArticleFile } from '../../src/corpus/read-articles.ts';
import type { Vocabulary } from '../../src/corpus/vocabulary.ts';

export const noVocabulary: Vocabulary = { themes: [], orgTypes: [], places: [] };

/** A folder for the files of one test file, gone after its tests, and the ways to read what is written into it. */
export function useArticleFiles(vocabulary = noVocabulary) {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chazuo-articles-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const place = (name: string) => join(folder, name);
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(place(name)), { recursive: true });
    await writeFile(place(name), content);
    return place(name);
  };
  const read = async (name: string, content: string | Uint8Array) =>
    readArticleFile(await write(name, content), { vocabulary });
  const parse = async (name: string, content: string | Uint8Array) =>
    parsePage(await write(name, content), { vocabulary });
  /** `line: reason` of each problem, `文件` for the whole file. */
  const problemsOf = async (name: string, content: string | Uint8Array) =>
    (await read(name, content)).problems.map(({ line, reason }) => `${line ?? '文件'}: ${reason}`);
  return { place, write, read, parse, problemsOf };
}
