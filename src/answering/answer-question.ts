import type { Logger } from 'pino';
import type { SearchPassages } from '../retrieval/passage.ts';
import type { Answer, AnswerQuestion, AskOptions } from './answer.ts';
import { answeredBody, type Body, nearestOf, silent } from './answer-body.ts';
import { hitsRead, type ModelAnswerer, type WritingOptions } from './answer-by-model.ts';
import { cleanQuestion } from './clean-question.ts';
import { uncoveredPlace } from './conditions/uncovered-place.ts';
import { readFollowUp } from './conversation/follow-up.ts';
import { keepTopic } from './conversation/keep-topic.ts';
import { readMessageKind } from './conversation/message-kind.ts';
import type { StandAloneQuestion } from './conversation/rewrite-question.ts';
import { listedBefore } from './conversation/topic.ts';
import { degradedNote, stoppedNote } from './degraded-note.ts';
import type { DraftClaim } from './draft-claim.ts';
import { extractClaims } from './extracts/extract.ts';
import { type Found, findHits } from './find-hits.ts';
import {
  chatNote,
  notFoundNote,
  nothingMoreNote,
  nothingToFollowNote,
  notInArticleNote,
  shortenedNote,
  uncoveredPlaceNote,
} from './notes.ts';
import { namesPrivatePerson } from './private-person.ts';
import { classifyQuestion, type QuestionKind } from './question-kind.ts';
import { refusePrivate } from './refusal.ts';
import { asksForPrivateDetails } from './refuse.ts';
import { oncePerPractice } from './same-practice.ts';
import { verifyClaims } from './verify/verify.ts';

interface AnsweringParts {
  readonly search: SearchPassages;
  readonly log: Logger;
  /** Least abstention score of a search that is taken to answer a question. */
  readonly threshold: number;
  /** Writes the answers; without one they are made of the passages' own sentences. */
  readonly model?: ModelAnswerer;
  /** A clock in milliseconds, for `ms`. */
  readonly now?: () => number;
}

/** Makes the function that answers questions from what search finds. */
export function createAnswerQuestion(parts: AnsweringParts): AnswerQuestion {
  const { log, now = () => performance.now() } = parts;
  return async (question, options = {}) => {
    const started = now();
    const clock = { searched: 0 };
    const search: SearchPassages = async (wanted, within) => {
      const before = now();
      const result = await parts.search(wanted, { ...within, reader: options.reader });
      clock.searched += now() - before;
      return result;
    };
    const asked = { askedAt: performance.now(), ...options };
    const body = await answerBody(question, asked, { ...parts, search });
    const total = now() - started;
    log.info({ kind: body.kind, claims: body.claims.length, ms: Math.round(total) }, 'answered');
    const retrieve = Math.min(clock.searched, total);
    return { ...body, question, ms: roundAll({ retrieve, answer: total - retrieve, total }) };
  };
}

async function answerBody(
  message: string,
  options: AskOptions & { readonly askedAt: number },
  parts: AnsweringParts,
): Promise<Body> {
  options.signal?.throwIfAborted();
  const { text: question, isShortened } = cleanQuestion(message);
  const own = readMessageKind(question, options.history);
  if (own.kind === 'chat')
    return silent(own.topic === 'outside' ? 'not-found' : 'chat', [chatNote(own.topic, question)]);
  if (asksForPrivateDetails(question)) return refusePrivate(question, parts);
  const deadline = options.askedAt + (parts.model?.patience ?? 0);
  const asked = await readMessage(question, { ...options, deadline }, parts);
  if (asked.followUp.kind === 'nothing')
    return silent('not-found', [nothingToFollowNote(asked.followUp.shown)]);
  // 「他家住哪？」 is private only when one knows of whom it is asked.
  if (asksForPrivateDetails(asked.question)) return refusePrivate(asked.question, parts);
  const rewritten = classifyQuestion(asked.question);
  const kind = rewritten.kind === 'chat' ? own : rewritten;
  const found = await findWithin(asked, options, { ...parts, kind });
  options.signal?.throwIfAborted();
  if (namesPrivatePerson(asked.question, hitsRead(found)))
    return refusePrivate(asked.question, parts);
  const body = mayAnswer(found, options, parts)
    ? await answerFrom(found, { kind, options, deadline }, parts)
    : undefined;
  options.signal?.throwIfAborted();
  const whole = body ?? notFound(found, options);
  const shortened = isShortened ? [shortenedNote] : [];
  return { ...whole, notes: [...placeNotes(whole, found, kind), ...whole.notes, ...shortened] };
}

