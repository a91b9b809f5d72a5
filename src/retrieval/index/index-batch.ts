import type { Article } from '../../corpus/article.ts';
import type { Embedder } from '../meaning/embedder.ts';
import type { Concepts } from '../meaning/find-concepts.ts';
import { passageConcepts, surelyAsked } from '../meaning/passage-concepts.ts';
import { indexedText, splitArticle } from '../split-passages.ts';
import { everydayTokens, indexTokens } from '../tokenize.ts';
import type { FileRecord, FileRecords } from './file-records.ts';
import type { KeptTermCounts } from './kept-term-counts.ts';
import type { NeighbourWords } from './neighbour-words.ts';
import type { PassageIndex } from './passage-index.ts';
import type { IndexedArticle, IndexedPassage } from './passage-schema.ts';
import type { PlannedArticle } from './plan-file.ts';
import type { WrittenAsked } from './written-asked.ts';

export interface BatchParts {
  readonly index: PassageIndex;
  readonly files: FileRecords;
  readonly counts: KeptTermCounts;
  readonly concepts: Concepts;
  /** Undefined without word vectors. */
  readonly neighbours: NeighbourWords | undefined;
  /** For passages. */
  readonly embedder: Embedder;
  /** Undefined without a model. */
  readonly writtenAsked: WrittenAsked | undefined;
}

/** Puts an article into the batch, in place of itself when it is there already; gives the batch's passages. */
export function addToBatch(batch: Batch, { article, hash }: PlannedArticle, file: string): number {
  const passages = splitArticle(article).map((passage) => ({
    passage,
    text: indexedText(article, passage),
  }));
  batch.removed.delete(article.id);
  const before = batch.articles.findIndex((each) => each.article.id === article.id);
  if (before !== -1) {
    batch.passages -= batch.articles[before]?.passages.length ?? 0;
    batch.articles.splice(before, 1);
  }
  batch.articles.push({ article, hash, file, passages });
  batch.passages += passages.length;
  return batch.passages;
}

interface SplitPassage {
  readonly passage: IndexedPassage['passage'];
  readonly text: string;
}

/** What one commit changes. */
export interface Batch {
  readonly articles: (Omit<IndexedArticle, 'passages'> & { passages: readonly SplitPassage[] })[];
  readonly removed: Set<string>;
  /** Written after the articles, so that a file which is on record is wholly in. */
  readonly records: Map<string, FileRecord>;
  readonly forgotten: string[];
  passages: number;
}

export function emptyBatch(): Batch {
  return { articles: [], removed: new Set(), records: new Map(), forgotten: [], passages: 0 };
}

/** Writes a batch; gives the number of its articles. */
export async function commitBatch(parts: BatchParts, batch: Batch) {
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
  await files.keep([...batch.records.values()]);
  return articles.length;
}

function* wordsOf(articles: readonly IndexedArticle[]) {
  for (const { passages } of articles) for (const { words } of passages) yield* words;
}

async function tokenizeArticles(
  { articles }: Batch,
  { concepts, embedder, writtenAsked }: BatchParts,
): Promise<IndexedArticle[]> {
  const bare = articles.map(({ article }) => article);
  const withAsked = writtenAsked === undefined ? bare : await writtenAsked.addTo(bare);
  const texts = articles.flatMap(({ passages }) => passages.map(({ text }) => text));
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += embedder.batch) {
    vectors.push(...(await embedder.embed(texts.slice(at, at + embedder.batch))));
  }
  let next = 0;
  return articles.map((entry, at) => {
    const article = withAsked[at] ?? entry.article;
    const asked = askedTokens(article);
    const askedConcepts = surelyAsked(article, concepts);
    const tokens = entry.passages.map(({ text }) => ({ text, ...indexTokens(text) }));
    const named = passageConcepts(tokens, concepts);
    const passages = entry.passages.map(({ passage }, ordinal) => {
      const vector = vectors[next];
      next += 1;
      if (vector === undefined) throw new Error(`${embedder.name} 给的向量比文本少`);
      const { words = [], bigrams = [] } = tokens[ordinal] ?? {};
      return {
        passage,
        vector,
        words,
        bigrams,
        concepts: named[ordinal] ?? [],
        asked,
        askedConcepts,
      };
    });
    return { ...entry, article, passages };
  });
}

/** With each of its passages: whichever tells it best is to be found. */
function askedTokens({ asked }: Article): readonly string[] {
  return asked.map(everydayTokens).flatMap(({ words, signs }) => [...words, ...signs]);
}
