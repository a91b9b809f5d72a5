import type { Context } from 'grammy';
import type { Answer } from '../../answering/answer.ts';
import type { Place } from '../../exchange/answers.ts';
import type { BotDependencies } from '../bot-dependencies.ts';
import { placeOf } from '../place-of.ts';
import { renderAnswer } from '../render/answer.ts';
import { BotStopping } from '../running-questions.ts';
import { sendMessages } from '../send-messages.ts';
import { showTyping } from '../show-typing.ts';

/** Answers a question in the chat it was asked in, keeping the answer for its buttons and for follow-ups. */
export type AnswerReader = (ctx: Context, question: string) => Promise<void>;

export function createAnswerReader(dependencies: BotDependencies): AnswerReader {
  const { exchange, log } = dependencies;
  return async (ctx, question) => {
    const place = placeOf(ctx);
    if (place === undefined) return;
    if (ctx.from?.is_bot === false) await exchange.readers.greet(ctx.from.id);
    const answer = await showTyping(ctx, log, findAnswer(dependencies, { question, place }));
    if (answer === undefined) return;
    const kept = await exchange.answers.keep(answer, place);
    await sendMessages(ctx, renderAnswer(kept));
    log.info({ kind: answer.kind, ms: answer.ms.total }, 'answer sent');
  };
}

/** The answer; undefined when its reader has stopped it. */
function findAnswer(
  { answerQuestion, exchange, running }: BotDependencies,
  { question, place }: { readonly question: string; readonly place: Place },
): Promise<Answer | undefined> {
  return running.run(place, async (signal) => {
    const history = await exchange.conversations.recall(place);
    const reader = String(place.readerId);
    try {
      const answer = await answerQuestion(question, { history, signal, reader });
      if (!signal.aborted) return answer;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (signal.reason instanceof BotStopping) throw signal.reason;
    return undefined;
  });
}
