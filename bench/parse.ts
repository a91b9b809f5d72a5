// How fast text pages become articles: node run.mjs bench/parse.ts [pages]
// The pages are made of the invented ones in tests/corpus/pages, each repeated to 8,000 characters.
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

/** Page `number` of a run: one layout repeated to its length, with other figures than its neighbours. */
function makePage(number: number): string {
  const source = sources[number % sources.length] ?? '';
  let text = '';
  while (text.length < characters) text += `${source}\n\n`;
  let figures = number;
  return text.slice(0, characters).replace(/\d{2,4}(?=[名个户人])/g, (digits) => {
    figures += 1;
    return String(Number(digits) + figures);
  });
}

const count = Number(process.argv[2] ?? 1000);
const vocabulary = await loadVocabulary(join(import.meta.dirname, '../corpus/vocabulary.yaml'));
const pages = Array.from({ length: count }, (_, number) => makePage(number));
for (const page of pages.slice(0, 20)) read(page, 'warm-up');

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
console.log(
  JSON.stringify({
    pages: count,
    characters,
    articles,
    pagesPerSecond: Math.round((count / total) * 1000),
    splitting: `${Math.round((splitting / total) * 100)} %`,
    metadata: `${Math.round((describing / total) * 100)} %`,
    peakMegabytes: Math.round(peak / 1024 / 1024),
  }),
);
