import { Field, Schema, Utf8 } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/configuration-error.ts';
import { NoProgressError, watchProgress } from '../../src/retrieval/index/watch-progress.ts';
import { whereIn } from '../../src/retrieval/index/where.ts';
import { enoughThreads, indexAddress, openLancedb } from '../../src/retrieval/open-lancedb.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the address of the index', () => {
  test('a folder whose name begins with db is a folder and not the cloud', () => {
    expect(indexAddress('db/index')).toMatch(/^\/.*\/db\/index$/);
    expect(indexAddress('dbase')).toMatch(/^\/.*\/dbase$/);
  });

  test('an object store stays as it is', () => {
    expect(indexAddress('s3://bucket/index')).toBe('s3://bucket/index');
  });

  test.each(['db://host:1', 'DB://host', 'https://host/index', 'file:///tmp/x'])(
    '%s is refused with the remedy',
    async (uri) => {
      expect(() => indexAddress(uri)).toThrow(ConfigurationError);
      await expect(openLancedb(uri)).rejects.toThrow(/文件夹/);
    },
  );
});

test('a text index is never built with fewer than four threads', () => {
  expect([undefined, '', '1', '3', 'many', '4', '12'].map(enoughThreads)).toEqual([
    ...Array(6).fill('4'),
    '12',
  ]);
});

test('a quoted value finds itself and nothing else', async () => {
  await using folder = await temporaryFolder();
  await using lancedb = await openLancedb(folder.path);
  const schema = new Schema([new Field('id', new Utf8(), false)]);
  const table = await lancedb.connection.createEmptyTable('t', schema);
  const values = ["O'Neil", "''", '\\', "\\'", '%', '_', '"', "' OR 1=1 --", '中文；--', '\n'];
  await table.add(values.map((id) => ({ id })));
  for (const value of values) {
    const rows = await table
      .query()
      .where(whereIn('id', [value]))
      .toArray();
    expect(rows.map(({ id }) => id)).toEqual([value]);
  }
});

describe('a build that hangs', () => {
  const never = new Promise<never>(() => undefined);

  test('without using the processor it is given up with a sentence that says so', async () => {
    const watch = { work: '建立索引 words', patience: 20, used: () => 0 };
    await expect(watchProgress(never, watch)).rejects.toThrow(NoProgressError);
    await expect(watchProgress(never, watch)).rejects.toThrow(/建立索引 words.*LANCE_CPU_THREADS/);
  });

  test('as long as it works it is waited for', async () => {
    const build = Promise.withResolvers<string>();
    let used = 0;
    const watch = {
      work: '建立索引 words',
      patience: 5,
      used: () => {
        used += 1_000_000;
        if (used > 5_000_000) build.resolve('done');
        return used;
      },
    };
    expect(await watchProgress(build.promise, watch)).toBe('done');
  });
});
