import { appendFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { StatedSource } from './corpus/article-record.ts';
import type { KeptArticles } from './corpus/kept-articles.ts';
import type { Vocabulary } from './corpus/vocabulary.ts';
import { keepArticles, mergeReports, nameOriginals, reportOfTaken } from './keep-articles.ts';
import type { IngestProgress, IngestReport } from './retrieval/index/ingest-articles.ts';
import type { Retrieval } from './retrieval/retrieval.ts';

interface IngestRequest {
  readonly source?: StatedSource;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** Brings articles in, from CORPUS_DIR and from elsewhere. */
export interface Intake {
  /** Brings the index up to date with CORPUS_DIR and with what is kept under DATA_DIR. */
  readonly refreshIndex: (request?: IngestRequest) => Promise<IngestReport>;
  /** Takes files in; what lies outside CORPUS_DIR is also kept under DATA_DIR/articles. */
  readonly ingest: (paths: readonly string[], request?: IngestRequest) => Promise<IngestReport>;
}

interface IntakeParts {
  readonly config: Pick<Config, 'corpusDir' | 'dataDir'>;
  readonly retrieval: Pick<Retrieval, 'ingest'>;
  readonly kept: KeptArticles;
  readonly vocabulary: Vocabulary;
  readonly log: Logger;
}

/**
 * Makes the intake. The articles of CORPUS_DIR have their ids for themselves, whatever was taken in before; an article
 * that is refused is not kept.
 */
export function createIntake(parts: IntakeParts): Intake {
  const { config, retrieval, kept } = parts;
  const refreshIndex: Intake['refreshIndex'] = async (request = {}) => {
    await checkFolder(config.corpusDir);
    const report = await retrieval.ingest([config.corpusDir, kept.folder], request);
    const named = await nameOriginals(report, kept);
    await layAside(report, parts);
    for (const problem of named.problems) parts.log.warn(problem, 'not taken in');
    return named;
  };
  return {
    refreshIndex,
    async ingest(paths, request = {}) {
      const { ours = [], others = [] } = Object.groupBy(paths, (path) =>
        isInside(config.corpusDir, path) ? 'ours' : 'others',
      );
      const { source = {}, ...rest } = request;
      if (ours.length > 0 && Object.keys(source).length > 0) {
        throw new ConfigurationError(statedInCorpus);
      }
      const own = await retrieval.ingest(ours, rest);
      if (others.length === 0) return own;
      // First what is there already, so that the report tells of these files alone.
      await refreshIndex();
      return mergeReports(own, await ingestOthers(others, request, parts));
    },
  };
}

async function ingestOthers(
  paths: readonly string[],
  { source = {}, ...rest }: IngestRequest,
  { kept, vocabulary, retrieval }: IntakeParts,
): Promise<IngestReport> {
  const taken = await keepArticles(paths, { kept, vocabulary, source });
  const report = await retrieval.ingest([kept.folder], rest);
  const named = await nameOriginals(reportOfTaken(report, taken), kept);
  for (const [file, ids] of refusedByFile(report)) await kept.drop(file, ids);
  return named;
}

/** Takes what an article of CORPUS_DIR has driven out from among the kept articles, where it would be refused each time. */
async function layAside(
  report: IngestReport,
  { kept, config: { dataDir }, log }: IntakeParts,
): Promise<void> {
  const file = join(dataDir, 'refused-articles.jsonl');
  for (const [keptFile, ids] of refusedByFile(report)) {
    const dropped = await kept.drop(keptFile, ids);
    if (dropped.length === 0) continue;
    await appendFile(file, dropped.map((line) => `${line}\n`).join(''));
    log.warn({ articles: dropped.length, file }, 'laid aside');
  }
}

function refusedByFile({ refused }: IngestReport): ReadonlyMap<string, ReadonlySet<string>> {
  const byFile = Map.groupBy(refused, ({ file }) => file);
  return new Map(
    Array.from(byFile, ([file, each]) => [file, new Set(each.map(({ articleId }) => articleId))]),
  );
}

// Else the next start, which reads the corpus folder by itself, would forget what was stated.
const statedInCorpus =
  '语料文件夹里的文章，报名、日期和版面请写在文件开头，不能用 --publication、--date、--page 说明。';

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    throw new ConfigurationError(`语料文件夹 ${folder} 不存在，请检查 CORPUS_DIR。`);
  }
}

function isInside(folder: string, path: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(folder + sep);
}
