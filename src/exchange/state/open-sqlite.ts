import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';

/**
 * Opens a SQLite file, bringing its tables up to date.
 * @throws Error with one sentence naming the file and the remedy when it is damaged, locked or not writable.
 */
export async function openSqlite(file: string): Promise<Kysely<Schema>> {
  const db = await openDatabase(file);
  try {
    await checkPages(db);
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw explainSqlite(error, file);
  }
}

async function openDatabase(file: string): Promise<Kysely<Schema>> {
  try {
    await mkdir(dirname(file), { recursive: true });
    return new Kysely<Schema>({ dialect: nodeSqliteDialect(file) });
  } catch (error) {
    throw explainSqlite(error, file);
  }
}

/** Damage that is not found at the start is found in the middle of an answer. */
async function checkPages(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
  const found = rows[0]?.quick_check;
  if (found !== 'ok') throw new DamagedFile(found);
}

class DamagedFile extends Error {
  override name = 'DamagedFile';
}

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html. */
const remedies: ReadonlyMap<number, string> = new Map([
  [5, '正被另一个程序占用。请先关掉另一个正在运行的茶座，再重新启动'],
  [6, '正被另一个程序占用。请先关掉另一个正在运行的茶座，再重新启动'],
  [8, '只能读、不能写。请检查文件和所在目录的权限'],
  [10, '读写出错。请检查磁盘是否完好、空间是否充足'],
  [
    11,
    '已损坏。请用最近的备份替换它；没有备份就把它移走再启动（问答记录会从头开始，文章不受影响）',
  ],
  [13, '写不进去：磁盘已满。请腾出空间后重新启动'],
  [14, '打不开。请检查 DATA_DIR 是否存在、有没有读写权限'],
  [
    26,
    '不是数据库文件或已损坏。请用最近的备份替换它；没有备份就把它移走再启动（问答记录会从头开始，文章不受影响）',
  ],
]);

/** What is wrong with a SQLite file, in one sentence with the remedy. */
export function explainSqlite(error: unknown, file: string): Error {
  return new Error(`数据库文件 ${file} ${remedyFor(error)}。`, { cause: error });
}

function remedyFor(error: unknown): string {
  if (error instanceof DamagedFile) return remedies.get(11) ?? '已损坏';
  const code = sqliteCode(error);
  const known = code === undefined ? undefined : remedies.get(code);
  if (known !== undefined) return known;
  const reason = error instanceof Error ? error.message : String(error);
  if (reason.includes('corrupted migrations')) {
    return '来自另一个版本的茶座。请换用较新的版本，或用这个版本做的备份替换它';
  }
  return `用不了（${reason}）。请检查 DATA_DIR 的权限和磁盘，再重新启动`;
}

/** The primary result code of an error of SQLite. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error)) return undefined;
  // The low byte of an extended result code is the primary one.
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
