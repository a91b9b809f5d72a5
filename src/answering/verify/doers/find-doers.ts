import { looksLikePerson } from '../names/find-persons.ts';
import type { TaggedWord } from '../tag-words.ts';
import { beginsClause, cutClause, wordsBefore } from './cut-clause.ts';
import { findMentions, type Mention } from './find-mentions.ts';

/** A folded clause cut into words, with those it names who can act or speak. */
export interface ReadClause {
  readonly words: readonly TaggedWord[];
  readonly doers: readonly Mention[];
}

/** Finds who a clause names, cut at the borders of its words; of 「工程师褚亮」 the last alone. */
export function findDoers(clause: string, persons: readonly string[]): ReadClause {
  const found = findMentions(clause, persons).map((one) => withoutOffice(one, clause));
  const words = cutClause(clause, found);
  const known = found.flatMap((one) => (one.kind === '' ? [one] : cutAtWords(one, clause, words)));
  const all = [...known, ...findUnknown(clause, { words, known })];
  const doers = all.filter(
    (one) => !all.some((other) => isHeadOf(other, one, words) || isOwnerOf(other, one, clause)),
  );
  return { words, doers };
}

/** 「郁小满任队长」 names no title. */
function withoutOffice(mention: Mention, clause: string): Mention {
  if (mention.kind !== '') return mention;
  const end = mention.start + mention.name.length;
  return /^[任当兼做是]/u.test(clause.slice(end, mention.end)) ? { ...mention, end } : mention;
}

const longer = /^(?:领导|负责人|干部|代表|成员|队员|人员|长|员)/u;
const joint = /^.*[还也又就都教给让请把被对向经]/u;

/** 「网格支部书记」 for 「格支部书记」, 「街道」 for 「半年街道」, 「公司领导」 for 「公司」; nobody in 「进厂」. */
function cutAtWords(
  mention: Mention,
  clause: string,
  words: readonly TaggedWord[],
): readonly Mention[] {
  const head = mention.end - mention.kind.length;
  const over = words.find(({ index, word }) => index < head && index + word.length > head);
  const isVerb = over?.tag.startsWith('v') === true;
  if (isVerb || /^[进到回来去离出入驻建办]/u.test(over?.word ?? '')) return [];
  const from = ownStart(mention, head, words);
  const start = from + (joint.exec(clause.slice(from, head))?.[0] ?? '').length;
  const title = longer.exec(clause.slice(mention.end))?.[0] ?? '';
  const end = mention.end + title.length;
  return [{ name: clause.slice(start, end), kind: title || mention.kind, start, end }];
}

/** Where the nouns begin that belong to the head of a mention. */
function ownStart(mention: Mention, head: number, words: readonly TaggedWord[]): number {
  let start = head;
  const own = words.filter(
    ({ index, word }) => index < head && index + word.length > mention.start,
  );
  for (const { word, index, tag } of own.toReversed()) {
    if (!/^(?:n|vn|zg|[abjlsfgx])/u.test(tag) || !/^\p{Script=Han}+$/u.test(word)) break;
    start = index < mention.start && tag.startsWith('x') ? mention.start : index;
  }
  return start;
}

interface KnownWords {
  readonly words: readonly TaggedWord[];
  readonly known: readonly Mention[];
}

/** Who is named by words no list holds: behind 「由」, 「是」 or a title, or before a verb of speech. */
function findUnknown(clause: string, { words, known }: KnownWords): readonly Mention[] {
  const places = [0, ...known.filter(({ kind }) => kind !== '').map(({ end }) => end)];
  const titled = words
    .filter(
      ({ word, index, tag }) =>
        /^(?:nr|x)/u.test(tag) && index > 0 && places.includes(index) && looksLikePerson(word),
    )
    .map(({ word, index }) => mentionOf(word, '', index));
  const bodies = words.flatMap((one, at) =>
    isBody(one, words, at) ? [mentionOf(one.word, one.word, one.index)] : [],
  );
  const all = [...places.flatMap((start) => speakerAt(clause, start)), ...titled, ...bodies];
  return all.filter(
    (one, at) => ![...known, ...all.slice(0, at)].some((other) => overlap(one, other)),
  );
}

function mentionOf(name: string, kind: string, start: number): Mention {
  return { name, kind, start, end: start + name.length };
}

function overlap(one: Mention, other: Mention): boolean {
  return one.start < other.end && one.end > other.start;
}

const called =
  /^(\p{Script=Han}{2,3}?)(?:则|也|还|都|这样|自己)?(?:说(?!明|服|话|法)|提议|表示|介绍|坦言|认为|感慨|承诺|回忆|强调|直言|透露)(.*)$/u;
const nobody =
  /[了着过]|^[他她它这那据的轮]|^(?:全部|部分|目前|大家|有人|人们|自己|于是|后来)|[们里中上人个名的他她]$/u;

/** 「敬其昌强调」: a name by its place alone, behind a title or where the clause has nothing else. */
function speakerAt(clause: string, start: number): readonly Mention[] {
  const [, name = '', behind = ''] = called.exec(clause.slice(start)) ?? [];
  const isShown = looksLikePerson(name) || start > 0 || behind === '';
  return name !== '' && isShown && !nobody.test(name) ? [mentionOf(name, '', start)] : [];
}

const noun = /^[nj]/u;
const ending = /(?<!带|领)(?:[局委部院会队组站所厂社司校团处科室联员长师工]|领导|代表|支书)$/u;
const office = /[局委部院会队社司校联]$/u;

/** 「工商联」 in 「是工商联推动的」, 「供销社」 at the beginning. */
function isBody(
  { word, index, tag }: TaggedWord,
  words: readonly TaggedWord[],
  at: number,
): boolean {
  if (word.length < 2 || !noun.test(tag) || !ending.test(word)) return false;
  if (noun.test(words[at + 1]?.tag ?? '')) return false;
  const lead = wordsBefore(words, index);
  const isGiven = /^(?:由|被|经|是)$/u.test(lead.at(-1)?.word ?? '');
  return isGiven || (office.test(word) && beginsClause(lead));
}

/** 「工程师褚亮」: the noun right behind, or behind 「的」, is who is meant. */
function isHeadOf(other: Mention, one: Mention, words: readonly TaggedWord[]): boolean {
  if (other === one || other.start < one.end) return false;
  const between = words.filter(({ index }) => index >= one.end && index < other.start);
  return between.every(({ tag }) => /^(?:n|x|j|b|uj)/u.test(tag));
}

/** 「岑志远的团队」 stands for him, his granddaughter for herself. */
function isOwnerOf(other: Mention, one: Mention, clause: string): boolean {
  const isOwn = other.kind === '' && clause.slice(other.end, one.start) === '的';
  return isOwn && !kin.test(one.kind);
}

const kin = /^(?:女儿|儿子|妻子|丈夫|孙女|孙子|母亲|父亲|奶奶|爷爷|孩子|家属|父母|子女)$/u;
