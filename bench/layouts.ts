// How many headlines find their body in layouts nobody wrote by hand: node run.mjs bench/layouts.ts [pages per layout]
// The articles of tests/corpus/pages, dealt out anew to pages that set headlines above, apart from, below or among bodies.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article } from '../src/corpus/article.ts';
import { readTextPage } from '../src/corpus/page/read-text-page.ts';

const articleSchema = z.object({
  title: z.string().nullable(),
  kicker: z.string().nullable(),
  body: z.string(),
  complete: z.boolean(),
  kind: z.string(),
});
type Printed = z.infer<typeof articleSchema> & { readonly title: string };

const folder = join(import.meta.dirname, '../tests/corpus/pages');
const shortestBody = 120;
const pool: readonly Printed[] = readdirSync(folder)
  .filter((name) => name.endsWith('.expected.json'))
  .flatMap((name) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return z.object({ articles: z.array(articleSchema) }).parse(json).articles;
  })
  .flatMap((article) =>
    article.title !== null && article.complete && article.body.length >= shortestBody
      ? [{ ...article, title: article.title }]
      : [],
  );

/** The blocks of a page, in the order they are printed. */
type Layout = (headlines: readonly string[], bodies: readonly string[]) => readonly string[];

const pairs: Layout = (headlines, bodies) =>
  headlines.flatMap((headline, index) => [`${headline}\n${bodies[index] ?? ''}`]);
const layouts: Readonly<Record<string, Layout>> = {
  'above, in order': pairs,
  'at the top, in order': (headlines, bodies) => [...headlines, ...bodies],
  'at the top, shuffled': (headlines, bodies) => [...shuffle(headlines), ...bodies],
  'at the foot, in order': (headlines, bodies) => [...bodies, ...headlines],
  'after their bodies': (headlines, bodies) =>
    bodies.flatMap((body, index) => [body, headlines[index] ?? '']),
  'half at the top': (headlines, bodies) => [
    ...headlines.filter((_, index) => index % 2 === 0),
    ...headlines.flatMap((headline, index) =>
      index % 2 === 0 ? [bodies[index] ?? ''] : [`${headline}\n${bodies[index] ?? ''}`],
    ),
  ],
  'all shuffled': (headlines, bodies) => shuffle([...headlines, ...bodies]),
};

// A generator with a seed: every run deals the same pages (Park and Miller, 1988).
let seed = 20_260_421;
function random(below: number): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
}

function shuffle<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, place: random(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

const ways = ['lead', 'end', 'headline'] as const;
const writerMarks = ['本报记者 ', '□', '●本报记者 '];
const writers = '秦望舒 沈知白 陆晚舟 顾青山 宋惊蛰 许南枝 唐小满 韩仲夏 江暮云'.split(' ');

interface Look {
  readonly isIndented: boolean;
  /** Where an article names its writer: in its first line, at its end, or below its headline. */
  readonly named: (typeof ways)[number];
  /** Before a writer below a headline. */
  readonly mark: string;
  readonly hasKickers: boolean;
  readonly width: number;
}

interface Dealt extends Printed {
  readonly writer: string;
}

function headlineOf({ kicker, title, writer }: Dealt, { named, mark }: Look): string {
  const lines = title.split(' ').join('\n');
  const headline = kicker === null ? lines : `${kicker.replace(/[:：]$/, '')}：\n${lines}`;
  return named === 'headline' ? `${headline}\n${mark}${writer}` : headline;
}

const ownLead =
  /^(?:[\p{Script=Han}\d]{2,16}[讯电])?\s*(?:[（(][^（）()]*(?:记者|通讯员)[^（）()]*[）)]|【[^】]*記者[^】]*】)?/u;

function bodyOf({ body, writer }: Dealt, { isIndented, named, width }: Look): string {
  const lead = named === 'lead' ? `本报讯（记者 ${writer}）` : '';
  const signature = named === 'end' ? `（${writer}）` : '';
  return `${lead}${body.replace(ownLead, '')}${signature}`
    .split('\n')
    .flatMap((paragraph) => wrap(`${isIndented ? '　　' : ''}${paragraph}`, width))
    .join('\n');
}

function wrap(paragraph: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (let from = 0; from < paragraph.length; ) {
    // No line begins with a stop.
    const length = /[。，、；：！？”）]/.test(paragraph.charAt(from + width)) ? width + 1 : width;
    lines.push(paragraph.slice(from, from + length));
    from += length;
  }
  return lines;
}

/** Articles on a page. */
const [fewest, most] = [5, 9];

function dealPage(layout: Layout) {
  const look: Look = {
    isIndented: random(4) > 0,
    named: ways[random(ways.length)] ?? 'lead',
    mark: writerMarks[random(writerMarks.length)] ?? '',
    hasKickers: random(3) === 0,
    width: 14 + random(14),
  };
  const dealt = shuffle(pool.filter(({ kicker }) => look.hasKickers || kicker === null));
  const articles = dealt
    .slice(0, fewest + random(most - fewest + 1))
    .map((article, index) => ({ ...article, writer: writers[index] ?? '' }));
  const headlines = articles.map((article) => headlineOf(article, look));
  const bodies = articles.map((article) => bodyOf(article, look));
  return { text: layout(headlines, bodies).join('\n\n'), articles };
}

const bare = (text: string | null | undefined) => (text ?? '').replace(/\s/gu, '');

/** Which part of it is the kicker or the subtitle is another question. */
function printedHeadline(article: Headline | undefined): string {
  const { kicker, title, subtitle } = article ?? { kicker: null, title: null };
  return bare(`${kicker ?? ''}${title ?? ''}${subtitle ?? ''}`).replace(/[:：]/gu, '');
}

type Headline = Pick<Article, 'kicker' | 'title'> & Partial<Pick<Article, 'subtitle'>>;

function articleWith({ body }: Printed, found: readonly Article[]): Article | undefined {
  // The middle of a body stands in one article only.
  const middle = bare(body).slice(40, 60);
  return found.find((article) => bare(article.body).includes(middle));
}

const count = Number(process.argv[2] ?? 40);
for (const [name, layout] of Object.entries(layouts)) {
  let [printed, bodies, headlines, people] = [0, 0, 0, 0];
  for (let number = 0; number < count; number += 1) {
    const { text, articles } = dealPage(layout);
    const context = { file: name, source: {}, idAt: (line: number | null) => `${line}` };
    const page = readTextPage(text, context);
    for (const article of articles) {
      const found = articleWith(article, page.articles);
      const [wanted, got] = [bare(article.body).length, bare(found?.body).length];
      printed += 1;
      if (Math.abs(wanted - got) <= 0.05 * wanted + 20) bodies += 1;
      if (printedHeadline(found) === printedHeadline(article)) headlines += 1;
      if (found?.reporters.join() === article.writer) people += 1;
    }
  }
  const share = (part: number) => `${((part / printed) * 100).toFixed(1)} %`;
  const shares = { bodies: share(bodies), headlines: share(headlines), people: share(people) };
  console.log(JSON.stringify({ layout: name, printed, ...shares }));
}