/** Whether what was found answers by its words; a model sees for itself whether passages do that are only near. */
function mayAnswer(
  { isAnswerable, hits, reading }: Found,
  { filters = [] }: AskOptions,
  { model }: AnsweringParts,
): boolean {
  const isNear = hits.length > 0 && reading === 'own' && filters.length === 0;
  return isAnswerable || (model !== undefined && isNear);
}

/** What is found under conditions, or besides what was shown, must still be about what was asked. */
async function findWithin(
  asked: StandAloneQuestion,
  options: AskOptions,
  searching: Parameters<typeof findHits>[2],
): Promise<Found> {
  const found = await findHits(asked, options, searching);
  const { filters = [] } = options;
  const isPlain = found.reading === 'own' && filters.length === 0;
  if (isPlain || found.reading === 'about') return found;
  const hits = await keepTopic({ ...found, filters }, searching.search);
  return { ...found, ...(hits.length === 0 ? { isAnswerable: false } : { hits, beside: [] }) };
}

function placeNotes(
  { kind: outcome, citations }: Body,
  { question, hits }: Found,
  { kind }: QuestionKind,
): readonly string[] {
  const quotes = citations.map(({ quote }) => quote);
  if (outcome !== 'answered') return [];
  const place = uncoveredPlace(question, { hits, quotes, kind });
  return place === undefined ? [] : [uncoveredPlaceNote(place)];
}

/** The message as a question that stands on its own, and what it refers to. */
async function readMessage(
  question: string,
  options: AskOptions & { readonly deadline: number },
  { model }: AnsweringParts,
): Promise<StandAloneQuestion> {
  const { history = [] } = options;
  if (model === undefined) return { question, followUp: readFollowUp(question, history) };
  options.onProgress?.({ claims: [], citations: [] });
  return model.rewriteQuestion(question, options);
}

/** The verified claims of a model or, when it has none, of the passages themselves; undefined without any. */
async function answerFrom(
  found: Found,
  writing: WritingOptions,
  { model, log }: AnsweringParts,
): Promise<Body | undefined> {
  const { kind } = writing;
  const told = { ...found, hits: oncePerPractice(found.hits) };
  const written = await model?.writeFrom(told, writing);
  if (written?.kind === 'not-in-passages') return undefined;
  if (written?.kind === 'written') {
    const read = { ...found, hits: hitsRead(found) };
    const body = answeredBody(read, { claims: written.claims, by: 'model', kind });
    const notes = written.isWhole ? [] : [stoppedNote];
    if (body !== undefined) return { ...body, notes: [...body.notes, ...notes] };
  }
  if (!found.isAnswerable) return undefined;
  const claims = extractFrom(told, kind, log);
  const body = answeredBody(found, { claims, by: 'extract', kind });
  if (body === undefined || written?.kind !== 'failed') return body;
  return { ...body, notes: [degradedNote(written.fault), ...body.notes] };
}

function extractFrom(found: Found, kind: QuestionKind, log: Logger): readonly DraftClaim[] {
  const drafts = extractClaims(found.question, found.hits, {
    kind: found.reading === 'more' ? { kind: 'practice' } : kind,
    scope: found.scope,
    sayings: found.sayings,
  });
  const { kept, dropped } = verifyClaims(drafts);
  if (dropped.length > 0)
    log.warn({ dropped: dropped.map(({ fault }) => fault) }, 'claims dropped');
  return kept;
}

/** With the nearest titles; whoever asks for more has read those that were listed. */
function notFound(found: Found, options: AskOptions): Body {
  const { reading, hits } = found;
  const listed = reading === 'more' ? listedBefore(options.history ?? []) : [];
  const unread = hits.filter(({ article }) => !listed.includes(article.id));
  return silent('not-found', missingNotes(found, options), nearestOf(oncePerPractice(unread)));
}

/** Of what was looked for under conditions these are told of instead. */
function missingNotes(
  { reading }: Found,
  { filters = [], history = [] }: AskOptions,
): readonly string[] {
  if (reading === 'own' && filters.length > 0) return [];
  if (reading === 'more') return [nothingMoreNote(history.at(-1))];
  return [{ own: notFoundNote, about: notInArticleNote }[reading]];
}

function roundAll({ retrieve, answer, total }: Answer['ms']): Answer['ms'] {
  const round = (ms: number) => Math.round(ms * 10) / 10;
  return { retrieve: round(retrieve), answer: round(answer), total: round(total) };
}
