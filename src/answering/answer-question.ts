import type { Logger } from 'pino';
import type { Hit, SearchPassages } from '../retrieval/passage.ts';
import type { Answer, AnswerQuestion, AskOptions, NearestArticle } from './answer.ts';
import { assembleAnswer } from './assemble-answer.ts';
import { cleanQuestion } from './clean-question.ts';
import { extractClaims } from './extract.ts';
import { holdsFigure, readFigureAsked } from './figure-asked.ts';
import { findDifferingFigures } from './figures-differ.ts';
import { type Found, findHits } from './find-hits.ts';
import { gapNotes } from './gap-notes.ts';
import {
  chatNotes,
  differingFiguresNote,
  noMoreNote,
  notFoundNote,
  notInArticleNote,
  refusalNote,
  shortenedNote,
} from './notes.ts';
import { organisationOf } from './organisation.ts';
import { classifyQuestion, type QuestionKind } from './question-kind.ts';
import { asksForPrivateDetails, practiceBehind } from './refuse.ts';
import { verifyClaims } from './verify.ts';

export interface AnsweringParts {
  readonly search: SearchPassages;
  readonly log: Logger;
  /** Least abstention score of a search that is taken to answer a question. */
  readonly threshold: number;
  /** A clock in milliseconds, for `ms`. */
  readonly now?: () => number;
}

/** An answer before its question and times are added. */
type Body = Answer extends infer One
  ? One extends Answer
    ? Omit<One, 'question' | 'ms'>
    : never
  : never;

/** Makes the function that answers questions from what search finds, without a model. */
export function createAnswerQuestion(parts: AnsweringParts): AnswerQuestion {
  const { log, now = () => performance.now() } = parts;
  return async (question, options = {}) => {
    const started = now();
    const clock = { searched: 0 };
    const search: SearchPassages = async (...asked) => {
      const before = now();
      const result = await parts.search(...asked);
      clock.searched += now() - before;
      return result;
    };
    const body = await answerBody(question, options, { ...parts, search });
    const total = now() - started;
    log.info({ kind: body.kind, claims: body.claims.length, ms: Math.round(total) }, 'answered');
    const retrieve = Math.min(clock.searched, total);
    return { ...body, question, ms: roundAll({ retrieve, answer: total - retrieve, total }) };
  };
}

async function answerBody(
  message: string,
  options: AskOptions,
  parts: AnsweringParts,
): Promise<Body> {
  options.signal?.throwIfAborted();
  const { text: question, isShortened } = cleanQuestion(message);
  const kind = classifyQuestion(question);
  if (kind.kind === 'chat') return silent('chat', [chatNotes[kind.topic]]);
  if (asksForPrivateDetails(question)) return refuse(question, parts);
  const found = await findHits(question, options, { ...parts, kind });
  options.signal?.throwIfAborted();
  const shortened = isShortened ? [shortenedNote] : [];
  const body = found.isAnswerable ? answerFrom(found, kind, parts) : undefined;
  const whole = body ?? silent('not-found', [missingNote(found)], nearestOf(found.hits));
  return { ...whole, notes: [...whole.notes, ...shortened] };
}

/** The verified sentences of what was found; undefined when none is left. */
function answerFrom(found: Found, kind: QuestionKind, { log }: AnsweringParts): Body | undefined {
  const drafts = extractClaims(found.question, found.hits, {
    kind: found.reading === 'more' ? { kind: 'practice' } : kind,
    scope: found.scope,
  });
  const { kept, dropped } = verifyClaims(drafts);
  if (dropped.length > 0)
    log.warn({ dropped: dropped.map(({ fault }) => fault) }, 'claims dropped');
  const figure =
    kind.kind === 'fact' && kind.wanted === 'number' ? readFigureAsked(found.question) : undefined;
  if (figure !== undefined && !holdsFigure(kept, figure)) return undefined;
  const differing = findDifferingFigures(kept, found.hits);
  const beside = verifyClaims(differing.map(({ claim }) => claim)).kept;
  const claims = [...kept, ...beside.filter(({ text }) => kept.every((one) => one.text !== text))];
  const assembled = assembleAnswer(claims);
  if (assembled === undefined) return undefined;
  const cited = new Set(assembled.citations.map(({ articleId }) => articleId));
  return {
    kind: 'answered',
    by: 'extract',
    ...assembled,
    nearest: nearestOf(found.hits.filter(({ article }) => !cited.has(article.id))),
    notes: [...differing.map(differingFiguresNote), ...gapNotes(claims)],
  };
}

/** A refusal names the practice behind the question, when the material has one. */
async function refuse(question: string, { search, threshold }: AnsweringParts): Promise<Body> {
  const { hits, abstention } = await search(practiceBehind(question), { limit: 3 });
  const near = abstention >= threshold / 2 ? hits : [];
  const [first] = near;
  return silent('refused', [refusalNote(first && nameArticle(first))], nearestOf(near));
}

function nameArticle({ article }: Hit): string {
  const organisation = organisationOf(article) ?? '';
  return article.title === null ? organisation : `${organisation}《${article.title}》`;
}

function silent(
  kind: 'not-found' | 'refused' | 'chat',
  notes: readonly string[],
  nearest: readonly NearestArticle[] = [],
): Body {
  return { kind, by: null, claims: [], citations: [], nearest, notes };
}

function missingNote({ reading }: Found): string {
  return { own: notFoundNote, about: notInArticleNote, more: noMoreNote }[reading];
}

function nearestOf(hits: readonly Hit[]): readonly NearestArticle[] {
  return hits.slice(0, 3).map(({ article }) => ({ articleId: article.id, title: article.title }));
}

function roundAll({ retrieve, answer, total }: Answer['ms']): Answer['ms'] {
  const round = (ms: number) => Math.round(ms * 10) / 10;
  return { retrieve: round(retrieve), answer: round(answer), total: round(total) };
}
