import type { Article } from '../corpus/article.ts';
import type { Hit } from './passage.ts';

/** Steps of a search beside its own words; each can be left out. */
export const searchSteps = [
  // The other words of the concepts a question says.
  'concepts',
  // The nearest words of the index by static vectors.
  'neighbours',
  // The questions that articles say they answer.
  'asked',
  // Vectors: those of an endpoint as an equal, static ones as a small term.
  'meaning',
  // Further questions by a model.
  'queries',
  // What a model thinks of the best passages.
  'usefulness',
] as const;

export type SearchSteps = Readonly<Record<(typeof searchSteps)[number], boolean>>;

export const allSteps: SearchSteps = {
  concepts: true,
  neighbours: true,
  asked: true,
  meaning: true,
  queries: true,
  usefulness: true,
};

/** What a model does for a search. Neither rejects for what the model or the network does. */
export interface SearchAids {
  /** Two or three questions that say the same in other words; none when the model fails. */
  expandQuestion(question: string, asked: AidAsked): Promise<readonly string[]>;
  /** How far each hit helps to answer, 0 to 3, in their order; undefined when the model fails. */
  rateHits(
    question: string,
    hits: readonly Hit[],
    asked: AidAsked,
  ): Promise<readonly number[] | undefined>;
}

interface AidAsked {
  /** Aborted when the search waits no longer. */
  readonly signal: AbortSignal;
  /** Whose tokens are spent. */
  readonly reader: string | undefined;
}

/** Writes everyday questions that an article answers; undefined when the model fails. */
export interface AskedWriter {
  /** Of the model: what another one has written is not kept. */
  readonly name: string;
  writeAsked(article: Article): Promise<readonly string[] | undefined>;
}

/** A search waits no longer than this for each thing an endpoint does, then goes on without it. */
export const patienceMs = 2000;
/** Hits that a model looks at. */
export const ratedHits = 20;

/** What an endpoint gives in time; else what to go on with. */
export async function inTime<T>(
  call: (signal: AbortSignal) => Promise<T>,
  otherwise: T,
): Promise<T> {
  const signal = AbortSignal.timeout(patienceMs);
  const { promise: late, resolve } = Promise.withResolvers<T>();
  signal.addEventListener('abort', () => resolve(otherwise), { once: true });
  return Promise.race([call(signal), late]);
}
