import { accessSync, constants, mkdirSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.ts';

/**
 * Makes a folder that is to be written to, unless it is there.
 * @throws ConfigurationError with one sentence that calls the folder `what` and names the variables that set it.
 */
export function prepareFolder(folder: string, what: string, variables: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new ConfigurationError(
      `${what} ${folder} ${faultOf(cause)}：请检查 ${variables}，换成一个可以写入的文件夹。`,
      { cause },
    );
  }
}

const faults: Readonly<Record<string, string>> = {
  EEXIST: '是文件，不是文件夹',
  ENOTDIR: '不能建，因为上一级是文件，不是文件夹',
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  EROFS: '在只读的磁盘上',
  ENOSPC: '写不进去，磁盘已满',
};

function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return faults[code] ?? `用不了（${code || String(error)}）`;
}
