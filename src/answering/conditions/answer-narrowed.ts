import type { Article } from '../../corpus/article.ts';
import type { Answer, AnswerQuestion, AskOptions } from '../answer.ts';
import { type AppliedFilter, replaceFilters } from '../applied-filter.ts';
import { readFollowUp } from '../conversation/follow-up.ts';
import { findTopic } from '../conversation/topic.ts';
import { isUncoveredPlaceNote } from '../notes.ts';
import type { Profile } from '../profile.ts';
import { classifyQuestion } from '../question-kind.ts';
import {
  elsewhereNote,
  likenessNote,
  missingConditionNote,
  missingQuestionNote,
  noMoreConditionNote,
  undatedNote,
} from './narrowing-notes.ts';
import type { ReadFilters } from './read-filters.ts';
import { silentAnswer } from './silent-answer.ts';

export interface NarrowingParts {
  readonly answerQuestion: AnswerQuestion;
  readonly readFilters: ReadFilters;
  /** In the order of the ids; one that is not there is left out. */
  readonly readArticles: (ids: readonly string[]) => Promise<readonly Article[]>;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Answers a question within the conditions it names, and says which practices are of organisations like the
 * reader's. A message that is nothing but a condition narrows the question before it.
 */
export function answerNarrowed(parts: NarrowingParts): AnswerQuestion {
  return async (message, options = {}) => {
    const narrowed = narrowQuestion(message, options, parts);
    if (narrowed === undefined) return silentAnswer(message, missingQuestionNote);
    const { answer, filters, elsewhere } = await answerWithin(narrowed, options, parts);
    const notes = [
      ...(elsewhere === undefined ? [] : [elsewhereNote(elsewhere)]),
      ...answer.notes.filter((note) => elsewhere === undefined || !isUncoveredPlaceNote(note)),
      ...conditionNotes(answer, filters, narrowed),
      ...(await likenessNotes(answer, options.profile, parts)),
    ];
    return { ...answer, notes, ...(filters.length > 0 && { filters }) };
  };
}

interface Within {
  readonly answer: Answer;
  /** What the answer was found under. */
  readonly filters: readonly AppliedFilter[];
  /** The place that a question names in passing and of which there is no answer. */
  readonly elsewhere?: string;
}

async function answerWithin(
  { question, filters, history, isInline }: Narrowed,
  options: AskOptions,
  { answerQuestion }: NarrowingParts,
): Promise<Within> {
  // Asked twice, it must not take twice as long.
  const asked = { ...options, history, askedAt: performance.now() };
  const answer = await answerQuestion(question, { ...asked, filters });
  const place = filters.find(({ kind }) => kind === 'places');
  if (answer.kind !== 'not-found' || !isInline || place === undefined) return { answer, filters };
  const others = filters.filter((filter) => filter !== place);
  const wider = await answerQuestion(question, { ...asked, filters: others });
  if (wider.kind !== 'answered') return { answer, filters };
  return { answer: wider, filters: others, elsewhere: place.label };
}

interface Narrowed {
  readonly question: string;
  readonly filters: readonly AppliedFilter[];
  readonly history: readonly Answer[];
  /** The conditions are part of the question: 「东河区的社区怎么养老」, not 「只看东河区的」. */
  readonly isInline: boolean;
}

/** Undefined when there is no question that a condition could narrow. */
function narrowQuestion(
  message: string,
  { filters, history = [] }: AskOptions,
  { readFilters, timeZone, now }: NarrowingParts,
): Narrowed | undefined {
  if (filters !== undefined)
    return { question: message, filters, history: before(message, history), isInline: false };
  const today = Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(timeZone);
  const read = readFilters(message, today.toPlainDate());
  const last = lastQuestion(history);
  if (read.question !== '') {
    const carried = asksForMore({ ...read, history }) ? (last?.filters ?? []) : [];
    const all = replaceFilters(carried, read.filters);
    return { ...read, filters: all, history, isInline: read.question === message };
  }
  if (last === undefined || last.question === '') return undefined;
  return {
    question: last.question,
    filters: replaceFilters(last.filters ?? [], read.filters),
    history: before(last.question, history),
    isInline: false,
  };
}

/** What a question that is asked again followed at first. */
function before(question: string, history: readonly Answer[]): readonly Answer[] {
  const at = history.findLastIndex((answer) => answer.question === question);
  return at === -1 ? history : history.slice(0, at);
}

/** What the conversation is about, whatever was asked of it since; else the last question about the material. */
function lastQuestion(history: readonly Answer[]): Answer | undefined {
  const isAboutMaterial = ({ kind }: Answer) => kind === 'answered' || kind === 'not-found';
  return history[findTopic(history)] ?? history.findLast(isAboutMaterial);
}

function asksForMore({ question, history }: Pick<Narrowed, 'question' | 'history'>): boolean {
  return readFollowUp(question, history).kind === 'more';
}

function conditionNotes(
  { kind }: Answer,
  filters: readonly AppliedFilter[],
  narrowed: Narrowed,
): readonly string[] {
  if (filters.length === 0 || (kind !== 'answered' && kind !== 'not-found')) return [];
  const missing = asksForMore(narrowed) ? noMoreConditionNote : missingConditionNote;
  return [
    ...(kind === 'not-found' ? [missing(filters.map(({ label }) => label))] : []),
    ...(filters.some((filter) => filter.kind === 'dates') ? [undatedNote] : []),
  ];
}

async function likenessNotes(
  answer: Answer,
  profile: Profile | undefined,
  { readArticles }: NarrowingParts,
): Promise<readonly string[]> {
  if (profile === undefined || answer.kind !== 'answered') return [];
  const cited = answer.claims.flatMap(({ citations }) =>
    citations.flatMap((n) => answer.citations.find((one) => one.n === n)?.articleId ?? []),
  );
  const ids = [...new Set(cited)];
  if (ids.length < 2 && classifyQuestion(answer.question).kind !== 'practice') return [];
  const note = likenessNote(await readArticles(ids), profile);
  return note === undefined ? [] : [note];
}
