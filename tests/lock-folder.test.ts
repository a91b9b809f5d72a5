import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigurationError } from '../src/configuration-error.ts';
import { lockFolder } from '../src/lock-folder.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

test('a folder is locked once, and free again when the lock is let go', async () => {
  await using folder = await temporaryFolder();
  {
    using _lock = lockFolder(folder.path);
    expect(() => lockFolder(folder.path)).toThrow('正被另一个茶座使用');
  }
  using _again = lockFolder(folder.path);
});

test.each([
  ['random bytes', randomBytes(8192)],
  ['text', Buffer.from('no database\n'.repeat(500))],
  ['the head of a database', Buffer.from(`SQLite format 3\0${'\u0001'.repeat(4000)}`)],
])('a lock file that holds %s and that nobody holds is taken', async (_name, content) => {
  await using folder = await temporaryFolder();
  writeFileSync(folder.file('serve.lock'), content);
  using _lock = lockFolder(folder.path);
  expect(() => lockFolder(folder.path)).toThrow('正被另一个茶座使用');
});

test('what can not be a lock file is named with the remedy', async () => {
  await using folder = await temporaryFolder();
  mkdirSync(folder.file('serve.lock'));
  expect(() => lockFolder(folder.path)).toThrow(ConfigurationError);
  expect(() => lockFolder(folder.path)).toThrow(`${folder.file('serve.lock')} 用不了`);
});
