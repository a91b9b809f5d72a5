import type { Logger } from 'pino';
import type { AnswerQuestion } from './answering/answer.ts';
import { createModelAnswerer } from './answering/answer-by-model.ts';
import { createAnswerQuestion } from './answering/answer-question.ts';
import { answerCompared } from './answering/compare-organisations.ts';
import { answerNarrowed } from './answering/conditions/answer-narrowed.ts';
import { answerChanged } from './answering/conditions/change-conditions.ts';
import { createReadFilters } from './answering/conditions/read-filters.ts';
import { answerContinued } from './answering/conversation/continue-message.ts';
import { createRankTurn, type RankTurn } from './answering/conversation/rank-turn.ts';
import type { ChatModel } from './answering/model/chat-model.ts';
import { createAskedWriter, createSearchAids } from './answering/search-by-model.ts';
import { createWriteOpening, type WriteOpening } from './answering/write-opening.ts';
import type { Config } from './config.ts';
import type { Vocabulary } from './corpus/vocabulary.ts';
import { openState, type State, type StatePlace } from './exchange/state/open-state.ts';
import { openModel } from './open-model.ts';
import { abstentionThreshold } from './retrieval/abstention.ts';
import type { Retrieval } from './retrieval/retrieval.ts';

/** Questions answered, by a model where there is one. */
export interface Answering {
  readonly answerQuestion: AnswerQuestion;
  readonly rankTurn: RankTurn;
  /** The model that writes answers; undefined without CHAT_MODEL. */
  readonly chatModel: ChatModel | undefined;
  /** Undefined without CHAT_MODEL. */
  readonly writeOpening: WriteOpening | undefined;
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
}

interface OpenedModel {
  readonly chatModel: ChatModel | undefined;
  readonly state: State | undefined;
}

/** Opens the chat model when there is one, with what counts its tokens; `opening` closes both. */
export async function openChatModel(
  { config, log, place }: Pick<AnsweringOptions, 'config' | 'log'> & { place: StatePlace },
  opening: AsyncDisposableStack,
): Promise<OpenedModel> {
  if (config.model.chat === undefined) return { chatModel: undefined, state: undefined };
  const state = opening.use(await openState(place));
  return { state, chatModel: opening.use(await openModel(config, { db: state.db, log })) };
}

/** What a chat model does for retrieval, and the steps of a search that are left out. */
export function searchHelp(
  { config, log }: Pick<AnsweringOptions, 'config' | 'log'>,
  model?: ChatModel,
) {
  const steps = Object.fromEntries(config.searchWithout.map((step) => [step, false]));
  if (model === undefined) return { steps };
  const name = config.model.chat ?? '';
  return {
    steps,
    aids: createSearchAids(model, log),
    askedWriter: createAskedWriter(model, { name, log }),
  };
}

/** Puts the answering together. */
export function openAnswering(
  { config, log, retrieval, vocabulary }: AnsweringOptions,
  { chatModel, state }: OpenedModel,
): Answering {
  const model = chatModel && createModelAnswerer(chatModel, log);
  const { search, readArticles } = retrieval;
  const answerQuestion = createAnswerQuestion({
    search,
    log,
    threshold: abstentionThreshold,
    ...(model && { model }),
  });
  const readFilters = createReadFilters(vocabulary);
  const reading = { readFilters, timeZone: config.timeZone, now: Date.now };
  return {
    answerQuestion: answerContinued(
      answerCompared(
        answerChanged({
          answerQuestion: answerNarrowed({ answerQuestion, readArticles, ...reading }),
          ...reading,
        }),
      ),
    ),
    rankTurn: createRankTurn({ ...retrieval, threshold: abstentionThreshold }),
    chatModel,
    writeOpening: chatModel && createWriteOpening(chatModel, log),
    state,
  };
}
