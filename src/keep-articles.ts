import { resolve } from 'node:path';
import type { StatedSource } from './corpus/article-record.ts';
import { findArticleFiles } from './corpus/find-article-files.ts';
import type { KeptArticles } from './corpus/kept-articles.ts';
import { type FileProblem, readArticleFile } from './corpus/read-articles.ts';
import type { Vocabulary } from './corpus/vocabulary.ts';
import { isBelow } from './retrieval/index/file-records.ts';
import type { IngestReport } from './retrieval/index/ingest-articles.ts';

interface Keeping {
  readonly kept: KeptArticles;
  readonly vocabulary: Vocabulary;
  /** Empty: what was stated the last time stays. */
  readonly source: StatedSource;
}

interface Taken {
  readonly files: number;
  readonly articles: number;
  readonly problems: readonly FileProblem[];
  readonly skipped: readonly string[];
}

/** Reads files from outside the corpus folder and keeps their articles; what could not be read is told. */
export async function keepArticles(
  paths: readonly string[],
  { kept, vocabulary, source }: Keeping,
): Promise<Taken> {
  const { files, problems, skipped } = await findArticleFiles(paths);
  const told = [...problems];
  let articles = 0;
  for (const path of files) {
    const stated = Object.keys(source).length > 0 ? source : await kept.statedFor(path);
    const file = await readArticleFile(path, { vocabulary, source: stated });
    told.push(...file.problems);
    articles += file.articles.length;
    // A file that can not be read now keeps what was kept of it.
    if (file.hash !== '') await kept.keep(file, stated);
  }
  const present = new Set(files);
  // What could not be looked at may still be there.
  const stays = (origin: string) =>
    present.has(origin) || problems.some(({ file }) => isBelow(origin, file));
  for (const path of paths.map((given) => resolve(given))) await kept.dropVanished(path, stays);
  return { files: files.length, articles, problems: told, skipped };
}

/** The report on the folder of kept articles as one on the files that were taken in. */
export function reportOfTaken(report: IngestReport, taken: Taken): IngestReport {
  const { added, updated, removed } = report.articles;
  const { length: refused } = report.refused;
  const unchanged = Math.max(0, taken.articles - added - updated - refused);
  return {
    files: taken.files,
    articles: { added, updated, removed, unchanged },
    problems: [...taken.problems, ...report.problems],
    refused: report.refused,
    skipped: taken.skipped,
  };
}

export function mergeReports(left: IngestReport, right: IngestReport): IngestReport {
  return {
    files: left.files + right.files,
    articles: {
      added: left.articles.added + right.articles.added,
      updated: left.articles.updated + right.articles.updated,
      removed: left.articles.removed + right.articles.removed,
      unchanged: left.articles.unchanged + right.articles.unchanged,
    },
    problems: [...left.problems, ...right.problems],
    refused: [...left.refused, ...right.refused],
    skipped: [...left.skipped, ...right.skipped],
  };
}

/** A problem with a kept file is one with its original. */
export async function nameOriginals(
  report: IngestReport,
  kept: KeptArticles,
): Promise<IngestReport> {
  const named = async <Told extends { readonly file: string }>(told: Told): Promise<Told> => ({
    ...told,
    file: (await kept.originOf(told.file)) ?? told.file,
  });
  const problems = await Promise.all(report.problems.map(named));
  return { ...report, problems, refused: await Promise.all(report.refused.map(named)) };
}
