import { createHash } from 'node:crypto';
import type { StatedSource } from '../../corpus/article-record.ts';
import { findArticleFiles } from '../../corpus/find-article-files.ts';
import { type FileProblem, readArticleFile } from '../../corpus/read-articles.ts';
import type { Vocabulary } from '../../corpus/vocabulary.ts';
import { type FileRecord, type FileRecords, isBelow } from './file-records.ts';
import { findChanged, findVanished, withUnrecorded } from './find-changes.ts';
import { createIndexWriter, type IndexWriter, type WriterParts } from './index-writer.ts';
import { type FilePlan, planFile } from './plan-file.ts';
import { renewSources } from './renew-sources.ts';

interface IngestOptions {
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
  /** Articles that did not go in because others have their ids. Each is named among the problems too. */
  readonly refused: readonly RefusedArticle[];
  /** Files of other kinds in the folders, which nobody reads: full paths. */
  readonly skipped: readonly string[];
}

interface RefusedArticle {
  /** Full path. */
  readonly file: string;
  readonly articleId: string;
}

interface IngestParts extends WriterParts {
  /** Folder whose articles have their ids for themselves, whatever other files came first. */
  readonly home?: string | undefined;
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

    const changed = homeFirst(
      await findChanged(found.files, { known, released: writer.released, fingerprint }),
      parts.home,
    );
    const unchanged = found.files.filter((file) => !changed.some(({ path }) => path === file));
    for (const file of unchanged) writer.countUnchanged(known.get(file)?.articleIds.length ?? 0);

    const problems = [...found.problems];
    const refused: RefusedArticle[] = [];
    const bytesTotal = changed.reduce((total, { size }) => total + size, 0);
    let bytesDone = 0;
    const tell = (bytes: number) => {
      options.onProgress?.({ bytesDone: bytes, bytesTotal, articles: writer.written() });
      options.signal?.throwIfAborted();
    };
    options.signal?.throwIfAborted();
    const waiting = [...changed];
    for (const { path, size } of waiting) {
      const context = { parts, options, writer, records, fingerprint };
      const onCommit = (share: number) => tell(bytesDone + size * share);
      const taken = await takeFile(path, context, onCommit);
      problems.push(...taken.problems);
      refused.push(...taken.refused.map((articleId) => ({ file: path, articleId })));
      waiting.push(...evictedFrom(taken, { present: found.files, waiting }));
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
    return { files: found.files.length, articles, problems, refused, skipped: found.skipped };
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
): Promise<Taken> {
  const { parts, options, writer, records, fingerprint } = context;
  const { source = {} } = options;
  const file = await readArticleFile(path, { vocabulary: parts.vocabulary, source });
  // A file that can not be read now keeps what is stored of it.
  if (file.hash === '') return { problems: file.problems, refused: [], evicted: [] };
  const outranks = (other: string) => isAtHome(path, parts.home) && !isAtHome(other, parts.home);
  const plan = await planFile(file, { record: records.get(path), outranks, ...writer });
  const problems = [...file.problems, ...plan.problems];
  // A file with problems is read again by the next ingest, which then names them again.
  const hash = problems.length > 0 ? '' : file.hash + fingerprint;
  const record = { path, hash, articleIds: plan.articleIds };
  const evicted = plan.evicted.flatMap((other) => records.get(other) ?? []);
  const changed = [record, ...evicted.map((other) => ({ ...other, hash: '' }))];
  for (const each of changed) records.set(each.path, each);
  await writer.takeFile(plan, changed, onCommit);
  return { problems, refused: plan.refused, evicted: plan.evicted };
}

interface Taken extends Pick<FilePlan, 'refused' | 'evicted'> {
  readonly problems: readonly FileProblem[];
}

function isAtHome(path: string, home: string | undefined): boolean {
  return home !== undefined && isBelow(path, home);
}

function homeFirst<File extends { readonly path: string }>(
  files: readonly File[],
  home: string | undefined,
): readonly File[] {
  const { own = [], others = [] } = Object.groupBy(files, ({ path }) =>
    isAtHome(path, home) ? 'own' : 'others',
  );
  return [...own, ...others];
}

/** Files that an article was driven out of, to be read at the end of those that wait, unless they are among them. */
function evictedFrom(
  { evicted }: Taken,
  { present, waiting }: { present: readonly string[]; waiting: readonly { path: string }[] },
) {
  const again = new Set(evicted.filter((file) => present.includes(file)));
  for (const { path } of waiting) again.delete(path);
  return Array.from(again, (path) => ({ path, size: 0 }));
}

/** How the files are read: another vocabulary or stated source makes other articles of the same content. */
function fingerprintOf(source: StatedSource | undefined, vocabulary: Vocabulary): string {
  const how = JSON.stringify([source ?? {}, vocabulary]);
  return `:${createHash('sha256').update(how).digest('hex').slice(0, 16)}`;
}
