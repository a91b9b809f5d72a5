import type { Logger } from 'pino';
import type { Article } from '../corpus/article.ts';
import type { Embedder } from './embedder.ts';
import type { FileRecord, FileRecords } from './file-records.ts';
import { type Concepts, conceptNames } from './find-concepts.ts';
import type { KeptTermCounts } from './kept-term-counts.ts';
import type { NeighbourWords } from './neighbour-words.ts';
import type { PassageIndex } from './passage-index.ts';
import type { IndexedArticle, IndexedPassage } from './passage-schema.ts';
import type { FilePlan, PlannedArticle } from './plan-file.ts';
import { indexedText, splitArticle } from './split-passages.ts';
import type { StoredArticle, StoredArticles } from './stored-articles.ts';
import { everydayTokens, indexTokens } from './tokenize.ts';
import { optimizeTable } from './write-table.ts';

export interface WriterParts {
  readonly index: PassageIndex;
  readonly articles: StoredArticles;
  readonly files: FileRecords;
  readonly counts: KeptTermCounts;
  readonly concepts: Concepts;
  /** Undefined without word vectors. */
  readonly neighbours: NeighbourWords | undefined;
  /** For passages. */
  readonly embedder: Embedder;
  readonly log: Logger;
}

/** Carries out the plans of one ingest in batches, each of them one commit. */
export interface IndexWriter {
  /** Ids whose file has vanished. */
  readonly released: ReadonlySet<string>;
  originOf(articleId: string): StoredArticle | undefined;
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
    const isFull = addToBatch(batch, planned, file) >= batchPassages;
    if (isFull) await flush();
    return isFull;
  }

  async function flush() {
    const full = batch;
    batch = emptyBatch();
    written += await commitBatch(parts, full);
  }

  const takeFile: IndexWriter['takeFile'] = async (plan, record, onCommit) => {
    for (const id of plan.removed) remove(id);
    const changed = [...plan.added, ...plan.updated];
    for (const [at, planned] of changed.entries()) {
      if (await put(planned, plan.path)) onCommit((at + 1) / changed.length);
    }
    countPlan(tally, plan);
    batch.records.push(record);
  };

  function removeFile(record: FileRecord) {
    const own = record.articleIds.filter((id) => origins.get(id)?.file === record.path);
    for (const id of own) {
      remove(id);
      released.add(id);
    }
    batch.forgotten.push(record.path);
  }

  async function finish() {
    await flush();
    if (tally.added + tally.updated + tally.removed > 0) await tidyUp(parts);
    return { ...tally };
  }

  return {
    released,
    originOf: (id) => origins.get(id),
    removeFile,
    takeFile,
    countUnchanged: (count) => {
      tally.unchanged += count;
    },
    written: () => written,
    finish,
  };
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
  tally.unchanged += plan.unchanged;
}

async function tidyUp({ index, files, counts, neighbours, log }: WriterParts) {
  await index.optimize();
  await neighbours?.optimize();
  await optimizeTable(files.table, log);
  await counts.save();
}

function addToBatch(batch: Batch, { article, hash }: PlannedArticle, file: string): number {
  const passages = splitArticle(article).map((passage) => ({
    passage,
    text: indexedText(article, passage),
  }));
  batch.removed.delete(article.id);
  batch.articles.push({ article, hash, file, passages });
  batch.passages += passages.length;
  return batch.passages;
}

interface SplitPassage {
  readonly passage: IndexedPassage['passage'];
  readonly text: string;
}

interface Batch {
  readonly articles: (Omit<IndexedArticle, 'passages'> & { passages: readonly SplitPassage[] })[];
  readonly removed: Set<string>;
  /** Written after the articles, so that a file which is on record is wholly in. */
  readonly records: FileRecord[];
  readonly forgotten: string[];
  passages: number;
}

function emptyBatch(): Batch {
  return { articles: [], removed: new Set(), records: [], forgotten: [], passages: 0 };
}

async function commitBatch(parts: WriterParts, batch: Batch) {
  const { index, files, counts, neighbours } = parts;
  const articles = await tokenizeArticles(batch, parts);
  await neighbours?.add(wordsOf(articles));
  const removed = Array.from(batch.removed);
  const replaced = [...articles.map(({ article }) => article.id), ...removed];
  const before = await index.readTokens(replaced);
  await index.replaceArticles(articles, removed);
  for (const tokens of before) counts.remove(tokens);
  for (const { passages } of articles) for (const tokens of passages) counts.add(tokens);
  await files.forget(batch.forgotten);
  await files.keep(batch.records);
  return articles.length;
}

function* wordsOf(articles: readonly IndexedArticle[]) {
  for (const { passages } of articles) for (const { words } of passages) yield* words;
}

async function tokenizeArticles(
  { articles }: Batch,
  { concepts, embedder }: WriterParts,
): Promise<IndexedArticle[]> {
  const texts = articles.flatMap(({ passages }) => passages.map(({ text }) => text));
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += embedder.batch) {
    vectors.push(...(await embedder.embed(texts.slice(at, at + embedder.batch))));
  }
  let next = 0;
  return articles.map((entry) => {
    const asked = askedTokens(entry.article);
    const passages = entry.passages.map(({ passage, text }) => {
      const vector = vectors[next];
      next += 1;
      if (vector === undefined) throw new Error(`${embedder.name} 给的向量比文本少`);
      const { words, bigrams, segments } = indexTokens(text);
      return { passage, vector, words, bigrams, concepts: conceptNames(concepts, segments), asked };
    });
    return { ...entry, passages };
  });
}

/** With each of its passages: whichever tells it best is to be found. */
function askedTokens({ asked }: Article): readonly string[] {
  return asked.map(everydayTokens).flatMap(({ words, signs }) => [...words, ...signs]);
}
