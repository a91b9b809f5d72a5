import { foldText } from '../../corpus/fold-text.ts';
import type { Vocabulary, VocabularyEntry } from '../../corpus/vocabulary.ts';
import type { AppliedFilter } from '../applied-filter.ts';

/** What a word in a request like 「只看农村的」 narrows a search to. */
export interface FilterWord {
  readonly kind: 'orgTypes' | 'places' | 'themes';
  /** Any of these values. */
  readonly values: readonly string[];
  readonly label: string;
}

type FilterWords = ReadonlyMap<string, FilterWord>;

/** The words of the vocabulary by which a reader narrows a question, folded. One word means one thing: places go first. */
export function filterWords({ places, orgTypes, themes }: Vocabulary): FilterWords {
  const words = new Map<string, FilterWord>();
  const add = (word: string, meaning: FilterWord) => {
    const folded = foldText(word);
    if (!words.has(folded)) words.set(folded, meaning);
  };
  for (const place of places) {
    const label = place.name;
    const values = withinPlace(place, places);
    for (const word of namesOf(place)) add(word, { kind: 'places', values, label });
  }
  for (const { name } of orgTypes) add(name, sayingOf(name, orgTypes));
  for (const saying of orgTypes.flatMap(({ sayings }) => sayings))
    add(saying, sayingOf(saying, orgTypes));
  for (const { name, sayings } of themes) {
    const meaning: FilterWord = { kind: 'themes', values: [name], label: name };
    for (const word of [name, ...sayings, name.replace(/(?:服务|工作)$/u, '')]) add(word, meaning);
  }
  return words;
}

/** 「农村」 stands for 村 and 乡镇 alike, and is shown as it was said. */
function sayingOf(word: string, orgTypes: readonly VocabularyEntry[]): FilterWord {
  const values = orgTypes
    .filter(({ name, sayings }) => name === word || sayings.includes(word))
    .map(({ name }) => name);
  return { kind: 'orgTypes', values, label: word };
}

/** A place with all that lies in it, under every name they have: articles may state the narrower one alone. */
function withinPlace(place: VocabularyEntry, places: readonly VocabularyEntry[]) {
  const all = new Set([place]);
  // A set grows while it is walked.
  for (const outer of all) for (const one of places) if (one.within === outer.name) all.add(one);
  return [...all].flatMap(namesOf);
}

function namesOf({ name, words }: VocabularyEntry): readonly string[] {
  return [name, ...words];
}

/** One condition for words of one kind. */
export function joinFilterWords(words: readonly FilterWord[]): readonly AppliedFilter[] {
  const kinds = new Set(words.map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    const same = words.filter((word) => word.kind === kind);
    const values = [...new Set(same.flatMap((word) => word.values))];
    const label = [...new Set(same.map((word) => word.label))].join('、');
    return { kind, label, filters: { [kind]: values } };
  });
}
