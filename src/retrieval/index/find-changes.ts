import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileProblem } from '../../corpus/read-articles.ts';
import { type FileRecord, isBelow } from './file-records.ts';
import type { StoredArticle } from './stored-articles.ts';

/** Files of which an ingest that was broken off took some articles have no record yet: they get one to be read again. */
export function withUnrecorded(
  known: ReadonlyMap<string, FileRecord>,
  origins: ReadonlyMap<string, StoredArticle>,
): ReadonlyMap<string, FileRecord> {
  const all = new Map(known);
  for (const [path, articles] of Map.groupBy(origins.values(), ({ file }) => file)) {
    if (known.has(path)) continue;
    all.set(path, { path, hash: '', articleIds: articles.map(({ id }) => id) });
  }
  return all;
}

interface Known {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
  readonly known: ReadonlyMap<string, FileRecord>;
}

/** Files that were below the paths and are not any more. A path that could not be looked at counts for nothing. */
export function findVanished(paths: readonly string[], { files, problems, known }: Known) {
  const present = new Set(files);
  const unseen = problems.map(({ file }) => file);
  const folders = paths.map((path) => resolve(path));
  return Array.from(known.values()).filter(
    ({ path }) =>
      !present.has(path) &&
      folders.some((folder) => isBelow(path, folder)) &&
      !unseen.some((folder) => isBelow(path, folder)),
  );
}

interface Comparison {
  readonly known: ReadonlyMap<string, FileRecord>;
  /** Articles that are free again because their file vanished: another file may hold them too. */
  readonly released: ReadonlySet<string>;
  readonly fingerprint: string;
}

export async function findChanged(
  files: readonly string[],
  { known, released, fingerprint }: Comparison,
): Promise<readonly { path: string; size: number }[]> {
  const changed: { path: string; size: number }[] = [];
  for (const path of files) {
    const record = known.get(path);
    const claims = record?.articleIds.some((id) => released.has(id)) ?? false;
    if (!claims && record !== undefined && record.hash === (await hashFile(path)) + fingerprint)
      continue;
    changed.push({ path, size: await sizeOf(path) });
  }
  return changed;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    // Reading it as an article file will say what is wrong with it.
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
  return hash.digest('hex');
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path, { bigint: false }).catch(() => ({ size: 0 }))).size;
}
