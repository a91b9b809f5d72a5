import type { Logger } from 'pino';
import type { AnswerQuestion } from './answering/answer.ts';
import { createModelAnswerer } from './answering/answer-by-model.ts';
import { answerNarrowed } from './answering/answer-narrowed.ts';
import { createAnswerQuestion } from './answering/answer-question.ts';
import type { ChatModel } from './answering/model/chat-model.ts';
import { createReadFilters } from './answering/read-filters.ts';
import type { Config } from './config.ts';
import type { Vocabulary } from './corpus/vocabulary.ts';
import { openState, type State, type StatePlace } from './exchange/open-state.ts';
import { openModel } from './open-model.ts';
import { abstentionThreshold } from './retrieval/abstention.ts';
import type { Retrieval } from './retrieval/retrieval.ts';

/** Questions answered, by a model where there is one. */
export interface Answering {
  readonly answerQuestion: AnswerQuestion;
  /** The model that writes answers; undefined without CHAT_MODEL. */
  readonly chatModel: ChatModel | undefined;
  /**
   * What is remembered, opened for the tokens of the model. Whoever else needs it in this process takes it from here:
   * two that write to one file of SQLite would wait for one another.
   */
  readonly state: State | undefined;
}

interface AnsweringOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly retrieval: Retrieval;
  readonly vocabulary: Vocabulary;
  /** Where what is remembered is kept. */
  readonly place: StatePlace;
}

/** Puts the answering together; what it opens is closed by `opening`. */
export async function openAnswering(
  { config, log, retrieval, vocabulary, place }: AnsweringOptions,
  opening: AsyncDisposableStack,
): Promise<Answering> {
  const isModelUsed = config.model.chat !== undefined;
  const state = isModelUsed ? opening.use(await openState(place)) : undefined;
  const chatModel = state && opening.use(await openModel(config, { db: state.db, log }));
  const model = chatModel && createModelAnswerer(chatModel, log);
  const { search, readArticles } = retrieval;
  const answerQuestion = createAnswerQuestion({
    search,
    log,
    threshold: abstentionThreshold,
    ...(model && { model }),
  });
  return {
    answerQuestion: answerNarrowed({
      answerQuestion,
      readFilters: createReadFilters(vocabulary),
      readArticles,
      timeZone: config.timeZone,
      now: Date.now,
    }),
    chatModel,
    state,
  };
}
