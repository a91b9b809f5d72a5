import type { Hit, Saying, SearchPassages, SearchResult } from '../retrieval/passage.ts';
import type { AskOptions } from './answer.ts';
import { isNearlyAbout, isWorthAnswering } from './answerable.ts';
import { searchFilters } from './applied-filter.ts';
import { likeFirst } from './conditions/like-first.ts';
import type { ShownArticle } from './conversation/pointed-article.ts';
import type { StandAloneQuestion } from './conversation/rewrite-question.ts';
import { askingSentence } from './extracts/asking-sentence.ts';
import { focusPairs, focusShare, holdsYears } from './focus.ts';
import { aboutAsked, besidesShown, mostNamed } from './meant-hits.ts';
import type { QuestionKind } from './question-kind.ts';

/** What was found for a message, read as a question of its own or as one about the last answer. */
export interface Found {
  readonly hits: readonly Hit[];
  /** Further practices: whether they are about what is asked is for a model to judge, which reads them. */
  readonly beside?: readonly Hit[] | undefined;
  readonly isAnswerable: boolean;
  /** The question as it was searched for. */
  readonly question: string;
  readonly reading: 'own' | 'about' | 'more';
  /** What was likely asked, with the ways to say it. */
  readonly sayings?: readonly Saying[] | undefined;
  /** Whether the hits are of the one organisation or article that is asked about. */
  readonly scope: 'all' | 'one';
}

interface Searching {
  readonly search: SearchPassages;
  readonly threshold: number;
  readonly kind: QuestionKind;
}

const hitLimit = 8;
// Below this share of the threshold a title is no help to who asked.
const leastNear = 0.3;

/** Searches for a message, with what the conversation before it adds. */
export async function findHits(
  { question: message, followUp }: StandAloneQuestion,
  options: AskOptions,
  searching: Searching,
): Promise<Found> {
  if (followUp.kind === 'more') {
    const without = [...(options.without ?? []), ...followUp.shown];
    const more = await findOwn(followUp.topic, { ...options, without }, searching);
    const hits = await besidesShown(more, without, searching.search);
    const isAnswerable = more.isAnswerable && hits.length > 0;
    return { ...more, hits, beside: [], isAnswerable, reading: 'more', scope: 'all' };
  }
  if (followUp.kind !== 'about') return findOwn(message, options, searching);
  const about = await findAbout(message, followUp, searching);
  if (about === undefined && followUp.isCertain) return nothingIn(message);
  if (about === undefined) return findOwn(message, options, searching);
  if (followUp.isCertain) return about;
  const own = await findOwn(message, options, searching);
  return isNewTopic({ message, about, own }, searching.kind) ? own : about;
}

async function findOwn(
  question: string,
  options: AskOptions,
  searching: Searching,
): Promise<Found> {
  const { profile } = options;
  const { kind, threshold } = searching;
  const result = await searchWithin(question, options, searching);
  const { hits: all, abstention, about } = result;
  const named = mostNamed(question, all);
  const hits = named.length === 0 ? aboutAsked(question, result, searching) : named;
  const isAnswerable =
    isWorthAnswering({ ...result, question, hits, threshold, kind }) && holdsYears(question, all);
  const { sayings } = result;
  const found = { question, isAnswerable, sayings, reading: 'own' } as const;
  if (isAnswerable) {
    const ordered = profile && kind.kind === 'practice' ? likeFirst(hits, profile) : hits;
    const scope = named.length === 0 ? 'all' : 'one';
    return { ...found, hits: ordered, beside: besideThem(hits, all, { kind, scope }), scope };
  }
  const asking = askingSentence(question);
  const part = asking === undefined ? undefined : await findOwn(asking, options, searching);
  if (part?.isAnswerable === true) return part;
  const isNear = abstention >= threshold * leastNear || isNearlyAbout(about);
  return { ...found, hits: isNear ? all : [], scope: 'all' };
}

