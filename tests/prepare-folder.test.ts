import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigurationError } from '../src/configuration-error.ts';
import { prepareFolder } from '../src/prepare-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const prepare = (folder: string) => prepareFolder(folder, '数据文件夹', 'DATA_DIR');

test('a folder is made with those above it, and the trial leaves nothing in it', async () => {
  await using folder = await temporaryFolder();
  const wanted = folder.file('甲/乙/丙');
  for (const _ of [1, 2]) prepare(wanted);
  expect(readdirSync(wanted)).toEqual([]);
});

test('a file is no folder, and nothing can be made below one', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('file');
  writeFileSync(file, '');
  expect(() => prepare(file)).toThrow(`${file} 是文件，不是文件夹：请检查 DATA_DIR`);
  expect(() => prepare(`${file}/x`)).toThrow(`${file}/x 不能建，因为上一级是文件`);
});

test.skipIf(!existsSync('/proc/self')).each(['/proc', '/proc/x', '/proc/x/y', '/proc/self/y'])(
  '%s, where nothing can be made, is refused at once',
  (folder) => {
    expect(() => prepare(folder)).toThrow(ConfigurationError);
    expect(() => prepare(folder)).toThrow(/请检查 DATA_DIR/);
  },
);
