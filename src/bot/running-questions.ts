import { randomBytes } from 'node:crypto';
import type { Place } from '../exchange/answers.ts';

/** A question that is being answered just now. */
export interface RunningQuestion {
  /** 12 characters of `A-Za-z0-9_-`. */
  readonly id: string;
  /** Aborted when the question is given up. */
  readonly signal: AbortSignal;
  /** Aborted when its reader wants no more of the answer than there is. */
  readonly stop: AbortSignal;
}

/** The questions being answered just now, so that their readers can stop them. */
export interface RunningQuestions {
  run<T>(place: Place, work: (running: RunningQuestion) => Promise<T>): Promise<T>;
  /** Gives a question up; whether there was one. */
  cancel(place: Place): boolean;
  /** Gives all questions of a reader up, in whatever chat. */
  cancelAllOf(readerId: number): void;
  /** Ends the writing of an answer: what there is of it is kept. Whether the question was running, and theirs. */
  stopWriting(id: string, place: Place): 'stopped' | 'other-reader' | 'not-running';
  /** The program ends: their readers get the answer after the next start. */
  interruptAll(): void;
}

/** Why a question was interrupted when its reader did not ask for it. */
export class BotStopping extends Error {
  override name = 'BotStopping';
}

export function createRunningQuestions(): RunningQuestions {
  const running = new Map<string, Controls>();
  return {
    async run(place, work) {
      const question = makeControls(place);
      running.set(keyOf(place), question);
      try {
        const { id, give, stop } = question;
        return await work({ id, signal: give.signal, stop: stop.signal });
      } finally {
        running.delete(keyOf(place));
      }
    },
    cancel(place) {
      const question = running.get(keyOf(place));
      question?.give.abort();
      return question !== undefined;
    },
    cancelAllOf(readerId) {
      for (const { place, give } of running.values()) {
        if (place.readerId === readerId) give.abort();
      }
    },
    stopWriting(id, place) {
      const question = running.values().find((one) => one.id === id);
      if (question === undefined) return 'not-running';
      const { chatId, readerId } = question.place;
      // 0 stands for an anonymous admin: whoever of the chat may press their buttons.
      const isTheirs = chatId === place.chatId && [0, place.readerId].includes(readerId);
      if (!isTheirs) return 'other-reader';
      question.stop.abort();
      return 'stopped';
    },
    interruptAll() {
      const reason = new BotStopping('The bot is stopping: the question waits for the next start');
      for (const { give } of running.values()) give.abort(reason);
    },
  };
}

interface Controls {
  readonly id: string;
  readonly place: Place;
  readonly give: AbortController;
  readonly stop: AbortController;
}

function makeControls(place: Place): Controls {
  const id = randomBytes(9).toString('base64url');
  return { id, place, give: new AbortController(), stop: new AbortController() };
}

function keyOf({ chatId, readerId }: Place): string {
  return `${chatId}:${readerId}`;
}
