import type { Logger } from 'pino';
import { abstentionScore } from './abstention.ts';
import { type Embedder, EmbeddingError } from './embedder.ts';
import type { SearchOptions, SearchPassages, SearchResult } from './passage.ts';
import type { FindOptions, FoundPassage, PassageIndex } from './passage-index.ts';
import { type PreparedQuestion, prepareQuestion } from './question.ts';
import { bestPerArticle, diversify, fuseRanks, weighMeaning } from './rank.ts';
import type { StoredArticles } from './stored-articles.ts';
import type { TermCounts } from './term-counts.ts';
import { whereFilters } from './where.ts';

export interface SearchParts {
  readonly index: PassageIndex;
  readonly articles: StoredArticles;
  readonly counts: TermCounts;
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
    const { ranked, abstention } = await rankPassages(parts, question, options);
    const articles = await parts.articles.readArticles(
      ranked.map(({ passage }) => passage.articleId),
    );
    const byId = new Map(articles.map((article) => [article.id, article]));
    const hits = ranked.flatMap(({ passage, score }) => {
      const article = byId.get(passage.articleId);
      return article === undefined ? [] : [{ passage, article, score }];
    });
    const ms = Math.round(performance.now() - started);
    parts.log.debug({ hits: hits.length, abstention, ms }, 'searched');
    return { hits, abstention } satisfies SearchResult;
  };
}

interface Ranking {
  readonly ranked: readonly FoundPassage[];
  readonly abstention: number;
}

async function rankPassages(
  parts: SearchParts,
  question: string,
  { limit, filters }: SearchOptions,
): Promise<Ranking> {
  const prepared = prepareQuestion(question, parts.counts);
  if (prepared.words.length === 0) return { ranked: [], abstention: 0 };
  const find = {
    limit: Math.max(smallestPool, poolFactor * limit),
    where: whereFilters(filters),
  };
  const { byWords, fused } = await findPassages(parts, prepared, find);
  return {
    ranked: diversify(bestPerArticle(fused), limit),
    abstention: abstentionScore(prepared, byWords, parts.counts),
  };
}

interface Found {
  readonly byWords: readonly FoundPassage[];
  readonly fused: readonly FoundPassage[];
}

async function findPassages(
  parts: SearchParts,
  prepared: PreparedQuestion,
  find: FindOptions,
): Promise<Found> {
  const { index, embedder } = parts;
  if (embedder.kind === 'endpoint') {
    const [byWords, byMeaning] = await Promise.all([
      index.findByWords(prepared, find),
      orByWords(parts, () => findNear(parts, prepared.text, find)),
    ]);
    return { byWords, fused: fuseRanks(byWords, byMeaning ?? []) };
  }
  const [byWords, vectors] = await Promise.all([
    index.findByWords(prepared, find),
    embedder.embed([prepared.text]),
  ]);
  return { byWords, fused: weighMeaning(byWords, vectors[0]) };
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