// What shares less with the question than that is about something else.
const leastRead = 0.3;

function besideThem(
  hits: readonly Hit[],
  all: readonly Hit[],
  { kind, scope }: { readonly kind: QuestionKind; readonly scope: Found['scope'] },
): readonly Hit[] {
  if (kind.kind !== 'practice' || scope === 'one') return [];
  const best = all[0]?.score ?? 0;
  return all.filter((hit) => !hits.includes(hit) && hit.score >= best * leastRead);
}

async function searchWithin(
  question: string,
  { without = [], filters: applied = [] }: AskOptions,
  { search }: Searching,
): Promise<SearchResult> {
  const narrowed = {
    ...searchFilters(applied),
    ...(without.length === 0 ? {} : { without }),
  };
  const filters = Object.keys(narrowed).length === 0 ? {} : { filters: narrowed };
  return search(question, { limit: hitLimit, ...filters });
}

// Share of a follow-up's own words that the article before must hold.
const leastTold = 0.5;

function nothingIn(question: string): Found {
  return { hits: [], isAnswerable: false, question, reading: 'about', scope: 'one' };
}

type About = Extract<StandAloneQuestion['followUp'], { readonly kind: 'about' }>;

/** Looks into the cited articles, then into the others that may be meant; undefined when none tells anything. */
async function findAbout(
  message: string,
  { cited, others = [], ...rest }: About,
  searching: Searching,
): Promise<Found | undefined> {
  const first = await findIn(message, { ...rest, cited }, searching);
  if (first !== undefined && told(message, first.hits) >= leastTold) return first;
  for (const other of others) {
    const found = await findIn(message, { ...rest, cited: [other] }, searching);
    if (found !== undefined && told(message, found.hits) >= leastTold) return found;
  }
  return first;
}

async function findIn(
  message: string,
  { cited, isCertain, topic = '' }: Omit<About, 'kind' | 'others'>,
  { search }: Searching,
): Promise<Found | undefined> {
  const found = await Promise.all(
    cited.map(async (one) => {
      const within = async (question: string, limit: number) =>
        (await search(question, { limit })).hits.filter(
          ({ article }) => article.id === one.articleId,
        );
      const named = await within(withContext(message, [one]), hitLimit);
      // Without a title or a name it is found as it was the first time.
      return named.length > 0 ? named : within(`${topic} ${message}`, 2 * hitLimit);
    }),
  );
  const hits = found.flat();
  if (hits.length === 0) return undefined;
  const isAnswerable = isCertain || told(message, hits) >= leastTold;
  return { hits, isAnswerable, question: message, reading: 'about', scope: 'one' };
}

/** What is searched for when a message asks about articles that were shown. */
export function withContext(message: string, cited: readonly ShownArticle[]): string {
  const context = cited.flatMap(({ organisation, title }) => [organisation, title]);
  return [...context, message].filter(Boolean).join(' ');
}

/** How much of what a message is about the best of the hits' articles holds; 1 when it is about nothing of its own. */
function told(message: string, hits: readonly Hit[]): number {
  const pairs = focusPairs(message);
  return Math.max(0, ...hits.map(({ article }) => focusShare(pairs, article)));
}

/** A message that only might lean on the last answer does so only when no other article tells as much of it. */
function isNewTopic(
  { message, about, own }: { message: string; about: Found; own: Found },
  { kind }: QuestionKind,
): boolean {
  if (!own.isAnswerable) return !about.isAnswerable;
  const toldBefore = told(message, about.hits);
  // 「停车位有几个」: a detail, and all that it names is in the article before.
  if (kind === 'fact' && message.length <= longestDetail && toldBefore === 1) return false;
  const toldAnew = told(message, own.hits.slice(0, 1));
  // 「那线路呢」
  if (message.startsWith('那') && toldBefore >= leastTold) return toldAnew > toldBefore;
  return toldAnew >= toldBefore;
}

const longestDetail = 9;
