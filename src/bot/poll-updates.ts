import { setTimeout as wait } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { toGrammySignal } from './grammy-signal.ts';
import { safeError } from './safe-error.ts';

interface PollOptions {
  readonly api: Api;
  /** Writes updates down; they are acknowledged once it has returned. */
  readonly accept: (updates: readonly Update[]) => Promise<void>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

const longPollSeconds = 30;
const longestPause = 30_000;
// Channel posts, payments, polls and the like never come: nothing here would answer them.
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
] as const;

/**
 * Fetches updates until the signal is aborted. An offset is sent only when everything before it is on disk.
 * Networks come back: every failure is logged and tried again after a growing pause.
 * @throws Error when Telegram does not know the token any more.
 */
export async function pollUpdates({ api, accept, log, signal }: PollOptions): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await fetchUpdates(api, offset, signal);
      await accept(updates);
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      await pause(explainFailure(error, failures), log, signal);
    }
  }
}

function fetchUpdates(api: Api, offset: number, signal: AbortSignal): Promise<Update[]> {
  const limits = { offset, limit: 100, timeout: longPollSeconds, allowed_updates: allowedUpdates };
  return api.getUpdates(limits, toGrammySignal(signal));
}

interface Failure {
  readonly error: unknown;
  readonly said: string;
  /** Milliseconds until the next attempt. */
  readonly pause: number;
}

function explainFailure(error: unknown, failures: number): Failure {
  const growing = Math.min(1000 * 2 ** (failures - 1), longestPause);
  if (!(error instanceof GrammyError))
    return { error, said: '收取消息失败，稍后再试', pause: growing };
  if (error.error_code === 401 || error.error_code === 404) {
    throw new Error('Telegram 不再认识这个 BOT_TOKEN，请到 @BotFather 重新复制令牌后重新启动。', {
      cause: safeError(error),
    });
  }
  if (error.error_code === 409) {
    const said = '另有程序在用同一个 BOT_TOKEN 收消息，请只留一个在运行';
    return { error, said, pause: Math.max(growing, 5000) };
  }
  const asked = (error.parameters.retry_after ?? 0) * 1000;
  return { error, said: '收取消息被 Telegram 拒绝，稍后再试', pause: Math.max(growing, asked) };
}

async function pause(failure: Failure, log: Logger, signal: AbortSignal): Promise<void> {
  log.error({ err: safeError(failure.error), retryAfterMs: failure.pause }, failure.said);
  try {
    await wait(failure.pause, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
