import type { Logger } from 'pino';
import type { Hit } from '../retrieval/passage.ts';
import type { AnswerInProgress, AskOptions } from './answer.ts';
import { assembleAnswer } from './assemble-answer.ts';
import type { DraftClaim } from './draft-claim.ts';
import type { Found } from './find-hits.ts';
import type { ChatModel } from './model/chat-model.ts';
import { namesOrganisation, organisationOf } from './organisation.ts';
import type { QuestionKind } from './question-kind.ts';
import { createRewriteQuestion, type RewriteQuestion } from './rewrite-question.ts';
import { createWriteAnswer, type Written } from './write-answer.ts';

/** What a model does for an answer. */
export interface ModelAnswerer {
  /** Milliseconds within which a question must have its answer. */
  readonly patience: number;
  readonly rewriteQuestion: RewriteQuestion;
  /** Writes an answer from what was found. Never rejects for what the model or the network does. */
  readonly writeFrom: (found: Found, asked: WritingOptions) => Promise<Written>;
}

export interface WritingOptions {
  readonly kind: QuestionKind;
  readonly options: AskOptions;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
}

export function createModelAnswerer(model: ChatModel, log: Logger): ModelAnswerer {
  const writeAnswer = createWriteAnswer(model, log);
  return {
    patience: model.patience,
    rewriteQuestion: createRewriteQuestion(model, log),
    writeFrom: ({ question, hits, reading }, { kind, options, deadline }) =>
      writeAnswer({
        question,
        hits,
        deadline,
        shape: isComparison({ question, hits, reading }, kind) ? 'practices' : 'claims',
        about: reading === 'about' ? namesOf(hits) : undefined,
        reader: options.reader,
        stop: anyOf([options.signal, options.stop]),
        onClaims: (verified) => report(verified, options.onProgress),
      }),
  };
}

/** Practices side by side, when the question is for practices and several organisations have one. */
function isComparison(
  { question, hits, reading }: Pick<Found, 'question' | 'hits' | 'reading'>,
  { kind }: QuestionKind,
): boolean {
  if (reading === 'about' || (kind !== 'practice' && reading !== 'more')) return false;
  const organisations = new Set(hits.flatMap(({ article }) => organisationOf(article) ?? []));
  const isAboutOne = [...organisations].some((name) => namesOrganisation(question, name));
  return organisations.size > 1 && !isAboutOne;
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
