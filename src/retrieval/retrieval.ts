import type { Logger } from 'pino';
import { emptyThesaurus, type Thesaurus } from '../corpus/thesaurus.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import { checkStore } from './check-store.ts';
import type { Embedder } from './embedder.ts';
import { cacheEmbeddings } from './embedding-cache.ts';
import { openFileRecords } from './file-records.ts';
import { openConcepts } from './find-concepts.ts';
import { createIngest, type Ingest } from './ingest-articles.ts';
import { openTermCounts } from './kept-term-counts.ts';
import { openNeighbourWords } from './neighbour-words.ts';
import { isObjectStore, type OpenLancedb, openLancedb } from './open-lancedb.ts';
import { readVectorOrigin } from './open-table.ts';
import type { SearchPassages } from './passage.ts';
import { openPassageIndex } from './passage-index.ts';
import { createSearch } from './search.ts';
import { allSteps, type AskedWriter, type SearchAids, type SearchSteps } from './search-steps.ts';
import { createStoredArticles, type StoredArticles } from './stored-articles.ts';
import type { WordVectors } from './word-vectors.ts';
import { openWrittenAsked } from './written-asked.ts';

export interface RetrievalOptions {
  /** A folder, or an object store (`s3://…`). */
  readonly indexUri: string;
  readonly embedder: Embedder;
  readonly vocabulary: Vocabulary;
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
  readonly log: Logger;
}

/** Articles made findable. One per index and process: LanceDB has no lock of its own. */
export interface Retrieval extends StoredArticles, AsyncDisposable {
  /** Brings files into the index; one ingest at a time, a second one waits. */
  readonly ingest: Ingest;
  readonly search: SearchPassages;
  /** The ranking alone, 20 articles deep, for `search --json`; nothing is cut by the threshold. */
  rankArticles(question: string): Promise<RankedArticles>;
}

export interface RankedArticles {
  /** Higher: more likely that the best articles answer the question. */
  readonly abstention: number;
  readonly ranked: readonly {
    readonly articleId: string;
    /** Base name. */
    readonly file: string;
    readonly score: number;
  }[];
}

const rankedDepth = 20;

export async function openRetrieval(options: RetrievalOptions): Promise<Retrieval> {
  if (isObjectStore(options.indexUri)) await checkStore(options.indexUri);
  await using opening = new AsyncDisposableStack();
  const lancedb = opening.use(await openLancedb(options.indexUri));
  const { articles, search, ingest } = await openParts(lancedb, options);
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
    async rankArticles(question) {
      const { hits, abstention } = await search(question, { limit: rankedDepth });
      const ranked = hits.map(({ article: { id, source }, score }) => ({
        articleId: id,
        file: source.file,
        score,
      }));
      return { abstention, ranked };
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

async function openParts(lancedb: OpenLancedb, options: RetrievalOptions) {
  const { embedder, vocabulary, thesaurus = emptyThesaurus, wordVectors, log } = options;
  const dimension = await dimensionOf(lancedb, embedder);
  const origin = {
    embedder: embedder.name,
    dimension,
    thesaurus: thesaurus.fingerprint,
    wordVectors: wordVectors?.hash ?? '',
  };
  const index = await openPassageIndex(lancedb, origin, log);
  const concepts = openConcepts(thesaurus);
  const neighbours = wordVectors && (await openNeighbourWords(lancedb, wordVectors, log));
  const files = await openFileRecords(lancedb);
  const counts = await openTermCounts(lancedb, index, log);
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
  return { articles, search, ingest: createIngest({ ...writing, vocabulary }) };
}

/** Asks the endpoint only when no index by this embedder says it: a start needs no network. */
async function dimensionOf(lancedb: OpenLancedb, embedder: Embedder): Promise<number> {
  const stored = await readVectorOrigin(lancedb);
  return stored?.embedder === embedder.name ? stored.dimension : embedder.dimension();
}
