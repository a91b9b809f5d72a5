import { type TaggedWord, tagWords } from '../tag-words.ts';
import type { Mention } from './find-mentions.ts';

/** The words of a folded clause; those jieba does not know cut at the names of persons and at prepositions: 「由市」, 「郁小满任」. */
export function cutClause(clause: string, mentions: readonly Mention[]): readonly TaggedWord[] {
  const borders = new Set(
    mentions.filter(({ kind }) => kind === '').flatMap(({ start, end }) => [start, end]),
  );
  return tagWords(clause).flatMap((one) =>
    one.tag.startsWith('x') && one.word.length > 1 ? cutUnknown(one, borders) : [one],
  );
}

function cutUnknown(
  { word, index, tag }: TaggedWord,
  borders: ReadonlySet<number>,
): readonly TaggedWord[] {
  const starts = [...word].flatMap((character, at) => {
    const isJoint = /[由被经]/u.test(character) || (at === 0 && /[让请给向对]/u.test(character));
    const isTail = at === word.length - 1 && at > 0 && /[了过着是]/u.test(character);
    if (isJoint) return [at, at + 1];
    return isTail || borders.has(index + at) ? [at] : [];
  });
  const cuts = [...new Set([0, ...starts])].filter((at) => at < word.length);
  return cuts.map((from, at) => {
    const part = word.slice(from, cuts[at + 1]);
    return {
      word: part,
      index: index + from,
      tag: tagOfPart(part) ?? tag,
    };
  });
}

function tagOfPart(part: string): string | undefined {
  if (/^[由被经让请给向对]$/u.test(part)) return 'p';
  return /^[任当兼做是]$/u.test(part) ? 'v' : undefined;
}

// What may stand before the head of a name: nouns, what describes them, numbers and 「的」.
const nominal = /^(?:n|vn|an|zg|[abjlrmqsfgxht]|uj|eng)/u;
const beside = /^[、和与及·“”"]$/u;

/** The words of a clause before a noun, without those that describe it. */
export function wordsBefore(words: readonly TaggedWord[], start: number): readonly TaggedWord[] {
  const before = words.filter(({ index }) => index < start);
  const end = before.findLastIndex(
    (one, at) => !beside.test(one.word) && !describes(one, before[at + 1]),
  );
  return before.slice(0, end + 1);
}

/** A noun or what stands before one: 「爆破」 in 「爆破班」, but no preposition that an unknown word holds. */
function describes({ word, tag }: TaggedWord, next: TaggedWord | undefined): boolean {
  if (/^v/u.test(tag) && word.length > 1 && tailOfBody.test(next?.word ?? '')) return true;
  return nominal.test(tag) && !/^[由被经让请]$/u.test(word) && !holdsJoint({ word, tag });
}

function holdsJoint({ word, tag }: Pick<TaggedWord, 'word' | 'tag'>): boolean {
  return tag.startsWith('x') && /[由被经让请]/u.test(word);
}

const tailOfBody = /^(?:班|队|组|部|科|室|站|所|局|处|厂|团|员|长|车间)$/u;

/** Whether nothing but time, place and adverbs leads to a noun: it begins the clause. */
export function beginsClause(lead: readonly TaggedWord[]): boolean {
  return lead.every(({ tag }) => /^(?:t|d|c|f|s|ns|m|q|r|x)/u.test(tag));
}
