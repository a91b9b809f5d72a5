import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Article } from './article.ts';
import { foldText } from './fold-text.ts';
import { expressions, splitVocabulary } from './thesaurus.ts';
import { createWordFinder, type WordFinder } from './word-finder.ts';

const entrySchema = z.object({
  name: z.string().min(1),
  /** The words that show it in a text; the name itself need not be among them. */
  words: expressions,
  /** The entry of the same section that it lies in: 回民区 within 呼和浩特市. */
  within: z.string().min(1).optional(),
  /** How people say it in everyday talk, for questions. */
  sayings: expressions,
});

const vocabularySchema = z.object({
  themes: z.array(entrySchema).readonly().default([]),
  orgTypes: z.array(entrySchema).readonly().default([]),
  places: z.array(entrySchema).readonly().default([]),
});

export type VocabularyEntry = Readonly<z.infer<typeof entrySchema>>;
export type Vocabulary = Readonly<z.infer<typeof vocabularySchema>>;

/**
 * Reads the vocabulary: themes, organisation types and places with the words that show them; its concepts
 * are read by thesaurus.ts. Keys it does not know are left alone. Throws an Error naming the file when it is missing or malformed.
 */
export async function loadVocabulary(file: string): Promise<Vocabulary> {
  try {
    // The failsafe schema keeps every scalar a string: a hotline named 12345 is a word, too.
    const { rest } = splitVocabulary(await readFile(file, 'utf8'));
    return vocabularySchema.parse(parse(rest, { schema: 'failsafe' }));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`词表 ${file} 读不出来，请检查文件是否存在、格式是否正确：${reason}`, {
      cause,
    });
  }
}

interface Field {
  readonly text: string;
  /** What one occurrence in this field counts. */
  readonly weight: number;
}

interface Bar {
  /** At most so many names. */
  readonly limit: number;
  /** A name needs at least this score, */
  readonly floor: number;
  /** and at least this share of the best name's score. */
  readonly share: number;
}

// One word in the kicker or title is enough; in the body it takes three occurrences, or two at its opening.
const themeBar: Bar = { limit: 5, floor: 3, share: 0.34 };
const orgTypeBar: Bar = { limit: 2, floor: 3, share: 0.5 };
const placeBar: Bar = { limit: 6, floor: 2, share: 0 };

const openingLength = 120;
/** Occurrences of one word beyond these add nothing: one long article is not about everything it repeats. */
const countedOccurrences = 3;

/**
 * Fills themes, orgTypes and places where the file states none, from the words of the vocabulary.
 * A place brings those it lies in with it.
 */
export function classifyArticle(article: Article, vocabulary: Vocabulary): Article {
  if (article.themes.length > 0 && article.orgTypes.length > 0 && article.places.length > 0) {
    return article;
  }
  const head = foldText([article.kicker, article.title, article.subtitle].join('\n'));
  const organisations = foldText(article.organisations.join('\n'));
  const body = foldText(article.body);
  const opening: Field = { text: body.slice(0, openingLength), weight: 2 };
  const rest: Field = { text: body.slice(openingLength), weight: 1 };
  const strong: readonly Field[] = [
    { text: head, weight: 4 },
    { text: organisations, weight: 4 },
  ];
  const ranked = (entries: readonly VocabularyEntry[], fields: readonly Field[], bar: Bar) =>
    rankNames(finderOf(entries), fields, bar);
  return {
    ...article,
    themes: stated(article.themes, () =>
      ranked(vocabulary.themes, [...strong, opening, rest], themeBar),
    ),
    orgTypes: stated(article.orgTypes, () => {
      const named = ranked(vocabulary.orgTypes, strong, orgTypeBar);
      return named.length > 0 ? named : ranked(vocabulary.orgTypes, [opening, rest], orgTypeBar);
    }),
    places: stated(article.places, () =>
      withOuterPlaces(ranked(vocabulary.places, [...strong, opening, rest], placeBar), vocabulary),
    ),
  };
}

function stated(names: readonly string[], find: () => readonly string[]): readonly string[] {
  return names.length > 0 ? names : find();
}

// Derived from the entries alone, so that a thousand articles share one.
const finders = new WeakMap<readonly VocabularyEntry[], WordFinder>();

function finderOf(entries: readonly VocabularyEntry[]): WordFinder {
  const known = finders.get(entries);
  if (known !== undefined) return known;
  const finder = createWordFinder(
    entries.flatMap(({ name, words }) =>
      [name, ...words].map((word) => [foldText(word), name] as const),
    ),
  );
  finders.set(entries, finder);
  return finder;
}

function rankNames(find: WordFinder, fields: readonly Field[], bar: Bar): readonly string[] {
  const scores = new Map<string, number>();
  for (const { text, weight } of fields) {
    const counts = new Map<string, number>();
    for (const { word, names } of find(text)) {
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      if (count > countedOccurrences) continue;
      for (const name of names) scores.set(name, (scores.get(name) ?? 0) + weight);
    }
  }
  const best = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score >= bar.floor && score >= best * bar.share)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, bar.limit)
    .map(([name]) => name);
}

function withOuterPlaces(names: readonly string[], { places }: Vocabulary): readonly string[] {
  const outer = new Map(places.map(({ name, within }) => [name, within]));
  const all = new Set(names);
  // A set grows while it is walked, so that the outer places of outer places come, too.
  for (const name of all) {
    const place = outer.get(name);
    if (place !== undefined) all.add(place);
  }
  return [...all];
}
