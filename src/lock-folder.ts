import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigurationError } from './configuration-error.ts';
import { sqliteCode } from './exchange/state/open-sqlite.ts';
import { prepareFolder } from './prepare-folder.ts';

/**
 * Keeps a second `serve` out of a data folder: both would answer what waits in the inbox. The lock is SQLite's own on a
 * file, so that the system lifts it when the process dies, however it dies.
 * @throws Error with one sentence when another process holds it, or the file can not be used.
 */
export function lockFolder(folder: string): Disposable {
  prepareFolder(folder, '数据文件夹', 'DATA_DIR');
  const path = join(folder, 'serve.lock');
  try {
    return lockFile(path);
  } catch (cause) {
    if (!isDamaged(cause)) throw explain(cause, { folder, path });
  }
  // SQLite has looked into it, so nobody holds it. Emptied in its place, it stays one file for whoever comes next.
  try {
    truncateSync(path);
    return lockFile(path);
  } catch (cause) {
    throw explain(cause, { folder, path });
  }
}

function lockFile(path: string): Disposable {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    throw error;
  }
  return { [Symbol.dispose]: () => file.close() };
}

/** SQLite's result codes for a damaged file and for one that is no database. */
function isDamaged(error: unknown): boolean {
  return [11, 26].includes(sqliteCode(error) ?? 0);
}

/** SQLite's result code 5: another process holds the lock. */
function explain(cause: unknown, { folder, path }: { folder: string; path: string }): Error {
  if (sqliteCode(cause) === 5) {
    return new Error(
      `数据文件夹 ${folder} 正被另一个茶座使用：请先停掉它，或用 DATA_DIR 换一个文件夹。`,
      { cause },
    );
  }
  return new ConfigurationError(`文件 ${path} 用不了：请检查它的权限，或者把它删掉再启动。`, {
    cause,
  });
}
