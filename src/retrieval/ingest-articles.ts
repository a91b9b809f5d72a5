import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StatedSource } from '../corpus/article-record.ts';
import { findArticleFiles } from '../corpus/find-article-files.ts';
import { type FileProblem, readArticleFile } from '../corpus/read-articles.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { type FileRecord, type FileRecords, isBelow } from './file-records.ts';
import { createIndexWriter, type IndexWriter, type WriterParts } from './index-writer.ts';
import { planFile } from './plan-file.ts';
import type { StoredArticle } from './stored-articles.ts';

export interface IngestOptions {
  /** What the person who ingests says about where the articles were printed. */
  readonly source?: StatedSource;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Ends the ingest after the commit under way; what is in stays in. */
  readonly signal?: AbortSignal;
}

/** Bytes of the files to be read, and articles that are in so far. */
export interface IngestProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly articles: number;
}

export interface IngestReport {
  /** Files found, changed or not. */
  readonly files: number;
  readonly articles: {
    readonly added: number;
    readonly updated: number;
    readonly removed: number;
    readonly unchanged: number;
  };
  readonly problems: readonly FileProblem[];
}

export interface IngestParts extends WriterParts {
  readonly files: FileRecords;
  readonly vocabulary: Vocabulary;
}

export type Ingest = (paths: readonly string[], options?: IngestOptions) => Promise<IngestReport>;

/** Makes the ingest: only files that changed are read, only articles that changed are indexed. */
export function createIngest(parts: IngestParts): Ingest {
  return async (paths, options = {}) => {
    const found = await findArticleFiles(paths);
    const origins = await parts.articles.readOrigins();
    const known = withUnrecorded(await parts.files.readAll(), origins);
    const fingerprint = fingerprintOf(options.source, parts.vocabulary);
    const vanished = findVanished(paths, { ...found, known });
    const writer = createIndexWriter(parts, origins);
    for (const record of vanished) writer.removeFile(record);

    const changed = await findChanged(found.files, {
      known,
      released: writer.released,
      fingerprint,
    });
    const unchanged = found.files.filter((file) => !changed.some(({ path }) => path === file));
    for (const file of unchanged) writer.countUnchanged(known.get(file)?.articleIds.length ?? 0);

    const problems = [...found.problems];
    const bytesTotal = changed.reduce((total, { size }) => total + size, 0);
    let bytesDone = 0;
    const tell = (bytes: number) => {
      options.onProgress?.({ bytesDone: bytes, bytesTotal, articles: writer.written() });
      options.signal?.throwIfAborted();
    };
    options.signal?.throwIfAborted();
    for (const { path, size } of changed) {
      const context = { parts, options, writer, known, fingerprint };
      const onCommit = (share: number) => tell(bytesDone + size * share);
      problems.push(...(await takeFile(path, context, onCommit)));
      bytesDone += size;
      tell(bytesDone);
    }
    const articles = await writer.finish();
    return { files: found.files.length, articles, problems };
  };
}

/** Files of which an ingest that was broken off took some articles have no record yet: they get one to be read again. */
function withUnrecorded(
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

interface FileContext {
  readonly parts: IngestParts;
  readonly options: IngestOptions;
  readonly writer: IndexWriter;
  readonly known: ReadonlyMap<string, FileRecord>;
  readonly fingerprint: string;
}

async function takeFile(
  path: string,
  context: FileContext,
  onCommit: (share: number) => void,
): Promise<readonly FileProblem[]> {
  const { parts, options, writer, known, fingerprint } = context;
  const { source = {} } = options;
  const file = await readArticleFile(path, { vocabulary: parts.vocabulary, source });
  // A file that can not be read now keeps what is stored of it.
  if (file.hash === '') return file.problems;
  const plan = await planFile(file, { record: known.get(path), ...writer });
  const problems = [...file.problems, ...plan.problems];
  // A file with problems is read again by the next ingest, which then names them again.
  const hash = problems.length > 0 ? '' : file.hash + fingerprint;
  await writer.takeFile(plan, { path, hash, articleIds: plan.articleIds }, onCommit);
  return problems;
}

interface Known {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
  readonly known: ReadonlyMap<string, FileRecord>;
}

/** Files that were below the paths and are not any more. A path that could not be looked at counts for nothing. */
function findVanished(paths: readonly string[], { files, problems, known }: Known) {
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

async function findChanged(
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

/** How the files are read: another vocabulary or stated source makes other articles of the same content. */
function fingerprintOf(source: StatedSource | undefined, vocabulary: Vocabulary): string {
  const how = JSON.stringify([source ?? {}, vocabulary]);
  return `:${createHash('sha256').update(how).digest('hex').slice(0, 16)}`;
}
