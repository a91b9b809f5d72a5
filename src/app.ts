import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { openModelConnection } from './answering/model/model-connection.ts';
import type { Config } from './config.ts';
import { openKeptArticles } from './corpus/kept-articles.ts';
import { loadThesaurus } from './corpus/thesaurus.ts';
import { loadVocabulary, type Vocabulary } from './corpus/vocabulary.ts';
import type { DigestContent } from './exchange/digest/digest-content.ts';
import { sampleDigest } from './exchange/digest/sample-digest.ts';
import type { StatePlace } from './exchange/state/open-state.ts';
import { type Answering, openAnswering, openChatModel, searchHelp } from './open-answering.ts';
import { prepareFolder } from './prepare-folder.ts';
import type { Embedder } from './retrieval/meaning/embedder.ts';
import { createOpenaiEmbedder } from './retrieval/meaning/openai-embedder.ts';
import { createStaticEmbedder } from './retrieval/meaning/static-embedder.ts';
import { openWordVectors } from './retrieval/meaning/word-vectors.ts';
import { openRetrieval, type Retrieval } from './retrieval/retrieval.ts';
import { createIntake, type Intake } from './take-in-articles.ts';

/** What comes with the program, wherever CORPUS_DIR points. */
export const projectCorpus = resolve(import.meta.dirname, '../corpus');

/** The rooms put together: articles made findable and questions answered. */
export interface App extends Answering, Intake, AsyncDisposable {
  readonly retrieval: Retrieval;
  readonly vocabulary: Vocabulary;
  /** Today's digest of a new reader who wants these themes (empty: all). */
  readonly sampleDigest: (themes: readonly string[]) => Promise<DigestContent | undefined>;
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
    await openRetrieval({
      indexUri,
      embedder,
      ...words,
      ...help,
      rebuildDamaged: isOurs,
      home: config.corpusDir,
      log,
    }),
  );
  const kept = await openKeptArticles(join(config.dataDir, 'articles'));
  const answering = openAnswering({ config, log, retrieval, vocabulary }, opened);
  const open = opening.move();
  return {
    retrieval,
    vocabulary,
    ...answering,
    ...createIntake({ config, retrieval, kept, vocabulary, log }),
    sampleDigest: async (themes) => {
      const articles = await retrieval.listArticles();
      const { timeZone } = config;
      const { writeOpening } = answering;
      return sampleDigest({ articles, themes, writeOpening, timeZone, now: Date.now() });
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
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
  const fetch = connection.fetchWatched({});
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
