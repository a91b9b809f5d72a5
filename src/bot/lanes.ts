/** Runs tasks one after another within a lane, and lanes side by side: a slow chat holds up no other. */
interface Lanes {
  /** The task must not reject. */
  add(lane: string, task: () => Promise<void>): void;
  /** Runs a task at once, past all lanes. It must not reject. */
  rush(task: () => Promise<void>): void;
  /** Begins no further task and waits for those that run. */
  close(): Promise<void>;
}

// So many at once: more would only wait for Telegram, which takes 30 messages a second, and a crash would hit them all.
const lanesAtOnce = 48;

export function createLanes(atOnce = lanesAtOnce): Lanes {
  const ends = new Map<string, Promise<void>>();
  const rushed = new Set<Promise<void>>();
  const gate = createGate(atOnce);
  let closed = false;
  const run = async (task: () => Promise<void>) => {
    await gate.enter();
    try {
      if (!closed) await task();
    } finally {
      gate.leave();
    }
  };
  return {
    add(lane, task) {
      const end = (ends.get(lane) ?? Promise.resolve()).then(async () => {
        await run(task);
        if (ends.get(lane) === end) ends.delete(lane);
      });
      ends.set(lane, end);
    },
    rush(task) {
      if (closed) return;
      const end = task().finally(() => rushed.delete(end));
      rushed.add(end);
    },
    async close() {
      closed = true;
      await Promise.all([...ends.values(), ...rushed]);
    },
  };
}

/** Lets so many in at once, in the order they came. */
function createGate(places: number) {
  let free = places;
  const waiting: (() => void)[] = [];
  return {
    async enter(): Promise<void> {
      if (free > 0) {
        free -= 1;
        return;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave(): void {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
