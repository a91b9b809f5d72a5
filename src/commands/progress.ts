import { SingleBar } from 'cli-progress';
import type { Logger } from 'pino';
import type { IngestProgress } from '../retrieval/index/ingest-articles.ts';

interface ProgressDisplay extends Disposable {
  readonly show: (progress: IngestProgress) => void;
}

const logEveryMs = 3000;
const mebibyte = 1024 * 1024;

/** A bar with rate and time left on a terminal, else a log line every few seconds. */
export function showProgress(log: Logger): ProgressDisplay {
  return process.stderr.isTTY ? progressBar() : progressLines(log);
}

function progressBar(): ProgressDisplay {
  const bar = new SingleBar({
    format:
      '入库 {bar} {percentage}% | {megabytes} MB | {articles} 篇 | 每秒 {rate} 篇 | 还需 {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
  });
  const started = performance.now();
  let isShown = false;
  return {
    show({ bytesDone, bytesTotal, articles }) {
      if (!isShown) bar.start(bytesTotal, 0, { articles: 0, rate: 0, megabytes: '0' });
      isShown = true;
      const rate = Math.round(articles / ((performance.now() - started) / 1000));
      bar.update(bytesDone, { articles, rate, megabytes: (bytesTotal / mebibyte).toFixed(1) });
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}

function progressLines(log: Logger): ProgressDisplay {
  const started = performance.now();
  let lastLine = started;
  return {
    show({ bytesDone, bytesTotal, articles }) {
      const now = performance.now();
      if (now - lastLine < logEveryMs) return;
      lastLine = now;
      const seconds = (now - started) / 1000;
      const rate = Math.round(articles / seconds);
      const secondsLeft = Math.round((seconds * (bytesTotal - bytesDone)) / Math.max(bytesDone, 1));
      log.info({ articles, rate, secondsLeft }, 'indexing');
    },
    [Symbol.dispose]: () => undefined,
  };
}
