import { createHash } from 'node:crypto';
import type { StatedSource } from '../corpus/article-record.ts';
import { findArticleFiles } from '../corpus/find-article-files.ts';
import { type FileProblem, readArticleFile } from '../corpus/read-articles.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import type { FileRecord, FileRecords } from './file-records.ts';
import { findChanged, findVanished, withUnrecorded } from './find-changes.ts';
import { createIndexWriter, type IndexWriter, type WriterParts } from './index-writer.ts';
import { planFile } from './plan-file.ts';
import { renewSources } from './renew-sources.ts';

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
  /** Files of other kinds in the folders, which nobody reads: full paths. */
  readonly skipped: readonly string[];
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
    const records = new Map(known);
    for (const record of vanished) {
      writer.removeFile(record);
      records.delete(record.path);
    }

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
      const context = { parts, options, writer, records, fingerprint };
      const onCommit = (share: number) => tell(bytesDone + size * share);
      problems.push(...(await takeFile(path, context, onCommit)));
      bytesDone += size;
      tell(bytesDone);
    }
    const stated = (path: string) => (found.files.includes(path) ? (options.source ?? {}) : {});
    await renewSources({
      writer,
      records: records.values(),
      readFile: (path) =>
        readArticleFile(path, { vocabulary: parts.vocabulary, source: stated(path) }),
    });
    const articles = await writer.finish();
    return { files: found.files.length, articles, problems, skipped: found.skipped };
  };
}

interface FileContext {
  readonly parts: IngestParts;
  readonly options: IngestOptions;
  readonly writer: IndexWriter;
  /** Those of the files that have been taken are as they are now. */
  readonly records: Map<string, FileRecord>;
  readonly fingerprint: string;
}

async function takeFile(
  path: string,
  context: FileContext,
  onCommit: (share: number) => void,
): Promise<readonly FileProblem[]> {
  const { parts, options, writer, records, fingerprint } = context;
  const { source = {} } = options;
  const file = await readArticleFile(path, { vocabulary: parts.vocabulary, source });
  // A file that can not be read now keeps what is stored of it.
  if (file.hash === '') return file.problems;
  const plan = await planFile(file, { record: records.get(path), ...writer });
  const problems = [...file.problems, ...plan.problems];
  // A file with problems is read again by the next ingest, which then names them again.
  const hash = problems.length > 0 ? '' : file.hash + fingerprint;
  const record = { path, hash, articleIds: plan.articleIds };
  records.set(path, record);
  await writer.takeFile(plan, record, onCommit);
  return problems;
}

/** How the files are read: another vocabulary or stated source makes other articles of the same content. */
function fingerprintOf(source: StatedSource | undefined, vocabulary: Vocabulary): string {
  const how = JSON.stringify([source ?? {}, vocabulary]);
  return `:${createHash('sha256').update(how).digest('hex').slice(0, 16)}`;
}
