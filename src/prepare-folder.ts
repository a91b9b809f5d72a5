import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';

/**
 * Makes a folder that is to be written to, unless it is there, and tries whether something can be made in it.
 * @throws ConfigurationError with one sentence that calls the folder `what` and names the variables that set it.
 */
export function prepareFolder(folder: string, what: string, variables: string): void {
  try {
    makeFolder(folder);
    // Says EEXIST.
    if (!statSync(folder).isDirectory()) mkdirSync(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    rmdirSync(mkdtempSync(join(folder, '.chazuo-')));
  } catch (cause) {
    throw new ConfigurationError(
      `${what} ${folder} ${faultOf(cause)}：请检查 ${variables}，换成一个可以写入的文件夹。`,
      { cause },
    );
  }
}

/** Level by level: in a folder like /proc, Node's own `recursive` tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else has made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

const faults: Readonly<Record<string, string>> = {
  EEXIST: '是文件，不是文件夹',
  ENOTDIR: '不能建，因为上一级是文件，不是文件夹',
  ENOENT: '用不了，系统不让在那里放东西',
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  EROFS: '在只读的磁盘上',
  ENOSPC: '写不进去，磁盘已满',
};

function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return faults[code] ?? `用不了（${code || String(error)}）`;
}
