import type { Logger } from 'pino';
import type { Hit } from '../retrieval/passage.ts';
import type { AnswerInProgress, AskOptions } from './answer.ts';
import { assembleAnswer } from './assemble-answer.ts';
import { createRewriteQuestion, type StandAloneQuestion } from './conversation/rewrite-question.ts';
import type { DraftClaim } from './draft-claim.ts';
import type { Found } from './find-hits.ts';
import type { ChatModel } from './model/chat-model.ts';
import { organisationOf } from './organisation.ts';
import type { QuestionKind } from './question-kind.ts';
import { createWriteAnswer, type Written } from './write-answer.ts';

/** What a model does for an answer. */
export interface ModelAnswerer {
  /** Milliseconds within which a question must have its answer. */
  readonly patience: number;
  /** Never rejects for what the model or the network does. */
  readonly rewriteQuestion: (
    message: string,
    asked: RewritingOptions,
  ) => Promise<StandAloneQuestion>;
  /** Writes an answer from what was found. Never rejects for what the model or the network does. */
  readonly writeFrom: (found: Found, asked: WritingOptions) => Promise<Written>;
}

interface RewritingOptions extends AskOptions {
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
}

export interface WritingOptions {
  readonly kind: QuestionKind;
  readonly options: AskOptions;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
}

export function createModelAnswerer(model: ChatModel, log: Logger): ModelAnswerer {
  const writeAnswer = createWriteAnswer(model, log);
  const rewriteQuestion = createRewriteQuestion(model, log);
  return {
    patience: model.patience,
    rewriteQuestion: (message, { history = [], reader, deadline, signal, stop }) =>
      rewriteQuestion(message, { history, reader, deadline, signal: anyOf([signal, stop]) }),
    writeFrom: (found, { kind, options, deadline }) =>
      writeAnswer({
        question: found.question,
        hits: hitsRead(found),
        deadline,
        shape: isComparison(found, kind) ? 'practices' : 'claims',
        about: found.scope === 'one' ? namesOf(found.hits) : undefined,
        reader: options.reader,
        stop: anyOf([options.signal, options.stop]),
        onClaims: (verified) => report(verified, options.onProgress),
      }),
  };
}

/** What a model reads: it sees for itself what is about the question. */
export function hitsRead({ hits, beside = [] }: Found): readonly Hit[] {
  return [...hits, ...beside];
}

/** Practices side by side, when the question is for practices and several organisations have one. */
function isComparison(found: Found, { kind }: QuestionKind): boolean {
  const { reading, scope } = found;
  if (scope === 'one' || (kind !== 'practice' && reading !== 'more')) return false;
  return new Set(hitsRead(found).flatMap(({ article }) => organisationOf(article) ?? [])).size > 1;
}

function namesOf(hits: readonly Hit[]): string {
  const names = hits.map(({ article }) =>
    [organisationOf(article), article.title && `《${article.title}》`].filter(Boolean).join(''),
  );
  return [...new Set(names)].join('、');
}

function anyOf(signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}

function report(verified: readonly DraftClaim[], onProgress: AskOptions['onProgress']): void {
  const soFar: AnswerInProgress | undefined = assembleAnswer(verified);
  if (soFar !== undefined) onProgress?.(soFar);
}
