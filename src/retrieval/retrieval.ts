import type { Logger } from 'pino';
import { emptyThesaurus, type Thesaurus } from '../corpus/thesaurus.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { checkIndex } from './index/check-index.ts';
import { checkStore } from './index/check-store.ts';
import { cacheEmbeddings } from './index/embedding-cache.ts';
import { openFileRecords } from './index/file-records.ts';
import {
  DamagedIndexError,
  explainArticles,
  explainFault,
  explainFaults,
  isLanceFault,
  removeTables,
} from './index/index-fault.ts';
import { createIngest, type Ingest } from './index/ingest-articles.ts';
import { openTermCounts } from './index/kept-term-counts.ts';
import { openNeighbourWords } from './index/neighbour-words.ts';
import { readVectorOrigin } from './index/open-table.ts';
import { openPassageIndex } from './index/passage-index.ts';
import { createStoredArticles, type StoredArticles } from './index/stored-articles.ts';
import { leastIndexed } from './index/vector-index.ts';
import { openWrittenAsked } from './index/written-asked.ts';
import type { Embedder } from './meaning/embedder.ts';
import { openConcepts } from './meaning/find-concepts.ts';
import type { WordVectors } from './meaning/word-vectors.ts';
import { isObjectStore, type OpenLancedb, openLancedb } from './open-lancedb.ts';
import type { Filters, Hit, SearchPassages } from './passage.ts';
import { createSearch } from './search.ts';
import { type AskedWriter, allSteps, type SearchAids, type SearchSteps } from './search-steps.ts';
import { createTermBackground, noBackground } from './term-background.ts';

export interface RetrievalOptions {
  /** A folder, or an object store (`s3://…`). */
  readonly indexUri: string;
  readonly embedder: Embedder;
  readonly vocabulary: Vocabulary;
  /** Folder whose articles have their ids for themselves, whatever other files came first. */
  readonly home?: string;
  /** Without it questions are searched for without the other words of their concepts. */
  readonly thesaurus?: Thesaurus;
  /** Without them questions are searched for without neighbour words. */
  readonly wordVectors?: WordVectors;
  /** What a chat model does for a search. */
  readonly aids?: SearchAids;
  /** Writes the questions that articles answer, at ingest. */
  readonly askedWriter?: AskedWriter;
  /** Steps to leave out are false. */
  readonly steps?: Partial<SearchSteps>;
  /** Passages from which on the vectors of an endpoint get an index. */
  readonly vectorsFrom?: number;
  /** A damaged index in a folder is emptied, for the next ingest to fill, instead of being an error. */
  readonly rebuildDamaged?: boolean;
  readonly log: Logger;
}

/** Articles made findable. One per index and process: LanceDB has no lock of its own. */
export interface Retrieval extends StoredArticles, AsyncDisposable {
  /** Brings files into the index; one ingest at a time, a second one waits. */
  readonly ingest: Ingest;
  readonly search: SearchPassages;
  /** The ranking alone, 20 articles deep, for `search --json`; nothing is cut by the threshold. */
  rankArticles(question: string, filters?: Filters): Promise<RankedArticles>;
}

export interface RankedArticles {
  /** Higher: more likely that the best articles answer the question. */
  readonly abstention: number;
  readonly ranked: readonly {
    readonly articleId: string;
    /** Base name. */
    readonly file: string;
    /** Of its best passage; never above the one before it, which stands there because it repeats less. */
    readonly score: number;
  }[];
}

const rankedDepth = 20;

/**
 * Opens the index, making it when there is none.
 * @throws DamagedIndexError or ConfigurationError with one sentence naming the index and the remedy.
 */
