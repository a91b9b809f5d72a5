import type { Changes } from '../changes.ts';

/** A bot that ended a poll in order is back soon, after it worked on what it got; one that vanished is gone. */
const workingMs = 30_000;
const vanishedMs = 2000;

interface BotRequest {
  /** The method in lower case. */
  readonly name: string;
  readonly gone: AbortSignal;
}

/** Knows whether a bot is connected: it waits for updates now, or called a moment ago. */
export function createPresence(changes: Changes) {
  let connected = false;
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = (now: boolean): void => {
    if (connected === now) return;
    connected = now;
    changes.publish({ kind: 'bot', connected });
  };
  const expectUntil = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => tell(waiting > 0), milliseconds).unref();
  };
  return {
    isConnected: () => connected,
    /** Runs one request of the bot. */
    async during<Result>(
      { name, gone }: BotRequest,
      work: () => Result | Promise<Result>,
    ): Promise<Result> {
      const polls = name === 'getupdates';
      if (polls) waiting += 1;
      if (polls || connected) tell(true);
      try {
        return await work();
      } finally {
        if (polls) waiting -= 1;
        expectUntil(gone.aborted ? vanishedMs : workingMs);
      }
    },
    stop: () => clearTimeout(timer),
  };
}

export type Presence = ReturnType<typeof createPresence>;
