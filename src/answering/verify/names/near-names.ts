import type { Evidence } from '../evidence.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { commonness } from '../words/printed-words.ts';
import { isSurname } from './find-persons.ts';
import { differByOne } from './name-words.ts';

/** A name in a claim that differs from a person's of the articles by one character: 费以谦 for 费以勤. */
export function findNearName(claim: string, evidence: Evidence): string | undefined {
  const words = tagWords(claim);
  for (const name of evidence.persons)
    for (let at = 0; at + name.length <= claim.length; at += 1) {
      const other = claim.slice(at, at + name.length);
      const isOther =
        isNear(other, name) &&
        !noName.test(name.slice(1)) &&
        isCutOut(other, at, words) &&
        !isTold({ other, at, name, claim }, evidence);
      if (isOther) return other;
    }
  return undefined;
}

/** The same of a name that nothing shows to be a person's but its surname: 封仲年 for 封伯年. */
export function findNearWord(
  claim: string,
  { bodies, headings, persons }: Evidence,
): string | undefined {
  const source = `${bodies}\n${headings}`;
  return namesIn(claim).find(
    (word) =>
      isSurname(word) &&
      !noName.test(word) &&
      !/[村镇乡县市区]$/u.test(word) &&
      !source.includes(word) &&
      !persons.some((name) => word.includes(name)) &&
      nearOf(word, source).some((told) => !claim.includes(told) && !noName.test(told)),
  );
}

const behindRole = /(?:^|[,的是叫、:由把被向给和与]|[员师长人工兵户生民者手农任记官])$/u;

/** Three characters that are cut as a name, or into pieces of one where a name stands. */
function namesIn(claim: string): readonly string[] {
  const words = tagWords(claim);
  return words.flatMap((one, at) => {
    if (one.word.length === 3) return /^(?:x|nr)/u.test(one.tag) ? [one.word] : [];
    const { [at + 1]: second, [at + 2]: third } = words;
    const pieces =
      one.word.length + (second?.word.length ?? 0) < 3 ? [one, second, third] : [one, second];
    return nameOf(pieces, claim) ?? [];
  });
}

function nameOf(pieces: readonly (TaggedWord | undefined)[], claim: string): string | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  const word = pieces.map((piece) => piece?.word ?? ' ').join('');
  if (first === undefined || last === undefined || !/^\p{Script=Han}{3}$/u.test(word))
    return undefined;
  const isPlain = /^[vcpmdqufr]/u.test(last.tag) && last.word.length === 1;
  const isPrinted = commonness(word.slice(0, 2)) > 0 || commonness(word.slice(1)) > 0;
  return isPlain || isPrinted || !behindRole.test(claim.slice(0, first.index)) ? undefined : word;
}

/** What a text has that differs in the second or the third character. */
function nearOf([surname = '', first = '', last = '']: string, source: string): readonly string[] {
  const pattern = `${surname}(?:${first}\\p{Script=Han}|\\p{Script=Han}${last})`;
  return [...source.matchAll(new RegExp(pattern, 'gu'))].map(([told]) => told);
}

/** Another name behind the role that a person of the articles has: 处长乐怀璋 for 处长岳怀瑾. */
export function findNameBehindRole(
  claim: string,
  { bodies, persons }: Evidence,
): string | undefined {
  const isOther = (word: string) =>
    /^\p{Script=Han}{2,}$/u.test(word) &&
    (word.length > 2 || isSurname(word)) &&
    !persons.some((name) => word.startsWith(name)) &&
    !noName.test(word) &&
    !bodies.includes(word);
  return persons
    .filter((name) => !claim.includes(name))
    .map((name) => nameBehind(roleOf(name, bodies), name.length, claim))
    .find(isOther);
}

function roleOf(name: string, bodies: string): string {
  return new RegExp(`(\\p{Script=Han}[员师长记任理官])${name}`, 'u').exec(bodies)?.[1] ?? '';
}

const speaks = /^(?:说|称|表示|介绍|透露|认为|告诉|坦言|指出|回忆)/u;

/** So many characters behind a role, where they are a name or speak; empty where there are none. */
function nameBehind(role: string, length: number, claim: string): string {
  const at = role === '' ? -1 : claim.indexOf(role);
  if (at === -1) return '';
  const start = at + role.length;
  const name = claim.slice(start, start + length);
  const isNamed = tagWords(claim).some(
    ({ index, word, tag }) => index === start && word === name && /^(?:x|nr)/u.test(tag),
  );
  const isSpeaking = speaks.test(claim.slice(start + length)) && commonness(name.slice(1)) === 0;
  return isNamed || isSpeaking ? name : '';
}

const noName =
  /[的了着过都也还又就很太更最不没在是从向把被给让说讲这那其该各每所会能要可只已将当带曾]/u;

function isNear(other: string, name: string): boolean {
  if (!/^\p{Script=Han}+$/u.test(other) || noName.test(other.slice(1))) return false;
  return differByOne(other, name) && (other.charAt(0) === name.charAt(0) || name.length > 2);
}

/** The words of the claim are not cut through the name; one of two characters is a word that nobody knows. */
function isCutOut(name: string, at: number, words: readonly TaggedWord[]): boolean {
  if (name.length === 2)
    return words.some(
      ({ word, index, tag }) => index === at && word === name && /^(?:x|nr)/u.test(tag),
    );
  const isWhole = words.some(({ word }) => word === name);
  if (!isWhole && !isSurname(name)) return false;
  const cuts = words.flatMap(({ index, word }) => [index, index + word.length]);
  return cuts.includes(at) || cuts.includes(at + name.length);
}

interface Near {
  readonly other: string;
  readonly at: number;
  readonly name: string;
  readonly claim: string;
}

/** The articles have the same characters, or a shorter name that the claim goes on from: 「尉迟明用」. */
function isTold(
  { other, at, name, claim }: Near,
  { persons, bodies, headings }: Evidence,
): boolean {
  const around = claim.slice(Math.max(0, at - 2), at + name.length + 2);
  const stem = name.slice(0, -1);
  const isLonger =
    other.startsWith(stem) && stem.length > 1 && bodies.replaceAll(name, '').includes(stem);
  return (
    isLonger ||
    `${bodies}\n${headings}`.includes(other) ||
    persons.some((one) => around.includes(one))
  );
}