export async function openRetrieval(options: RetrievalOptions): Promise<Retrieval> {
  const { indexUri } = options;
  await using opening = new AsyncDisposableStack();
  const { lancedb, articles, search, ingest } = await explainFaults(openWhole, indexUri)(options);
  opening.use(lancedb);
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  opening.defer(async () => {
    closing.abort(new Error('正在停止，入库没有做完；下次启动会接着做。'));
    await last;
  });
  const open = opening.move();

  return {
    ...articles,
    search,
    async rankArticles(question, filters) {
      const options = { limit: rankedDepth, ...(filters && { filters }) };
      const { hits, abstention } = await search(question, options);
      return { abstention, ranked: listRanked(hits) };
    },
    ingest(paths, { signal, ...rest } = {}) {
      const either = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
      const run = last.then(() => ingest(paths, { ...rest, signal: either }));
      last = run.catch(() => undefined);
      return run;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

function listRanked(hits: readonly Hit[]): RankedArticles['ranked'] {
  let least = Number.POSITIVE_INFINITY;
  return hits.map(({ article: { id, source }, score }) => {
    least = Math.min(least, score);
    return { articleId: id, file: source.file, score: least };
  });
}

/** Opens the index after a look at its files; a damaged one is emptied where that is wanted. */
async function openWhole(options: RetrievalOptions) {
  const { indexUri, log } = options;
  if (isObjectStore(indexUri)) await checkStore(indexUri);
  try {
    return await openOnce(options);
  } catch (error) {
    if (!isLanceFault(error) || options.rebuildDamaged !== true) throw error;
    const fault = explainFault(error, indexUri);
    if (!(fault instanceof DamagedIndexError)) throw fault;
    log.warn({ err: error, index: indexUri }, 'index is damaged: it is emptied and filled again');
    await removeTables(indexUri);
    return openOnce(options);
  }
}

async function openOnce(options: RetrievalOptions) {
  await using opening = new AsyncDisposableStack();
  const lancedb = opening.use(await openLancedb(options.indexUri));
  await checkIndex(lancedb);
  const { articles, search, ingest } = await openParts(lancedb, options);
  opening.move();
  const { indexUri } = options;
  return {
    lancedb,
    articles: explainArticles(articles, indexUri),
    search: explainFaults(search, indexUri),
    ingest: explainFaults(ingest, indexUri),
  };
}

async function openParts(lancedb: OpenLancedb, options: RetrievalOptions) {
  const { embedder, vocabulary, thesaurus = emptyThesaurus, wordVectors, log } = options;
  const dimension = await dimensionOf(lancedb, embedder);
  const origin = {
    embedder: embedder.name,
    dimension,
    thesaurus: thesaurus.fingerprint,
    wordVectors: wordVectors?.hash ?? '',
  };
  const { vectorsFrom = leastIndexed } = options;
  const searched = embedder.kind === 'endpoint' ? vectorsFrom : undefined;
  const index = await openPassageIndex(lancedb, origin, { vectorsFrom: searched, log });
  const concepts = openConcepts(thesaurus);
  const neighbours = wordVectors && (await openNeighbourWords(lancedb, wordVectors, log));
  const files = await openFileRecords(lancedb);
  const background = wordVectors ? createTermBackground(wordVectors) : noBackground;
  const counts = await openTermCounts(lancedb, index, { background, log });
  const articles = createStoredArticles(index.table);
  const kept =
    embedder.kind === 'endpoint'
      ? await cacheEmbeddings(lancedb, { ...embedder, dimension: async () => dimension })
      : embedder;
  const steps = { ...allSteps, ...options.steps };
  const writtenAsked =
    options.askedWriter && (await openWrittenAsked(lancedb, options.askedWriter));
  const shared = { index, articles, counts, concepts, neighbours, log };
  const search = createSearch({ ...shared, embedder, steps, aids: options.aids });
  const writing = { ...shared, files, embedder: kept, writtenAsked };
  const ingest = createIngest({ ...writing, vocabulary, home: options.home });
  return { articles, search, ingest };
}

/** Asks the endpoint only when no index by this embedder says it: a start needs no network. */
async function dimensionOf(lancedb: OpenLancedb, embedder: Embedder): Promise<number> {
  const stored = await readVectorOrigin(lancedb);
  return stored?.embedder === embedder.name ? stored.dimension : embedder.dimension();
}
