import { wordRuns } from '../words/word-runs.ts';
import {
  namesNothing,
  namingSuffixes,
  placeSuffixes,
  verbBeforePlace,
  weakSuffixes,
} from './naming-words.ts';

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
  return wordRuns(text, /^[\p{Script=Han}\d]+$/u).flatMap((words) =>
    words.flatMap((_, at) => placeAt(words, at) ?? []),
  );
}

function placeAt(words: readonly string[], at: number): NamedPlace | undefined {
  const upTo = words.slice(0, at + 1);
  const text = upTo.join('');
  for (const suffix of suffixes) {
    if (!text.endsWith(suffix)) continue;
    const head = text.slice(0, text.length - suffix.length);
    const proper = properBefore(upTo, { head, suffix });
    if (proper === undefined) continue;
    const [isPlace, isWeak] = [places.has(suffix), weak.has(suffix)];
    const name = prefixBefore(head, proper.text) + proper.text + suffix;
    return { name, suffix, isPlace, isWeak, isWord: proper.isWord };
  }
  return undefined;
}

interface Proper {
  readonly text: string;
  readonly isWord: boolean;
}

/** What stands before a kind and makes a name of it: a word, two single characters, or a number. */
function properBefore(
  words: readonly string[],
  { head, suffix }: { readonly head: string; readonly suffix: string },
): Proper | undefined {
  const before = wordsOf(words, head);
  if (before === undefined) return innerOf(words, suffix);
  const word = before.at(-1) ?? '';
  if (numbered.test(word) && /[队厂厅]$|公司$|小学$|中学$|医院$/u.test(suffix))
    return { text: word, isWord: false };
  const outer = places.has(word.slice(-1)) ? placeAt(before, before.length - 1) : undefined;
  if (outer !== undefined && !outer.isWeak) return { text: outer.name, isWord: false };
  const text = joinedName(before.at(-2) ?? '', word) ?? wholeWord(word, suffix);
  return text === undefined ? undefined : { text, isWord: false };
}

/** 「桥东」, which the dictionary does not know, is cut into two characters. */
function joinedName(previous: string, word: string): string | undefined {
  const isJoined =
    word.length === 1 &&
    previous.length === 1 &&
    !grammar.test(previous) &&
    !verbBeforePlace.test(previous + word);
  return isJoined && (direction.test(word) || !namesNothing.test(word))
    ? previous + word
    : undefined;
}

function wholeWord(word: string, suffix: string): string | undefined {
  const isPlain = suffix !== '部' && namesNothing.test(word);
  return word.length < 2 || isPlain ? undefined : word;
}

/** The words that make up the beginning of a text; undefined when it ends inside of one. */
function wordsOf(words: readonly string[], head: string): readonly string[] | undefined {
  let length = 0;
  for (const [at, word] of words.entries()) {
    if (length === head.length) return words.slice(0, at);
    length += word.length;
  }
  return undefined;
}

/** 「回民区」 is one word; 「道路」 or 「小区」 is no name. */
function innerOf(words: readonly string[], suffix: string): Proper | undefined {
  const word = words.at(-1) ?? '';
  const inner = word.slice(0, Math.max(0, word.length - suffix.length));
  return inner.length >= 2 ? { text: inner, isWord: true } : undefined;
}

const numbered = /^(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})$/u;
const direction = /^[东西南北中大小新老]$/u;
const grammar = /^[的在到和与及由从向为对把被让给请是有了着过等个各该本这那每]$/u;

/** 「东」 of 「东茶坊社区」 belongs to the name, though the words are cut behind it. */
function prefixBefore(head: string, proper: string): string {
  const before = head.slice(0, head.length - proper.length);
  const last = before.at(-1) ?? '';
  return direction.test(last) &&
    !/(?:[华湖河广山陕关江海]|最|不|很|更|重|从|到|关|巨|扩|壮|弱|创|更|革|古|年|敬)[东西南北中大小新老]$/u.test(
      before,
    )
    ? last
    : '';
}

/** 「公交三公司」 is short for 「市公交第三公共汽车公司」: its characters stand in a full name, in order. */
export function isShortFor({ name, suffix }: NamedPlace, source: string): boolean {
  const proper = name.slice(0, name.length - suffix.length);
  for (let end = source.indexOf(suffix); end !== -1; end = source.indexOf(suffix, end + 1)) {
    const full = /[\p{Script=Han}\d]*$/u.exec(source.slice(Math.max(0, end - 16), end))?.[0] ?? '';
    if (suffix === '区' && /[社小辖校园城]$/u.test(full)) continue;
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
