import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { copyState, filledTables } from './copy-state.ts';
import { openPostgres } from './open-postgres.ts';
import { explainSqlite, openSqlite, sqliteCode } from './open-sqlite.ts';
import type { StatePlace } from './open-state.ts';

/**
 * Writes all that is remembered, as it is at one moment, into a new SQLite file, while the bot may be at work. The
 * file appears under its name only when it is whole and on disk.
 * @throws Error with one sentence when there is nothing to back up, the file is there already or its folder is not.
 */
export async function backUpState(place: StatePlace, file: string): Promise<void> {
  if (!existsSync(dirname(file))) {
    throw new Error(`没有 ${dirname(file)} 这个文件夹，备份没处放：请先建好它，或换一个文件夹。`);
  }
  if (existsSync(file)) throw new Error(`已经有 ${file} 这个文件，请换一个文件名再备份。`);
  const unfinished = `${file}.${process.pid}.part`;
  await removeDatabase(unfinished);
  try {
    if ('file' in place) copyFileOnline(place.file, unfinished);
    else await copyFromPostgres(place.databaseUrl, unfinished);
    await checkAndFlush(unfinished);
    await rename(unfinished, file);
  } finally {
    await removeDatabase(unfinished);
  }
}

/**
 * Copies what a SQLite file remembers (the bot's own, or a backup) into an empty PostgreSQL database, all or nothing.
 * Answers with the number of rows.
 * @throws Error with one sentence when the database is not empty.
 */
export async function moveToPostgres(file: string, databaseUrl: string): Promise<number> {
  if (!existsSync(file)) throw new Error(`没有 ${file} 这个文件，没有什么可搬的。`);
  await using moving = new AsyncDisposableStack();
  const from = moving.adopt(await openSqlite(file), (db) => db.destroy());
  const to = moving.adopt(await openPostgres(databaseUrl), (db) => db.destroy());
  const filled = await filledTables(to);
  if (filled.length > 0) {
    throw new Error('DATABASE_URL 指的库里已有茶座的记录，为免混在一起没有搬；请换一个空库再试。');
  }
  // Without await, both would be closed first.
  return await copyState(from, to);
}

function copyFileOnline(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`还没有 ${from} 这个数据库文件，没有什么可备份的。`);
  const database = openFile(from);
  try {
    // One read transaction: writers go on meanwhile, and what was deleted is not copied along.
    database.prepare('vacuum into ?').run(to);
  } catch (error) {
    if (!isFaultOfTarget(error)) throw explainSqlite(error, from);
    const folder = dirname(to);
    throw new Error(
      `备份写不进文件夹 ${folder}：请检查它的权限和磁盘空间，或把备份放到别的文件夹。`,
      { cause: error },
    );
  } finally {
    database.close();
  }
}

function openFile(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 5000 });
  } catch (error) {
    throw explainSqlite(error, file);
  }
}

/** Not writable, disk failing or full, no such folder: SQLite's result codes 8, 10, 13 and 14. */
function isFaultOfTarget(error: unknown): boolean {
  return [8, 10, 13, 14].includes(sqliteCode(error) ?? 0);
}

async function copyFromPostgres(databaseUrl: string, to: string): Promise<void> {
  await using copying = new AsyncDisposableStack();
  const from = copying.adopt(await openPostgres(databaseUrl), (db) => db.destroy());
  const target = copying.adopt(await openSqlite(to), (db) => db.destroy());
  await copyState(from, target);
}

async function checkAndFlush(file: string): Promise<void> {
  const database = new DatabaseSync(file, { readOnly: true });
  const found = database.prepare('pragma quick_check(1)').get()?.quick_check;
  database.close();
  if (found !== 'ok') throw new Error(`备份 ${file} 写坏了（${found}），请检查磁盘后再试。`);
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeDatabase(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    await rm(`${file}${suffix}`, { force: true });
  }
}
