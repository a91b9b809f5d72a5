import { resolve } from 'node:path';
import type * as Lancedb from '@lancedb/lancedb';
import { ConfigurationError } from '../configuration-error.ts';
import { prepareFolder } from '../prepare-folder.ts';

export type LancedbModule = typeof Lancedb;

/** An open LanceDB: the module, whose query makers are classes, and one connection. */
export interface OpenLancedb extends AsyncDisposable {
  readonly module: LancedbModule;
  readonly connection: Lancedb.Connection;
}

// Without a bound the caches may grow to 7 GB (LanceDB's defaults are 6 GB and 1 GB). The text indexes of 3,104
// articles fill 49 MB; what falls out of 32 is still in the system's file cache.
const indexCacheBytes = 32n * 1024n * 1024n;
const metadataCacheBytes = 32n * 1024n * 1024n;
const fewestThreads = 4;

/**
 * Opens LanceDB at a folder or an object store (`s3://…`). The only place that loads the native module: on three
 * cores or fewer its text index build hangs unless LANCE_CPU_THREADS >= 4 is set before that (lancedb#3568).
 * Throws ConfigurationError for addresses that LanceDB would take for its cloud, and for folders that can not be written.
 */
export async function openLancedb(uri: string): Promise<OpenLancedb> {
  const address = indexAddress(uri);
  if (!isObjectStore(uri)) prepareFolder(address, '索引文件夹', 'INDEX_URI 和 DATA_DIR');
  process.env.LANCE_CPU_THREADS = enoughThreads(process.env.LANCE_CPU_THREADS);
  process.env.LANCEDB_LOG ??= 'error';
  const module = await import('@lancedb/lancedb');
  const session = new module.Session(indexCacheBytes, metadataCacheBytes);
  const connection = await module.connect(address, { readConsistencyInterval: 0, session });
  return {
    module,
    connection,
    async [Symbol.asyncDispose]() {
      connection.close();
    },
  };
}

/** The number of threads that is set, or four when that is none or fewer. */
export function enoughThreads(set: string | undefined): string {
  return String(Math.max(fewestThreads, Math.trunc(Number(set)) || 0));
}

/** Makes a path absolute and leaves object stores as they are. */
export function indexAddress(uri: string): string {
  if (isObjectStore(uri)) return uri;
  if (/^[a-z][a-z0-9+]*:\/\//iu.test(uri)) {
    throw new ConfigurationError(
      `INDEX_URI 的值 ${uri} 既不是文件夹，也不是 s3://、gs:// 或 az:// 开头的地址：请改成文件夹，例如 ./data/index。`,
    );
  }
  // A relative path such as "db/index" would be taken for LanceDB's cloud; an absolute one never is.
  return resolve(uri);
}

export function isObjectStore(uri: string): boolean {
  return /^(?:s3|gs|az):\/\//u.test(uri);
}
