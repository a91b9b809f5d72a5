import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { prepareFolder } from './prepare-folder.ts';

/**
 * Keeps a second `serve` out of a data folder: both would answer what waits in the inbox. The lock is SQLite's own on a
 * file, so that the system lifts it when the process dies, however it dies.
 * @throws Error with one sentence when another process holds it.
 */
export function lockFolder(folder: string): Disposable {
  prepareFolder(folder, '数据文件夹', 'DATA_DIR');
  const file = new DatabaseSync(join(folder, 'serve.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (cause) {
    file.close();
    throw new Error(
      `数据文件夹 ${folder} 正被另一个茶座使用：请先停掉它，或用 DATA_DIR 换一个文件夹。`,
      { cause },
    );
  }
  return { [Symbol.dispose]: () => file.close() };
}
