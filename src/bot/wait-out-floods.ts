import { setTimeout as wait } from 'node:timers/promises';
import type { Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import type { Logger } from 'pino';

// A reader waits for an answer this long at most; beyond it they are better told to ask again.
const secondsAllowed = 60;
const attemptsAllowed = 3;
// getUpdates has a loop of its own, and "typing" would come too late.
const impatient: readonly string[] = ['getUpdates', 'sendChatAction', 'answerCallbackQuery'];

/** Does as Telegram says when it asks to wait (429, `retry_after`), within bounds; other refusals pass. */
export function waitOutFloods(log: Logger): Transformer {
  return async (previous, ...call) => {
    const [method, , signal] = call;
    let response = await previous(...call);
    // Whoever brings a signal has a time of their own.
    if (impatient.includes(method) || signal !== undefined) return response;
    let waited = 0;
    for (let attempt = 1; attempt < attemptsAllowed; attempt += 1) {
      const seconds = secondsToWait(response);
      if (seconds === 0 || waited + seconds > secondsAllowed) return response;
      waited += seconds;
      log.warn({ method, seconds }, 'Telegram asks to wait');
      await wait(seconds * 1000, undefined, { ref: false });
      response = await previous(...call);
    }
    return response;
  };
}

function secondsToWait(response: ApiResponse<unknown>): number {
  return response.ok ? 0 : (response.parameters?.retry_after ?? 0);
}
