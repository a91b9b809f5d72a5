import { isDeepStrictEqual } from 'node:util';
import type { Context } from 'grammy';
import type { Answer } from '../../answering/answer.ts';
import type { AppliedFilter } from '../../answering/applied-filter.ts';
import type { Place } from '../../exchange/answers.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { placeOf } from '../place-of.ts';
import { renderAnswer } from '../render/answer.ts';
import { BotStopping, type RunningQuestion } from '../running-questions.ts';
import { sendMessages } from '../send-messages.ts';
import { showTyping } from '../show-typing.ts';
import { type StreamedAnswer, streamAnswer } from '../stream-answer.ts';

/** Answers a question in the chat it was asked in, keeping the answer for its buttons and for follow-ups. */
export type AnswerReader = (
  ctx: Context,
  question: string,
  circumstances?: Circumstances,
) => Promise<void>;

interface Circumstances {
  /** The answer the question refers to, when that is not the last one. */
  readonly after?: Answer;
  /** What to narrow the search to, in place of what the question says about it. */
  readonly filters?: readonly AppliedFilter[];
}

export function createAnswerReader(dependencies: BotDependencies): AnswerReader {
  const { exchange, log, running, streamPace: pace } = dependencies;
  return async (ctx, question, circumstances = {}) => {
    const place = placeOf(ctx);
    if (place === undefined) return;
    const origin = { botId: ctx.me.id, updateId: ctx.update.update_id };
    // An earlier run that was cut off has answered already: what was being sent is sent.
    const earlier = await exchange.answers.keptFor(origin);
    if (earlier !== undefined) return sendMessages(ctx, renderAnswer(earlier));
    if (ctx.from?.is_bot === false) await exchange.readers.greet(ctx.from.id);
    await running.run(place, async (turn) => {
      const streamed = streamAnswer(ctx, { questionId: turn.id, log, pace });
      try {
        const asked = { ...circumstances, question, place, turn, onProgress: streamed.show };
        const answer = await showTyping(ctx, log, findAnswer(dependencies, asked));
        if (answer === undefined) return await streamed.withdraw();
        const kept = await exchange.answers.keep(answer, place, origin);
        await streamed.finish(renderAnswer(kept));
        log.info({ kind: answer.kind, ms: answer.ms.total }, 'answer sent');
      } catch (error) {
        await streamed.leave();
        throw error;
      }
    });
  };
}

interface Asked extends Circumstances {
  readonly question: string;
  readonly place: Place;
  readonly turn: RunningQuestion;
  readonly onProgress: StreamedAnswer['show'];
}

/** The answer; undefined when its reader has given it up. */
async function findAnswer(
  { answerQuestion, exchange, profiles }: BotDependencies,
  { question, place, after, filters, turn: { signal, stop }, onProgress }: Asked,
): Promise<Answer | undefined> {
  const recalled = await exchange.conversations.recall(place);
  const history = after === undefined ? recalled : [...recalled, ...upTo(after, recalled)];
  const reader = String(place.readerId);
  // In a group what a reader is would be told to everybody.
  const isPrivate = place.chatId === place.readerId;
  const profile = isPrivate ? await profiles.find(place.readerId) : undefined;
  try {
    const answer = await answerQuestion(question, {
      ...{ history, signal, stop, reader, onProgress },
      ...(profile && { profile }),
      ...(filters && { filters }),
    });
    if (!signal.aborted) return answer;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  if (signal.reason instanceof BotStopping) throw signal.reason;
  return undefined;
}

/** What an older answer followed, and the answer itself: 「换一批」 below it asks on about that. */
function upTo(after: Answer, recalled: readonly Answer[]): readonly Answer[] {
  const at = recalled.findLastIndex((answer) => isDeepStrictEqual(answer, after));
  return at === -1 ? [after] : recalled.slice(0, at + 1);
}
