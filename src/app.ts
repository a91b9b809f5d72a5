import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Logger } from 'pino';
import { openModelConnection } from './answering/model/model-connection.ts';
import type { Config } from './config.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { StatedSource } from './corpus/article-record.ts';
import { openKeptArticles } from './corpus/kept-articles.ts';
import { loadThesaurus } from './corpus/thesaurus.ts';
import { loadVocabulary, type Vocabulary } from './corpus/vocabulary.ts';
import type { DigestContent } from './exchange/digest/digest-content.ts';
import { sampleDigest } from './exchange/digest/sample-digest.ts';
import type { StatePlace } from './exchange/open-state.ts';
import { keepArticles, mergeReports, nameOriginals, reportOfTaken } from './keep-articles.ts';
import { type Answering, openAnswering, openChatModel, searchHelp } from './open-answering.ts';
import { prepareFolder } from './prepare-folder.ts';
import type { Embedder } from './retrieval/embedder.ts';
import type { IngestProgress, IngestReport } from './retrieval/ingest-articles.ts';
import { createOpenaiEmbedder } from './retrieval/openai-embedder.ts';
import { openRetrieval, type Retrieval } from './retrieval/retrieval.ts';
import { createStaticEmbedder } from './retrieval/static-embedder.ts';
import { openWordVectors } from './retrieval/word-vectors.ts';

/** What comes with the program, wherever CORPUS_DIR points. */
export const projectCorpus = resolve(import.meta.dirname, '../corpus');

interface IngestRequest {
  readonly source?: StatedSource;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** The rooms put together: articles made findable and questions answered. */
export interface App extends Answering, AsyncDisposable {
  readonly retrieval: Retrieval;
  readonly vocabulary: Vocabulary;
  /** Brings the index up to date with CORPUS_DIR and with what is kept under DATA_DIR. */
  readonly refreshIndex: (request?: IngestRequest) => Promise<IngestReport>;
  /** Today's digest of a new reader who wants these themes (empty: all). */
  readonly sampleDigest: (themes: readonly string[]) => Promise<DigestContent | undefined>;
  /** Takes files in; what lies outside CORPUS_DIR is also kept under DATA_DIR/articles. */
  readonly ingest: (paths: readonly string[], request?: IngestRequest) => Promise<IngestReport>;
}

export async function openApp(config: Config, log: Logger): Promise<App> {
  await using opening = new AsyncDisposableStack();
  prepareFolder(config.dataDir, '数据文件夹', 'DATA_DIR');
  const { vocabulary, thesaurus, wordVectors } = await loadProjectWords();
  const embedder = openEmbedder(config, opening) ?? createStaticEmbedder(wordVectors);
  const { indexUri } = config;
  // All it is made from is read again at each start: damaged, it can be made anew.
  const isOurs = resolve(indexUri) === join(config.dataDir, 'index');
  const opened = await openChatModel({ config, log, place: statePlace(config) }, opening);
  const words = { vocabulary, thesaurus, wordVectors };
  const help = searchHelp({ config, log }, opened.chatModel);
  const retrieval = opening.use(
    await openRetrieval({ indexUri, embedder, ...words, ...help, rebuildDamaged: isOurs, log }),
  );
  const kept = await openKeptArticles(join(config.dataDir, 'articles'));
  const answering = openAnswering({ config, log, retrieval, vocabulary }, opened);
  const open = opening.move();
  return {
    retrieval,
    vocabulary,
    ...answering,
    refreshIndex: async (request = {}) => {
      await checkFolder(config.corpusDir);
      const report = await retrieval.ingest([config.corpusDir, kept.folder], request);
      for (const problem of report.problems) log.warn(problem, 'not taken in');
      return report;
    },
    sampleDigest: async (themes) => {
      const articles = await retrieval.listArticles();
      const { timeZone } = config;
      const { writeOpening } = answering;
      return sampleDigest({ articles, themes, writeOpening, timeZone, now: Date.now() });
    },
    ingest: async (paths, { source = {}, onProgress } = {}) => {
      const { ours = [], others = [] } = Object.groupBy(paths, (path) =>
        isInside(config.corpusDir, path) ? 'ours' : 'others',
      );
      if (ours.length > 0 && Object.keys(source).length > 0) {
        throw new ConfigurationError(statedInCorpus);
      }
      const own = await retrieval.ingest(ours, onProgress ? { onProgress } : {});
      if (others.length === 0) return own;
      // First what is kept already, so that the report tells of these files alone.
      await retrieval.ingest([kept.folder]);
      const taken = await keepArticles(others, { kept, vocabulary, source });
      const report = await retrieval.ingest([kept.folder], onProgress ? { onProgress } : {});
      return mergeReports(own, await nameOriginals(reportOfTaken(report, taken), kept));
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
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

async function loadProjectWords() {
  const vocabularyFile = join(projectCorpus, 'vocabulary.yaml');
  const [vocabulary, thesaurus, wordVectors] = await Promise.all([
    loadVocabulary(vocabularyFile),
    loadThesaurus(vocabularyFile),
    openWordVectors({
      words: join(projectCorpus, 'words.tsv'),
      vectors: join(projectCorpus, 'word-vectors.i8'),
    }),
  ]);
  return { vocabulary, thesaurus, wordVectors };
}

// 64 vectors of 3,072 numbers as text.
const embeddingReplyBytes = 16 * 1024 * 1024;

/** Undefined without EMBEDDING_MODEL. */
function openEmbedder(
  { model, httpsProxy }: Config,
  opening: AsyncDisposableStack,
): Embedder | undefined {
  if (model.embedding === undefined) return undefined;
  const { baseUrl, apiKey } = model;
  const connection = opening.use(
    openModelConnection(
      { baseUrl, apiKey, proxy: httpsProxy },
      { connectTimeout: 5000, maxBytes: embeddingReplyBytes },
    ),
  );
  const fetch = connection.fetchWatched(() => undefined);
  return createOpenaiEmbedder({ model: model.embedding, baseUrl, apiKey, fetch });
}

/** Where what is remembered is kept when there is no DATABASE_URL. */
export function stateFile({ dataDir }: Config): string {
  return join(dataDir, 'chazuo.db');
}

export function statePlace(config: Config): StatePlace {
  const { databaseUrl } = config;
  return databaseUrl === undefined ? { file: stateFile(config) } : { databaseUrl };
}
