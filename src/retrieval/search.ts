import type { Logger } from 'pino';
import { abstentionScore, hitsRead } from './abstention.ts';
import { likelySayings, ownClauses, type WideningParts, widenQuestion } from './expand-question.ts';
import type { FoundPassage } from './index/found-passage.ts';
import type { FindOptions, PassageIndex } from './index/passage-index.ts';
import type { StoredArticles } from './index/stored-articles.ts';
import { whereFilters } from './index/where.ts';
import { weighEvidence } from './likely-evidence.ts';
import { type Embedder, EmbeddingError } from './meaning/embedder.ts';
import type { Hit, SearchOptions, SearchPassages } from './passage.ts';
import { type PreparedQuestion, prepareQuestion } from './question.ts';
import { addMeaning, bestPerArticle, diversify, fuseRanks, weighMeaning } from './rank.ts';
import { inTime, patienceMs, ratedHits, type SearchAids } from './search-steps.ts';

interface SearchParts extends WideningParts {
  /** Undefined without a model. */
  readonly aids: SearchAids | undefined;
  readonly index: PassageIndex;
  readonly articles: StoredArticles;
  readonly embedder: Embedder;
  readonly log: Logger;
}

// Passages looked at before the best of each article is taken.
const smallestPool = 40;
const poolFactor = 3;
/** Makes the search: by words and by meaning, fused, one passage per article, diverse. No question is an error. */
export function createSearch(parts: SearchParts): SearchPassages {
  return async (question, options) => {
    const started = performance.now();
    const { counts } = parts;
    const prepared = prepare(parts, question);
    const best = prepared.words.length === 0 ? [] : await rankPassages(parts, prepared, options);
    const read = await rateHits(parts, prepared.text, {
      hits: await readHits(parts, best),
      reader: options.reader,
    });
    const concepts = parts.steps.concepts ? parts.concepts : undefined;
    const abstention = abstentionScore(prepared, read, { counts, concepts });
    const about = best.find(({ passage }) => passage.id === read[0]?.passage.id)?.about;
    const hits = read.slice(0, options.limit);
    const ms = Math.round(performance.now() - started);
    parts.log.debug({ hits: hits.length, abstention, ms }, 'searched');
    if (about === undefined) return { hits, abstention };
    return { hits, abstention, about, sayings: likelySayings(prepared, parts.concepts) };
  };
}

function prepare({ counts, concepts, steps }: SearchParts, question: string): PreparedQuestion {
  return prepareQuestion(question, { counts, concepts: steps.concepts ? concepts : undefined });
}

async function rankPassages(
  parts: SearchParts,
  prepared: PreparedQuestion,
  { limit, filters, reader }: SearchOptions,
): Promise<readonly FoundPassage[]> {
  const least = Math.max(limit, hitsRead, isRated(parts) ? ratedHits : 0);
  const find = {
    limit: Math.max(smallestPool, poolFactor * least),
    where: whereFilters(filters),
  };
  const [own, others] = await Promise.all([
    findPassages(parts, prepared, find),
    findByOtherQuestions(parts, prepared.text, { find, reader }),
  ]);
  const found = others.length === 0 ? own : fuseRanks([own, ...others]);
  return diversify(bestPerArticle(found), least);
}

/** What is found by the questions that a model makes of this one. */
async function findByOtherQuestions(
  parts: SearchParts,
  question: string,
  { find, reader }: { readonly find: FindOptions; readonly reader: string | undefined },
) {
  const { aids, steps } = parts;
  if (aids === undefined || !steps.queries) return [];
  const others = await inTime((signal) => aids.expandQuestion(question, { signal, reader }), []);
  return Promise.all(others.map((other) => findPassages(parts, prepare(parts, other), find)));
}

function isRated({ aids, steps }: SearchParts): boolean {
  return aids !== undefined && steps.usefulness;
}

/** The hits in the order of their use for an answer, when a model says it in time. */
async function rateHits(
  { aids, steps }: SearchParts,
  question: string,
  { hits, reader }: { readonly hits: readonly Hit[]; readonly reader: string | undefined },
): Promise<readonly Hit[]> {
  if (aids === undefined || !steps.usefulness || hits.length === 0) return hits;
  const ratings = await inTime(
    (signal) => aids.rateHits(question, hits, { signal, reader }),
    undefined,
  );
  if (ratings === undefined) return hits;
  const best = hits[0]?.score || 1;
  return hits
    .map((hit, at) => ({ ...hit, score: (ratings[at] ?? 0) + hit.score / best }))
    .toSorted((left, right) => right.score - left.score);
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
  const { embedder, steps } = parts;
  const findByWords = () => findByOwnWords(parts, prepared, find);
  if (!steps.meaning) return findByWords();
  if (embedder.kind === 'endpoint') {
    const [byWords, byMeaning] = await Promise.all([
      findByWords(),
      orByWords(parts, () => findNear(parts, prepared.text, find)),
    ]);
    return byMeaning === undefined ? byWords : addMeaning(byWords, byMeaning);
  }
  const [byWords, vectors] = await Promise.all([findByWords(), embedder.embed([prepared.text])]);
  return weighMeaning(byWords, vectors[0]);
}

/** By the words of the question; where they agree with little, once more by what it is likely about. */
async function findByOwnWords(
  parts: SearchParts,
  prepared: PreparedQuestion,
  find: FindOptions,
): Promise<readonly FoundPassage[]> {
  const found = await parts.index.findByWords(ownClauses(prepared, parts), find);
  const wider = await widenQuestion(prepared, found[0]?.score ?? 0, parts);
  if (wider === undefined) return found;
  const likely = await parts.index.findByWords(wider, find);
  return likely[0]?.named === undefined ? likely : weighEvidence(prepared.text, likely, parts);
}

async function findNear({ index, embedder }: SearchParts, text: string, find: FindOptions) {
  const [vector] = await embedder.embed([text], AbortSignal.timeout(patienceMs));
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
