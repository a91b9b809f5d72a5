import type { Logger } from 'pino';
import type { Article } from '../corpus/article.ts';
import type { FileRecord } from './file-records.ts';
import { addToBatch, type BatchParts, commitBatch, emptyBatch } from './index-batch.ts';
import type { FilePlan, PlannedArticle } from './plan-file.ts';
import type { StoredArticle, StoredArticles } from './stored-articles.ts';
import { optimizeTable } from './write-table.ts';

export interface WriterParts extends BatchParts {
  readonly articles: StoredArticles;
  readonly log: Logger;
}

/** Carries out the plans of one ingest in batches, each of them one commit. */
export interface IndexWriter {
  /** Ids whose file has vanished. */
  readonly released: ReadonlySet<string>;
  originOf(articleId: string): StoredArticle | undefined;
  /** As it will be stored, also before it is committed. */
  readArticle(articleId: string): Promise<Article | undefined>;
  removeFile(record: FileRecord): void;
  /** `onCommit` is told after each commit which share of the file's new articles is in. */
  takeFile(plan: FilePlan, record: FileRecord, onCommit: (share: number) => void): Promise<void>;
  countUnchanged(articles: number): void;
  /** Articles committed so far. */
  written(): number;
  finish(): Promise<Readonly<Tally>>;
}

// Passages of one commit: enough to make the commit's cost small, few enough to keep memory low.
const batchPassages = 1000;

export function createIndexWriter(
  parts: WriterParts,
  stored: ReadonlyMap<string, StoredArticle>,
): IndexWriter {
  const origins = new Map(stored);
  const released = new Set<string>();
  const tally: Tally = { added: 0, updated: 0, removed: 0, unchanged: 0 };
  let batch = emptyBatch();
  let written = 0;

  function remove(id: string) {
    origins.delete(id);
    batch.removed.add(id);
    tally.removed += 1;
  }

  async function put(planned: PlannedArticle, file: string) {
    const { id } = planned.article;
    origins.set(id, { id, hash: planned.hash, file });
    if (addToBatch(batch, planned, file) < batchPassages) return false;
    await flush();
    return true;
  }

  async function flush() {
    const full = batch;
    batch = emptyBatch();
    written += await commitBatch(parts, full);
  }

  function removeFile(record: FileRecord) {
    for (const id of record.articleIds) {
      if (origins.get(id)?.file !== record.path) continue;
      remove(id);
      released.add(id);
    }
    batch.forgotten.push(record.path);
  }

  return {
    released,
    originOf: (id) => origins.get(id),
    readArticle: async (id) =>
      batch.articles.find(({ article }) => article.id === id)?.article ??
      parts.articles.readArticle(id),
    removeFile,
    async takeFile(plan, record, onCommit) {
      for (const id of plan.removed) remove(id);
      await putAll(plan, { put, onCommit });
      countPlan(tally, plan);
      batch.records.push(record);
    },
    countUnchanged: (count) => {
      tally.unchanged += count;
    },
    written: () => written,
    async finish() {
      await flush();
      if (tally.added + tally.updated + tally.removed > 0) await tidyUp(parts);
      return { ...tally };
    },
  };
}

interface Putting {
  readonly put: (planned: PlannedArticle, file: string) => Promise<boolean>;
  readonly onCommit: (share: number) => void;
}

async function putAll(plan: FilePlan, { put, onCommit }: Putting) {
  const changed = [...plan.added, ...plan.updated];
  for (const [at, planned] of changed.entries()) {
    if (await put(planned, plan.path)) onCommit((at + 1) / changed.length);
  }
  for (const { file, ...planned } of plan.shared) await put(planned, file);
}

interface Tally {
  added: number;
  updated: number;
  removed: number;
  unchanged: number;
}

function countPlan(tally: Tally, plan: FilePlan) {
  tally.added += plan.added.length;
  tally.updated += plan.updated.length + plan.shared.length;
  tally.unchanged += plan.unchanged;
}

async function tidyUp({ index, files, counts, neighbours, log }: WriterParts) {
  await index.optimize();
  await neighbours?.optimize();
  await optimizeTable(files.table, log);
  await counts.save();
}
