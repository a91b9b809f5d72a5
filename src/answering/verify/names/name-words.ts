import { type TaggedWord, tagWords } from '../tag-words.ts';
import { isFree } from '../words/known-words.ts';

// What a place, an organisation, a role or a thing is, in the one character that ends its name.
const kinds =
  '社路街巷坡坪湾河湖山桥苑园里营寨堡沟岙港岛洲村镇乡县市区旗庄屯岭崖寺庙塔站店厂馆局部院所科室处校楼房棚库堂坊场座组队课票证岗机车船树茶瓜病员师工法费';
// Grammar and verbs that stick to a name that the dictionary does not know: 与霜桥, 由大圩村, 先请区.
const before =
  /^(?:途经|[的了着过地得在和与同跟及或把被由从向到往给让用以于为对按据经距靠先再又还也都就才已曾正将会能可要没未不只刚共约超近达需付仍请派叫每各这那其该此陪帮替等并而则但较使是有个位名])+/u;
const behind = /[的了着过地得是在有于从给到由为后前时起间用说里上中和与]+$/u;

/**
 * The words of a folded text, those that name something whole: 「青松坡」 is cut into 青松 and 坡, 「由大圩村」 is cut as one
 * word, and of a name that the dictionary does not know single characters are left.
 */
export function wordsOfNames(text: string): readonly TaggedWord[] {
  const joined: TaggedWord[] = [];
  for (const word of tagWords(text).map(withoutGrammar)) {
    const last = joined.at(-1);
    const whole = last === undefined ? undefined : join(last, word);
    if (whole === undefined) joined.push(word);
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

/** Whether a word names something: a noun, or a word that the dictionary does not know. */
export function isNaming({ word, tag }: TaggedWord): boolean {
  return word.length > 1 && isHan(word) && !/[不之]/u.test(word) && /^(?:n|x|s|j|vn|b)/u.test(tag);
}

/** Whether a word can stand in a name: one that names something, or a character of one. */
export function isPartOfName(one: TaggedWord): boolean {
  return isNaming(one) || isCharacter(one) || (one.word.length === 1 && /^[fa]/u.test(one.tag));
}

/** Whether two words of one length differ in one character. */
export function differByOne(one: string, other: string): boolean {
  const same = [...one].filter((character, at) => character === other.charAt(at)).length;
  return one.length === other.length && same === one.length - 1;
}

/** Whether two names are of one kind: 油坊 and 磨坊. */
export function areOfOneKind(one: string, other: string): boolean {
  const tail = one.slice(-1);
  return kinds.includes(tail) && other.endsWith(tail);
}

function withoutGrammar(one: TaggedWord): TaggedWord {
  if (one.tag !== 'x' || !isHan(one.word)) return one;
  const word = one.word.replace(before, '');
  return {
    tag: one.tag,
    word: word.replace(behind, ''),
    index: one.index + one.word.length - word.length,
  };
}

function join(last: TaggedWord, next: TaggedWord): TaggedWord | undefined {
  if (last.index + last.word.length !== next.index) return undefined;
  const word = last.word + next.word;
  if (isCharacter(last) && isCharacter(next)) return { word, index: last.index, tag: 'x' };
  const isKind =
    next.word.length === 1 && kinds.includes(next.word) && !last.word.endsWith(next.word);
  return isKind && isNaming(last) ? { word, index: last.index, tag: last.tag } : undefined;
}

/** A single character that is neither grammar nor a verb. */
function isCharacter({ word, tag }: TaggedWord): boolean {
  return (
    word.length === 1 &&
    isHan(word) &&
    /^(?:n|j|a|x|b|zg|g)/u.test(tag) &&
    !isFree(word) &&
    !before.test(word)
  );
}

function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}
