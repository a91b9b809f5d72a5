import { type Context, GrammyError } from 'grammy';
import type { Logger } from 'pino';
import type { AnswerInProgress } from '../answering/answer.ts';
import { isGroup } from './place-of.ts';
import { renderAnswerInProgress } from './render/answer-in-progress.ts';
import type { Message } from './render/message.ts';
import { safeError } from './safe-error.ts';
import { editMessage, removeMessage, sendMessage, sendMessages } from './send-messages.ts';

/** One message that grows while an answer is being written. */
export interface StreamedAnswer {
  /** Shows what is verified so far, nothing at first, at Telegram's pace. */
  show(soFar: AnswerInProgress): void;
  /** Puts the finished answer in its place; as new messages when it can not be put there. */
  finish(messages: readonly Message[]): Promise<void>;
  /** There will be no answer: takes back what was shown. */
  withdraw(): Promise<void>;
  /** Shows no more. What stands there is put right when the question is taken up again. */
  leave(): Promise<void>;
}

/** Milliseconds. */
export interface StreamPace {
  /** Least time between two edits of a message. */
  readonly private: number;
  readonly group: number;
  /** An answer that comes sooner is sent at once. */
  readonly patience: number;
}

const streamPace: StreamPace = { private: 1500, group: 4000, patience: 1500 };

interface StreamOptions {
  readonly questionId: string;
  readonly log: Logger;
  readonly pace?: StreamPace | undefined;
}

/** Shows an answer from when a model sets out to write it; must be ended by `finish`, `withdraw` or `leave`. */
export function streamAnswer(
  ctx: Context,
  { questionId, log, pace = streamPace }: StreamOptions,
): StreamedAnswer {
  const placeholder = createPlaceholder(ctx, log);
  const ended = new AbortController();
  const between = isGroup(ctx) ? pace.group : pace.private;
  let latest: AnswerInProgress = { claims: [], citations: [] };
  let shown = latest;
  let isDue = false;
  let busy = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  function step(): void {
    isDue = placeholder.isSent() && latest === shown;
    if (isDue) return;
    shown = latest;
    busy = putAndWait(renderAnswerInProgress(questionId, latest));
  }
  async function putAndWait(message: Message): Promise<void> {
    const asked = await placeholder.put(message, ended.signal);
    if (!ended.signal.aborted) timer = setTimeout(step, Math.max(between, asked));
  }
  async function end(): Promise<void> {
    clearTimeout(timer);
    ended.abort();
    await busy;
  }
  return {
    show(soFar) {
      latest = soFar;
      if (ended.signal.aborted) return;
      timer ??= setTimeout(step, pace.patience);
      if (isDue) step();
    },
    async finish(messages) {
      await end();
      const [first, ...rest] = messages;
      const isInPlace = first !== undefined && (await placeholder.replace(first));
      await sendMessages(ctx, isInPlace ? rest : messages);
      if (!isInPlace) await placeholder.remove();
    },
    async withdraw() {
      await end();
      await placeholder.remove();
    },
    leave: end,
  };
}

// A call that takes longer than that is given up: the finished answer says it all anyway.
const callTimeout = 10_000;

/** The message that stands for an answer. What Telegram refuses of it is no reason to stop. */
function createPlaceholder(ctx: Context, log: Logger) {
  let messageId: number | undefined;
  /** The error when it could not be done. */
  const attempt = async (call: (timeout: AbortSignal) => Promise<unknown>) => {
    try {
      await call(AbortSignal.timeout(callTimeout));
      return undefined;
    } catch (error) {
      const safe = safeError(error);
      log.info({ err: safe }, 'an answer could not be shown as it comes');
      return error ?? safe;
    }
  };
  return {
    isSent: () => messageId !== undefined,
    /** Milliseconds that Telegram asks to wait before the next one. */
    async put(message: Message, ended: AbortSignal): Promise<number> {
      const error = await attempt(async (timeout) => {
        // Sending is not interrupted: what was sent must be known, to be replaced.
        if (messageId === undefined)
          messageId = (await sendMessage(ctx, message, timeout)).message_id;
        else await editMessage(ctx, { messageId, message }, AbortSignal.any([ended, timeout]));
      });
      return waitAsked(error);
    },
    async replace(message: Message): Promise<boolean> {
      const id = messageId;
      if (id === undefined) return false;
      const edit = (timeout: AbortSignal) => editMessage(ctx, { messageId: id, message }, timeout);
      return (await attempt(edit)) === undefined;
    },
    async remove(): Promise<void> {
      const id = messageId;
      if (id !== undefined) await attempt((timeout) => removeMessage(ctx, id, timeout));
    },
  };
}

function waitAsked(error: unknown): number {
  if (!(error instanceof GrammyError)) return 0;
  return (error.parameters.retry_after ?? 0) * 1000;
}
