import type { Logger } from 'pino';
import { abstentionScore, hitsRead } from './abstention.ts';
import { type Embedder, EmbeddingError } from './embedder.ts';
import { type WideningParts, widenQuestion } from './expand-question.ts';
import type { Hit, SearchOptions, SearchPassages, SearchResult } from './passage.ts';
import type { FindOptions, FoundPassage, PassageIndex } from './passage-index.ts';
import { type PreparedQuestion, prepareQuestion } from './question.ts';
import { bestPerArticle, diversify, fuseRanks, weighMeaning } from './rank.ts';
import type { StoredArticles } from './stored-articles.ts';
import { whereFilters } from './where.ts';

export interface SearchParts extends WideningParts {
  readonly index: PassageIndex;
  readonly articles: StoredArticles;
  readonly embedder: Embedder;
  readonly log: Logger;
}

// Passages looked at before the best of each article is taken.
const smallestPool = 40;
const poolFactor = 3;
// A search waits no longer than this for an endpoint's vector, then goes by words alone.
const embeddingPatienceMs = 2000;

/** Makes the search: by words and by meaning, fused, one passage per article, diverse. No question is an error. */
export function createSearch(parts: SearchParts): SearchPassages {
  return async (question, options) => {
    const started = performance.now();
    const { counts, widening } = parts;
    const concepts = widening.concepts ? parts.concepts : undefined;
    const prepared = prepareQuestion(question, { counts, concepts });
    const best = prepared.words.length === 0 ? [] : await rankPassages(parts, prepared, options);
    const read = await readHits(parts, best);
    const abstention = abstentionScore(prepared, read, { counts, concepts });
    const hits = read.slice(0, options.limit);
    const ms = Math.round(performance.now() - started);
    parts.log.debug({ hits: hits.length, abstention, ms }, 'searched');
    return { hits, abstention } satisfies SearchResult;
  };
}

async function rankPassages(
  parts: SearchParts,
  prepared: PreparedQuestion,
  { limit, filters }: SearchOptions,
): Promise<readonly FoundPassage[]> {
  const found = await findPassages(parts, prepared, {
    limit: Math.max(smallestPool, poolFactor * limit),
    where: whereFilters(filters),
  });
  return diversify(bestPerArticle(found), Math.max(limit, hitsRead));
}

async function readHits(
  { articles }: SearchParts,
  ranked: readonly FoundPassage[],
): Promise<readonly Hit[]> {
  const ids = ranked.map(({ passage }) => passage.articleId);
  const byId = new Map((await articles.readArticles(ids)).map((article) => [article.id, article]));
  return ranked.flatMap(({ passage, score }) => {
    const article = byId.get(passage.articleId);
    return article === undefined ? [] : [{ passage, article, score }];
  });
}

async function findPassages(
  parts: SearchParts,
  prepared: PreparedQuestion,
  find: FindOptions,
): Promise<readonly FoundPassage[]> {
  const { index, embedder } = parts;
  const findByWords = async () => index.findByWords(await widenQuestion(prepared, parts), find);
  if (embedder.kind === 'endpoint') {
    const [byWords, byMeaning] = await Promise.all([
      findByWords(),
      orByWords(parts, () => findNear(parts, prepared.text, find)),
    ]);
    return fuseRanks(byWords, byMeaning ?? []);
  }
  const [byWords, vectors] = await Promise.all([findByWords(), embedder.embed([prepared.text])]);
  return weighMeaning(byWords, vectors[0]);
}

async function findNear({ index, embedder }: SearchParts, text: string, find: FindOptions) {
  const [vector] = await embedder.embed([text], AbortSignal.timeout(embeddingPatienceMs));
  return vector === undefined ? [] : index.findByMeaning(vector, find);
}

/** An endpoint that is down, slow or changed costs the search its meaning, not its words. */
async function orByWords<T>(
  { embedder, log }: SearchParts,
  search: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await search();
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error;
    log.warn({ err: error, embedder: embedder.name }, 'question not embedded, searching by words');
    return undefined;
  }
}
