// Started by ask.ts in a process of its own: `index FOLDER CORPUS` fills an index, `ask FOLDER QUESTIONS STARTED`
// opens it, asks and prints the figures as one line of JSON.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { measureSearcher, quantile, readQuestions, timed } from './figures.ts';

const [task, folder = '', file = '', started = ''] = process.argv.slice(2);
const corpusDir = join(folder, 'corpus');
mkdirSync(corpusDir, { recursive: true });
const config = readConfig(
  { CORPUS_DIR: corpusDir, DATA_DIR: join(folder, 'data') },
  join(folder, 'no.env'),
);
const log = pino({ level: 'error' }, pino.destination(2));

await using app = await openApp(config, log);
if (task === 'index') {
  const { articles, problems } = await app.ingest([file]);
  console.log(JSON.stringify({ articles: articles.added, problems: problems.length }));
} else {
  await app.refreshIndex();
  const readyMs = Date.now() - Number(started);
  const questions = await readQuestions(file);
  const answering: number[] = [];
  for (const { question } of questions) {
    answering.push((await timed(() => app.answerQuestion(question))).ms);
  }
  const residentMb = process.memoryUsage.rss() / 2 ** 20;
  const peakMb = peakMemory();
  const search = await measureSearcher('Chazuo (LanceDB)', questions, async (question) => {
    const { hits } = await app.retrieval.search(question, { limit: 8 });
    return hits.map(({ article }) => article.id);
  });
  const articles = await app.retrieval.countArticles();
  const [p50, p95] = [quantile(answering, 0.5), quantile(answering, 0.95)];
  const figures = { articles, questions: questions.length, readyMs, p50, p95, residentMb, peakMb };
  console.log(JSON.stringify({ ...figures, search }));
}

/** The most memory that was resident at any time, in MiB; only Linux tells. */
function peakMemory(): number | null {
  if (process.platform !== 'linux') return null;
  const [, kib = '0'] = /VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kib) / 1024;
}
