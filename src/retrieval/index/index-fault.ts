import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../../configuration-error.ts';
import { indexAddress, isObjectStore } from '../open-lancedb.ts';
import { tableNames } from './open-table.ts';
import type { StoredArticles } from './stored-articles.ts';
import { isConflict } from './write-table.ts';

/** The files of the index can not be read any more. */
export class DamagedIndexError extends Error {
  override readonly name = 'DamagedIndexError';
}

/** True for what LanceDB throws on reading or writing; its errors have no types of their own. */
export function isLanceFault(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'GenericFailure' &&
    /lance|dataset at path|^panic in async/iu.test(error.message) &&
    !isConflict(error)
  );
}

// 13: no permission, 1: not permitted, 28: disk full, 30: read-only, 24: too many open files, 122: quota.
const systemFault = /os error (?:1|13|24|28|30|122)\)/u;

/** Says in one sentence what is wrong with an index whose reading or writing failed, and what to do. */
export function explainFault(error: Error, indexUri: string): Error {
  const options = { cause: error };
  if (isObjectStore(indexUri)) {
    return new ConfigurationError(
      `索引所在的存储 ${indexUri} 连不上，或者不让读写：请检查 INDEX_URI、网络和存储的密钥（例如 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_ENDPOINT）。`,
      options,
    );
  }
  const path = indexAddress(indexUri);
  if (systemFault.test(error.message)) {
    return new ConfigurationError(
      `索引 ${path} 读不了或写不了：请检查这个文件夹的权限和磁盘空间，或用 INDEX_URI 换一个文件夹。`,
      options,
    );
  }
  return new DamagedIndexError(`索引 ${path} 已损坏，请删掉它再启动。`, options);
}

/** Makes a function whose LanceDB errors say in one sentence what is wrong. */
export function explainFaults<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
  indexUri: string,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (error) {
      throw isLanceFault(error) ? explainFault(error, indexUri) : error;
    }
  };
}

/** The same for all functions of the stored articles. */
export function explainArticles(articles: StoredArticles, indexUri: string): StoredArticles {
  return {
    readArticle: explainFaults(articles.readArticle, indexUri),
    readArticles: explainFaults(articles.readArticles, indexUri),
    listArticles: explainFaults(articles.listArticles, indexUri),
    countArticles: explainFaults(articles.countArticles, indexUri),
    readOrigins: explainFaults(articles.readOrigins, indexUri),
  };
}

/** Removes the tables of an index in a folder, whatever state they are in, and nothing else in it. */
export async function removeTables(indexUri: string): Promise<void> {
  const folder = indexAddress(indexUri);
  // The record of files first: were it to outlive the passages, their files would count as unchanged.
  const { files, ...others } = tableNames;
  for (const name of [files, ...Object.values(others)]) {
    await rm(join(folder, `${name}.lance`), { recursive: true, force: true });
  }
}
