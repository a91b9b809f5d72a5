import type { Logger } from 'pino';
import type { Article } from '../../corpus/article.ts';
import type { FileRecord } from './file-records.ts';
import { addToBatch, type Batch, type BatchParts, commitBatch, emptyBatch } from './index-batch.ts';
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
  /** Ids of articles that stood in a file that is not the one they are stored from, and do no more. */
  readonly left: ReadonlySet<string>;
  /** Ids of articles that were put in place of themselves. */
  readonly updated: ReadonlySet<string>;
  removeFile(record: FileRecord): void;
  /** `onCommit` is told after each commit which share of the file's new articles is in. */
  takeFile(
    plan: FilePlan,
    records: readonly FileRecord[],
    onCommit: (share: number) => void,
  ): Promise<void>;
  /** Puts an article of several files in place of itself, when it differs. */
  renew(article: Article): Promise<void>;
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
  const state: WriterState = {
    parts,
    origins: new Map(stored),
    released: new Set(),
    left: new Set(),
    updated: new Set(),
    tally: { added: 0, updated: 0, removed: 0, unchanged: 0 },
    batch: emptyBatch(),
    written: 0,
  };
  const { released, left, updated, tally } = state;
  return {
    released,
    left,
    updated,
    originOf: (id) => state.origins.get(id),
    readArticle: (id) => readArticle(state, id),
    removeFile: (record) => removeFile(state, record),
    renew: (article) => renew(state, article),
    async takeFile(plan, records, onCommit) {
      for (const id of plan.removed) remove(state, id);
      for (const id of plan.left) left.add(id);
      for (const { article } of plan.updated) updated.add(article.id);
      await putAll(plan, { put: (planned, file) => put(state, planned, file), onCommit });
      countPlan(tally, plan);
      for (const record of records) state.batch.records.set(record.path, record);
    },
    countUnchanged: (count) => {
      tally.unchanged += count;
    },
    written: () => state.written,
    async finish() {
      await flush(state);
      if (state.written + tally.removed > 0) await tidyUp(parts);
      return { ...tally };
    },
  };
}

interface WriterState {
  readonly parts: WriterParts;
  readonly origins: Map<string, StoredArticle>;
  readonly released: Set<string>;
  readonly left: Set<string>;
  readonly updated: Set<string>;
  readonly tally: Tally;
  batch: Batch;
  written: number;
}

function remove({ origins, batch, tally }: WriterState, id: string) {
  origins.delete(id);
  batch.removed.add(id);
  tally.removed += 1;
}

function removeFile(state: WriterState, record: FileRecord) {
  for (const id of record.articleIds) {
    if (state.origins.get(id)?.file === record.path) {
      remove(state, id);
      state.released.add(id);
    } else state.left.add(id);
  }
  state.batch.forgotten.push(record.path);
}

async function readArticle({ batch, parts }: WriterState, id: string) {
  const waiting = batch.articles.find(({ article }) => article.id === id);
  return waiting?.article ?? parts.articles.readArticle(id);
}

/** True when it filled the batch, which was committed then. */
async function put(state: WriterState, planned: PlannedArticle, file: string) {
  const { id } = planned.article;
  state.origins.set(id, { id, hash: planned.hash, file });
  if (addToBatch(state.batch, planned, file) < batchPassages) return false;
  await flush(state);
  return true;
}

async function flush(state: WriterState) {
  const full = state.batch;
  state.batch = emptyBatch();
  state.written += await commitBatch(state.parts, full);
}

async function renew(state: WriterState, article: Article) {
  const origin = state.origins.get(article.id);
  const before = await readArticle(state, article.id);
  if (origin === undefined || JSON.stringify(before) === JSON.stringify(article)) return;
  if (!state.updated.has(article.id)) state.tally.updated += 1;
  await put(state, { article, hash: origin.hash }, origin.file);
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
  tally.updated += plan.updated.length;
  // That they stand in one more file does not change them.
  tally.unchanged += plan.unchanged + plan.shared.length;
}

async function tidyUp({ index, files, counts, neighbours, log }: WriterParts) {
  await index.optimize();
  await neighbours?.optimize();
  await optimizeTable(files.table, log);
  await counts.save();
}
