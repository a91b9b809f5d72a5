// How fast text pages become articles: node run.mjs bench/parse.ts [pages]
// The pages are the invented ones of tests/corpus/pages, their running text drawn out to 8,000 characters.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findKeyFigures } from '../src/corpus/key-figures.ts';
import { findOrganisations } from '../src/corpus/organisations.ts';
import { readTextPage } from '../src/corpus/read-text-page.ts';
import { classifyArticle, loadVocabulary } from '../src/corpus/vocabulary.ts';

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
  return drawn
    .join('\n')
    .slice(0, characters)
    .replace(/\d{2,4}(?=[名个户人])/g, (digits) => {
      figures += 1;
      return String(Number(digits) + figures);
    });
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
