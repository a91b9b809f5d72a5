import type { Context } from 'grammy';
import type { Logger } from 'pino';
import { safeError } from './safe-error.ts';

// Telegram shows "typing" for five seconds or until a message comes.
const shownFor = 4500;

/** Shows "typing" in the chat while `work` goes on; that it could not be shown is no reason to stop. */
export async function showTyping<T>(ctx: Context, log: Logger, work: Promise<T>): Promise<T> {
  const show = async () => {
    try {
      await ctx.replyWithChatAction('typing');
    } catch (error) {
      log.debug({ err: safeError(error) }, 'typing was not shown');
    }
  };
  let shown = show();
  const timer = setInterval(() => {
    shown = show();
  }, shownFor);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    // A "typing" that came after the answer would stand there for five seconds.
    await shown;
  }
}
