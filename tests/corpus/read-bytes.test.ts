import { type FileHandle, open, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readArticleFile } from '../../src/corpus/read-articles.ts';
import { readBytes } from '../../src/corpus/read-bytes.ts';
import { noVocabulary, useArticleFiles } from './article-files.ts';

const { write } = useArticleFiles();

// Read in some ten parts, one after the other: of the writes that run beside them, each waits for one of them at most.
const longText = `${'社区的饭菜比家里的还热。'.repeat(120_000)}\n`;
const limit = 8 * 1024 * 1024;

/** Lengthens a file by one character after another for as long as something else is under way. */
async function lengthenDuring<Result>(path: string, run: () => Promise<Result>): Promise<Result> {
  await using file = await open(path, 'a');
  let goesOn = true;
  const writing = lengthen(file, () => goesOn);
  try {
    return await run();
  } finally {
    goesOn = false;
    await writing;
  }
}

async function lengthen(file: FileHandle, goesOn: () => boolean): Promise<void> {
  while (goesOn()) await file.write('。');
}

test('a file that changes while it is read is named, and read whole when it has come to rest', async () => {
  const path = await write('growing.txt', longText);
  const reason = '文件在读取时一直在变，等它写完再收入';
  expect(await lengthenDuring(path, () => readBytes(path, limit))).toEqual({ reason });
  expect(
    await lengthenDuring(path, () => readArticleFile(path, { vocabulary: noVocabulary })),
  ).toMatchObject({ hash: '', articles: [], problems: [{ file: path, line: null, reason }] });
  expect(await readBytes(path, limit)).toMatchObject({ bytes: await readFile(path) });
});
