// How fast text pages become articles and are indexed: node run.mjs bench/parse.ts [pages]
// The pages are the invented ones of tests/corpus/pages, their running text drawn out to 8,000 characters.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { findKeyFigures } from '../src/corpus/page/key-figures.ts';
import { findOrganisations } from '../src/corpus/page/organisations.ts';
import { readTextPage } from '../src/corpus/page/read-text-page.ts';
import { classifyArticle, loadVocabulary } from '../src/corpus/vocabulary.ts';
import { createStaticEmbedder } from '../src/retrieval/meaning/static-embedder.ts';
import { openWordVectors } from '../src/retrieval/meaning/word-vectors.ts';
import { openRetrieval, type Retrieval } from '../src/retrieval/retrieval.ts';
import { indexedText, splitArticle } from '../src/retrieval/split-passages.ts';
import { indexTokens } from '../src/retrieval/tokenize.ts';

const characters = 8000;
const folder = join(import.meta.dirname, '../tests/corpus/pages');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Page `number` of a run: one layout with its running text drawn out, and other figures than its neighbours. */
function makePage(number: number): string {
  const source = sources[number % sources.length] ?? '';
  const lines = source.split('\n');
  const isRunning = (line: string) => /[，。]/.test(line) && line.length > 8;
  const running = lines.filter((line) => isRunning(line)).join('').length;
  const times = Math.ceil((characters - source.length) / running) + 1;
  const drawn = lines.flatMap((line) =>
    isRunning(line) ? Array.from({ length: times }, () => line) : [line],
  );
  let figures = number;
  return (
    drawn
      .join('\n')
      .slice(0, characters)
      // An article is known by its content: no two pages may say the same.
      .replaceAll('。\n', `，这是第${number}回。\n`)
      .replace(/\d{2,4}(?=[名个户人])/g, (digits) => {
        figures += 1;
        return String(Number(digits) + figures);
      })
  );
}

const count = Number(process.argv[2] ?? 1000);
const vocabulary = await loadVocabulary(join(import.meta.dirname, '../corpus/vocabulary.yaml'));
const pages = Array.from({ length: count }, (_, number) => makePage(number));
for (const page of pages.slice(0, 20)) read(page, 'warm-up');

const cpuBefore = process.cpuUsage();
let splitting = 0;
let describing = 0;
let articles = 0;
let peak = 0;
for (const [number, page] of pages.entries()) {
  const started = performance.now();
  const split = read(page, `page-${number}`);
  const between = performance.now();
  for (const article of split.articles) {
    const described = {
      ...article,
      organisations: findOrganisations(article),
      keyFigures: findKeyFigures(article.body),
    };
    classifyArticle(described, vocabulary);
  }
  splitting += between - started;
  describing += performance.now() - between;
  articles += split.articles.length;
  peak = Math.max(peak, process.memoryUsage.rss());
}

function read(page: string, file: string) {
  return readTextPage(page, { file, source: {}, idAt: (line) => `${file}#${line}` });
}

const total = splitting + describing;
const { user, system } = process.cpuUsage(cpuBefore);
const cpuSeconds = (user + system) / 1e6;
console.log(
  JSON.stringify({
    pages: count,
    characters,
    articles,
    pagesPerSecond: Math.round((count / total) * 1000),
    // Of one core, which others that use the machine at the same time do not slow down.
    pagesPerCpuSecond: Math.round(count / cpuSeconds),
    splitting: `${Math.round((splitting / total) * 100)} %`,
    metadata: `${Math.round((describing / total) * 100)} %`,
    peakMegabytes: Math.round(peak / 1024 / 1024),
  }),
);
console.log(JSON.stringify(await indexAll()));

/** The same pages from files into an index, end to end. */
async function indexAll() {
  const place = mkdtempSync(join(tmpdir(), 'chazuo-bench-'));
  try {
    const folder = join(place, 'pages');
    mkdirSync(folder);
    for (const [number, page] of pages.entries()) {
      writeFileSync(join(folder, `page-${number}.txt`), page);
    }
    const wordVectors = await openWordVectors({
      words: join(import.meta.dirname, '../corpus/words.tsv'),
      vectors: join(import.meta.dirname, '../corpus/word-vectors.i8'),
    });
    await using retrieval = await openRetrieval({
      indexUri: join(place, 'index'),
      embedder: createStaticEmbedder(wordVectors),
      vocabulary,
      wordVectors,
      log: pino({ level: 'silent' }),
    });
    const started = performance.now();
    const report = await retrieval.ingest([folder]);
    const whole = performance.now() - started;
    const passages = await timePassages(retrieval);
    const share = (part: number) => `${Math.round((part / whole) * 100)} %`;
    return {
      indexed: report.articles.added,
      pagesPerSecond: Math.round((count / whole) * 1000),
      splitting: share(total),
      passages: share(passages),
      indexWrites: share(whole - total - passages),
      megabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    };
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** Milliseconds for cutting all articles into passages and those into words. */
async function timePassages(retrieval: Retrieval): Promise<number> {
  const stored = await retrieval.listArticles();
  const started = performance.now();
  for (const article of stored) {
    for (const passage of splitArticle(article)) indexTokens(indexedText(article, passage));
  }
  return performance.now() - started;
}
