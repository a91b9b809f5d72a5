// Learns what kickers, titles and subtitles look like: node run.mjs bench/train-decks.ts [--misses] [--write]
// Tells how many headlines of each author are split right by what those of the others teach, and how many of those held
// back by what all the rest teaches; all are invented, by two authors and for tests/corpus/pages. --write puts what was
// learned into src/corpus/page/headlines/deck-weights.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  type Habits,
  type ReadDeck,
  readDeck,
  readFeatures,
} from '../src/corpus/page/headlines/deck-features.ts';
import { noHabits, readHabits, toChances } from '../src/corpus/page/headlines/split-decks.ts';
import { learnWeights, scoreAll, type Weights } from './learn-weights.ts';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});

const labelledSchema = z.object({
  author: z.string(),
  page: z.string(),
  lines: z.array(z.string()),
  roles: z.array(z.enum(['kicker', 'title', 'subtitle'])),
  held: z.boolean().default(false),
});
type Labelled = z.infer<typeof labelledSchema>;

interface Example {
  readonly label: Labelled;
  readonly deck: ReadDeck;
  /** Place of the right split among the deck's, -1 when it is none of them. */
  readonly right: number;
}

interface Tabled extends Example {
  /** The features of each split, by name. */
  readonly table: readonly ReadonlyMap<string, number>[];
}

const tables = [
  ['shape', 'Of a headline without a fixed kicker, and below one.'],
  ['line', 'A line as kicker, as title, as subtitle.'],
  ['pair', 'Two lines as kicker, kicker and title, title, title and subtitle, subtitle.'],
  ['page', 'The part, the more of the other headlines of the page have it.'],
] as const;

const examples = readFileSync(
  positionals[0] ?? join(root, 'tests/corpus/page/headlines/decks.jsonl'),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => toExample(labelledSchema.parse(JSON.parse(line))));
const taught = examples.filter(({ label }) => !label.held);
const authors = new Set(taught.map(({ label }) => label.author));

for (const author of authors) {
  const own = taught.filter(({ label }) => label.author === author);
  const others = taught.filter(({ label }) => label.author !== author);
  report(`by ${author}, learned from the others`, own, train(others));
}
const all = train(taught);
report('learned from', taught, all);
const held = examples.filter(({ label }) => label.held);
if (held.length > 0) report('held back', held, all);
if (values.write) writeTable(all);

function toExample(label: Labelled): Example {
  const { lines, roles } = label;
  const colon = lines.slice(0, -1).findLastIndex((line) => /[:：]$|——$/u.test(line));
  const dash = lines.findIndex((line, index) => index > 0 && /^[—–-]{1,2}/u.test(line));
  const subtitles = dash < 0 ? 0 : lines.length - dash;
  const deck = readDeck({ lines, kickers: colon + 1, subtitles });
  const count = (role: string) => roles.filter((one) => one === role).length;
  const right = deck.splits.findIndex(
    ({ kickers, titles }) => kickers === count('kicker') && titles === count('title'),
  );
  return { label, deck, right };
}

function tabulate(example: Example, habits: Habits): Tabled {
  const { deck } = example;
  const table = deck.splits.map((split) => {
    const features = new Map<string, number>();
    readFeatures({ deck, split, habits }, (feature, value) => {
      const name = feature.join('\t');
      features.set(name, (features.get(name) ?? 0) + value);
    });
    return features;
  });
  return { ...example, table };
}

/** What the other headlines of a page are made of is read with the weights so far. */
function train(some: readonly Example[]): Weights {
  const weights: Weights = new Map();
  const known = some.filter(({ right }) => right >= 0);
  const alone = known.map((example) => tabulate(example, noHabits));
  learnWeights(alone, weights, 400);
  for (let round = 0; round < 3; round += 1) learnWeights(onPages(known, weights), weights, 130);
  return weights;
}

function onPages(some: readonly Example[], weights: Weights): readonly Tabled[] {
  const pages = Map.groupBy(some, ({ label }) => `${label.author} ${label.page}`);
  return [...pages.values()].flatMap((page) => {
    const chances = page.map((example) =>
      toChances(scoreAll(tabulate(example, noHabits).table, weights)),
    );
    const habits = readHabits(
      page.map(({ deck }) => deck),
      chances,
    );
    return page.map((example, index) => tabulate(example, habits[index] ?? noHabits));
  });
}

function report(what: string, some: readonly Example[], weights: Weights): void {
  const rated = onPages(some, weights).map((example) => ({
    ...example,
    scores: scoreAll(example.table, weights),
  }));
  const wrong = rated.filter(({ scores, right }) => scores.indexOf(Math.max(...scores)) !== right);
  const share = (of: number) => `${(((of - wrong.length) / of) * 100).toFixed(1)} %`;
  const open = some.filter(({ deck }) => deck.splits.length > 1).length;
  const figures = { headlines: some.length, right: share(some.length), open, ofThese: share(open) };
  console.log(JSON.stringify({ what, ...figures }));
  if (!values.misses) return;
  for (const { label, deck, scores } of wrong) {
    const got = deck.splits[scores.indexOf(Math.max(...scores))];
    console.log(
      `  ${label.lines.join(' / ')}: ${label.roles.join(' ')}, not ${JSON.stringify(got)}`,
    );
  }
}

function writeTable(weights: Weights): void {
  const rows = new Map<string, number[]>();
  for (const [name, weight] of weights) {
    const [table, row, at] = name.split('\t');
    const key = `${table}\t${row}`;
    const places = rows.get(key) ?? [];
    places[Number(at)] = weight;
    rows.set(key, places);
  }
  const written = tables.map(([table, what]) => {
    const own = [...rows].filter(([key]) => key.startsWith(`${table}\t`));
    const lines = own.map(([key, places]) => {
      const numbers = Array.from(places, (weight) => Number((weight ?? 0).toFixed(2)));
      return `    '${key.split('\t')[1]}': [${numbers.join(', ')}],`;
    });
    return `  /** ${what} */\n  ${table}: {\n${lines.join('\n')}\n  },`;
  });
  writeFileSync(
    join(root, 'src/corpus/page/headlines/deck-weights.ts'),
    `/** What speaks for and against a way to split a headline; learned by bench/train-decks.ts, not by hand. */
export const deckWeights: Readonly<Record<'shape' | 'line' | 'pair' | 'page', Rows>> = {
${written.join('\n')}
};

type Rows = Readonly<Record<string, readonly number[]>>;
`,
  );
}
