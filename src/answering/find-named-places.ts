import { segmentWords } from '../retrieval/tokenize.ts';
import { namesNothing, namingSuffixes, placeSuffixes, weakSuffixes } from './naming-words.ts';

/** A place or organisation as a text names it: what makes it particular, then what it is. */
export interface NamedPlace {
  readonly name: string;
  readonly suffix: string;
  readonly isPlace: boolean;
  /** The suffix ends many plain words too: it is a name only where the source has another of its kind. */
  readonly isWeak: boolean;
  /** One word of the language, not a name before a kind. */
  readonly isWord: boolean;
}

const suffixes = [...namingSuffixes, ...weakSuffixes].toSorted((a, b) => b.length - a.length);
const weak = new Set(weakSuffixes);
const places = new Set(placeSuffixes);

/** Finds what a folded text names by a proper part and a kind: 「红柳」+「社区」, 「新城」+「区」. */
export function findNamedPlaces(text: string): readonly NamedPlace[] {
  return text
    .split(/[^\p{Script=Han}\d]+/u)
    .filter((run) => run !== '')
    .flatMap((run) => {
      const words = segmentWords(run);
      return words.flatMap((_, at) => placeAt(words, at) ?? []);
    });
}

function placeAt(words: readonly string[], at: number): NamedPlace | undefined {
  const word = words[at] ?? '';
  const suffix = suffixes.find((one) => word.endsWith(one));
  if (suffix === undefined) return undefined;
  const inner = word.slice(0, word.length - suffix.length);
  const proper = inner.length >= 2 ? inner : properBefore(words, at, inner);
  if (proper === undefined) return undefined;
  const name = `${prefixBefore(words, at, proper + suffix)}${proper}${suffix}`;
  return {
    name,
    suffix,
    isPlace: places.has(suffix),
    isWeak: weak.has(suffix),
    isWord: inner.length >= 2,
  };
}

/** The proper part before a suffix that stands alone: one word, two single characters, or a number. */
function properBefore(words: readonly string[], at: number, inner: string): string | undefined {
  // A word such as 「道路」 or 「小区」 is no name.
  if (inner.length === 1) return undefined;
  const word = words[at - 1] ?? '';
  const previous = words[at - 2] ?? '';
  if (numbered.test(word) && /[队厂厅]$|公司$|小学$|中学$|医院$/u.test(words[at] ?? ''))
    return word;
  const isJoined = word.length === 1 && previous.length === 1 && !grammar.test(previous);
  if (isJoined && (direction.test(word) || !namesNothing.test(word))) return previous + word;
  if (word.length < 2 || namesNothing.test(word)) return undefined;
  return word;
}

const numbered = /^(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})$/u;
const direction = /^[东西南北中大小新老]$/u;
const grammar = /^[的在到和与及由从向为对把被让给请是有了着过等个各该本这那每]$/u;

/** 「东」 of 「东茶坊社区」 belongs to the name, though the words are cut behind it. */
function prefixBefore(words: readonly string[], at: number, name: string): string {
  const from = words
    .slice(0, at + 1)
    .join('')
    .lastIndexOf(name);
  const before = words
    .slice(0, at + 1)
    .join('')
    .slice(0, Math.max(0, from));
  const last = before.at(-1) ?? '';
  const isWord = words.some((word) => word.length > 1 && word.endsWith(last)) && last !== '';
  return direction.test(last) && !isWord ? last : '';
}

/** 「公交三公司」 is short for 「市公交第三公共汽车公司」: its characters stand in a full name, in order. */
export function isShortFor({ name, suffix }: NamedPlace, source: string): boolean {
  const proper = name.slice(0, name.length - suffix.length);
  for (let end = source.indexOf(suffix); end !== -1; end = source.indexOf(suffix, end + 1)) {
    const full = /[\p{Script=Han}\d]*$/u.exec(source.slice(Math.max(0, end - 16), end))?.[0] ?? '';
    if (isSubsequence(proper, full)) return true;
  }
  return false;
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0;
  for (const character of part) {
    const at = whole.indexOf(character, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
