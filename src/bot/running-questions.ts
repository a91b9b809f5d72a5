import type { Place } from '../exchange/answers.ts';

/** The questions being answered just now, so that their readers can stop them. */
export interface RunningQuestions {
  /** Runs `work` with a signal that `cancel` aborts. */
  run<T>(place: Place, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Whether there was a question to stop. */
  cancel(place: Place): boolean;
  cancelAll(): void;
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
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}

function keyOf({ chatId, readerId }: Place): string {
  return `${chatId}:${readerId}`;
}
