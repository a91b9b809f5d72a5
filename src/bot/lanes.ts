/** Runs tasks one after another within a lane, and lanes side by side: a slow chat holds up no other. */
export interface Lanes {
  /** The task must not reject. */
  add(lane: string, task: () => Promise<void>): void;
  /** Begins no further task and waits for those that run. */
  close(): Promise<void>;
}

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<void>>();
  let closed = false;
  return {
    add(lane, task) {
      const end = (ends.get(lane) ?? Promise.resolve()).then(async () => {
        if (!closed) await task();
        if (ends.get(lane) === end) ends.delete(lane);
      });
      ends.set(lane, end);
    },
    async close() {
      closed = true;
      await Promise.all(ends.values());
    },
  };
}
