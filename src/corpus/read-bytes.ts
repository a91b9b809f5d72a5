import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';

type FileBytes =
  | { readonly bytes: Buffer /** SHA-256 of the content, hexadecimal. */; readonly hash: string }
  | { readonly reason: string };

const attempts = 3;

/** Reads a file of at most `limit` bytes as one consistent state; what keeps it from that is a reason in Chinese. */
export async function readBytes(path: string, limit: number): Promise<FileBytes> {
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const read = await readOnce(path, limit);
      if (read !== 'changed') return read;
    }
    return { reason: '文件在读取时一直在变，等它写完再收入' };
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw new Error(`读取 ${path} 时出错`, { cause: error });
    return { reason };
  }
}

async function readOnce(path: string, limit: number): Promise<FileBytes | 'changed'> {
  await using file = await open(path, 'r');
  const before = await file.stat();
  const kind = otherKind(before);
  if (kind !== undefined) return { reason: kind };
  if (before.size > limit) {
    return {
      reason: `文件有 ${megabytes(before.size)} MB，超过 ${megabytes(limit)} MB 的上限，请先拆成单个版面`,
    };
  }
  const bytes = await file.readFile();
  const after = await file.stat();
  if (before.mtimeMs !== after.mtimeMs || bytes.length !== after.size) return 'changed';
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** Why nothing can be read there, whatever it holds; undefined for a file. */
export async function whyNoFile(path: string): Promise<string | undefined> {
  try {
    return otherKind(await stat(path));
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw new Error(`查看 ${path} 时出错`, { cause: error });
    return reason;
  }
}

function otherKind(found: Stats): string | undefined {
  if (found.isDirectory()) return '这是文件夹，不是文件';
  return found.isFile() ? undefined : '这不是普通文件';
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件',
  ENOTDIR: '找不到这个文件',
  EACCES: '没有读取这个文件的权限',
  EPERM: '没有读取这个文件的权限',
  EISDIR: '这是文件夹，不是文件',
  ELOOP: '符号链接绕成了圈',
  ENAMETOOLONG: '文件名太长',
};

/** The plain reason of a file system error, or undefined when it is none we can name. */
export function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return;
  return reasons[error.code];
}
