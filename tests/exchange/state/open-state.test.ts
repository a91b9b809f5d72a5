import { mkdir, open, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openState } from '../../../src/exchange/state/open-state.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openExchange } from '../open-exchange.ts';

test('a folder that is not there yet is made, and the file is opened again as it was', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('a/b/state.db');
  await using first = await openState({ file });
  await first.db
    .insertInto('readers')
    .values({ id: 7, first_seen_at: 1, last_seen_at: 2 })
    .execute();
  await using second = await openState({ file });
  expect(await second.db.selectFrom('readers').selectAll().execute()).toEqual([
    { id: 7, first_seen_at: 1, last_seen_at: 2 },
  ]);
});

test('every commit is on disk before it is acknowledged', async () => {
  await using memory = await openExchange();
  const { rows } = await sql`pragma synchronous`.execute(memory.db());
  expect(rows).toEqual([{ synchronous: 2 }]);
});

test('a file that is no database is named, with the remedy', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('state.db');
  await writeFile(file, 'x'.repeat(5000));
  await expect(openState({ file })).rejects.toThrow(
    `数据库文件 ${file} 不是数据库文件或已损坏。请用最近的备份替换它`,
  );
});

test('a file damaged in the middle is found out at the start', async () => {
  await using memory = await openExchange();
  const inbox = memory.exchange().inboxOf(1);
  await inbox.accept(
    Array.from({ length: 200 }, (_, n) => ({ updateId: n, body: 'x'.repeat(99) })),
  );
  await memory.reopen();
  const handle = await open(memory.file, 'r+');
  await handle.write(Buffer.alloc(4096, 0xff), 0, 4096, 4 * 4096);
  await handle.close();
  await expect(openState({ file: memory.file })).rejects.toThrow(
    `数据库文件 ${memory.file} 已损坏。请用最近的备份替换它`,
  );
});

test('a file another program holds is named, with the remedy', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('state.db');
  const other = new DatabaseSync(file);
  other.exec('pragma locking_mode=exclusive; begin exclusive; create table held (a)');
  await expect(openState({ file })).rejects.toThrow(`数据库文件 ${file} 正被另一个程序占用`);
  other.close();
});

test('a folder in the place of the file is named, with the remedy', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('state.db');
  await mkdir(file);
  await expect(openState({ file })).rejects.toThrow(`数据库文件 ${file} 打不开。请检查 DATA_DIR`);
});

test('a file of a newer version is left alone and said to be one', async () => {
  await using memory = await openExchange();
  const other = new DatabaseSync(memory.file);
  other.exec("insert into kysely_migration values ('2999-01-01-later', '2999-01-01')");
  other.close();
  await expect(openState({ file: memory.file })).rejects.toThrow(
    `数据库文件 ${memory.file} 来自另一个版本的茶座`,
  );
});
