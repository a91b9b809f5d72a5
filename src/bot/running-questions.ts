import type { Place } from '../exchange/answers.ts';

/** The questions being answered just now, so that their readers can stop them. */
export interface RunningQuestions {
  /** Runs `work` with a signal that `cancel` aborts. */
  run<T>(place: Place, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Whether there was a question to stop. */
  cancel(place: Place): boolean;
  /** The program ends: their readers get the answer after the next start. */
  interruptAll(): void;
}

/** Why a question was interrupted when its reader did not ask for it. */
export class BotStopping extends Error {
  override name = 'BotStopping';
}

export function createRunningQuestions(): RunningQuestions {
  const running = new Map<string, AbortController>();
  return {
    async run(place, work) {
      const controller = new AbortController();
      running.set(keyOf(place), controller);
      try {
        return await work(controller.signal);
      } finally {
        running.delete(keyOf(place));
      }
    },
    cancel(place) {
      const controller = running.get(keyOf(place));
      controller?.abort();
      return controller !== undefined;
    },
    interruptAll() {
      const reason = new BotStopping('The bot is stopping: the question waits for the next start');
      for (const controller of running.values()) controller.abort(reason);
    },
  };
}

function keyOf({ chatId, readerId }: Place): string {
  return `${chatId}:${readerId}`;
}
