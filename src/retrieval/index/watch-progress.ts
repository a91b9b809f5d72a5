/** A piece of work inside LanceDB that has come to a standstill. */
export class NoProgressError extends Error {
  override readonly name = 'NoProgressError';
}

interface Watch {
  /** What is being done, for the error. */
  readonly work: string;
  /** Milliseconds without progress after which it is given up. */
  readonly patience?: number;
  /** Processor time used by this process so far, in microseconds. */
  readonly used?: () => number;
}

const defaultPatience = 60_000;
// Less than this in one span of patience is a process that only waits.
const idleMicroseconds = 500_000;

/**
 * Waits for a build that may hang for ever without using the processor (lancedb#3568). Throws NoProgressError when it
 * has neither ended nor used any for 60 s.
 */
export async function watchProgress<T>(build: Promise<T>, watch: Watch): Promise<T> {
  const { work, patience = defaultPatience, used = processorTime } = watch;
  const { promise: standstill, reject } = Promise.withResolvers<never>();
  let before = used();
  const timer = setInterval(() => {
    const now = used();
    if (now - before < idleMicroseconds)
      reject(new NoProgressError(standstillMessage(work, patience)));
    before = now;
  }, patience);
  try {
    return await Promise.race([build, standstill]);
  } finally {
    clearInterval(timer);
  }
}

function standstillMessage(work: string, patience: number): string {
  return `${work}：${Math.round(patience / 1000)} 秒没有进展，已停止等待。请重新启动；若仍如此，把环境变量 LANCE_CPU_THREADS 设为 8 再试。`;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
