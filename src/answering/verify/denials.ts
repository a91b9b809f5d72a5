import { segmentWords } from '../../retrieval/tokenize.ts';
import { negation, plainNegatives } from './polarity-words.ts';

/** What is denied: the words behind a negation, nearest first. */
export type Denial = readonly string[];

const denialReach = 4;
const helpers = new Set(
  '有能会要曾再得可让把被给对在去来使用想肯愿过到为是因与和跟同向从的了最也都还另'.split(''),
);

/** Finds what a folded clause denies; words like 不断 deny nothing, nor does 想不想. */
export function findDenials(clause: string): readonly Denial[] {
  const plain = withoutPlainNegatives(clause);
  const found = [...plain.matchAll(negation)];
  return found.map((match, at) => {
    const next = found[at + 1]?.index ?? plain.length;
    const after = plain.slice(match.index + match[0].length, next);
    // 「电梯没有」, 「不是本院的人」; 「做不了」
    const isBehind = /^(?:是?$|[了的]?$|[”"」、])/u.test(after);
    const reach = /^了/u.test(after) ? 1 : 2;
    const before = isBehind ? segmentWords(plain.slice(0, match.index)).slice(-reach) : [];
    const words = [...deniedWords(after), ...before].filter((word) => !helpers.has(word));
    // 「非党员也可以」 denies no more than the next word.
    const reached = match[0] === '非' ? 1 : denialReach;
    return words.length === 0 ? [bareDenial(match[0])] : words.slice(0, reached);
  });
}

/** The words behind a negation; of 「没有让一名怀孕的同事值夜班」 and 「不把哨位的标准降下来」 what is not done, at the end. */
function deniedWords(after: string): readonly string[] {
  if (/^(?:[把将]|让(?=.*的)|要被)[^,、]{1,8}的/u.test(after))
    return segmentWords(after.slice(1)).slice(-denialReach).toReversed();
  const [denied = ''] = after.split(/、|的(?=\p{Script=Han})/u);
  return segmentWords(denied);
}

/** A clause with the words masked that only look like denials. */
export function withoutPlainNegatives(clause: string): string {
  const mask = (word: string) => '＿'.repeat(word.length);
  return clause
    .replace(plainNegatives, mask)
    .replace(/(\p{Script=Han})[不没]\1/gu, mask)
    .replace(/[“「"][^”」",。]{2,4}[”」"]/gu, mask);
}

/** 「也不会」 denies 会; 「取消」 is denied whole. */
function bareDenial(word: string): string {
  return /^[不没未无]./u.test(word) ? word.slice(1) : word;
}

export function overlap(one: Denial, other: Denial): boolean {
  return one.some((word) => other.some((second) => alike(word, second)));
}

export function alike(one: string, other: string): boolean {
  return (
    one.includes(other) ||
    other.includes(one) ||
    sameDeed.some((deed) => deed.test(one) && deed.test(other))
  );
}

// Deeds that are denied in several words: 不收钱 for 分文不取.
const sameDeed = [
  /^(?:收|取|要|收钱|收费|收取|要钱|掏|掏钱|出钱|花钱|付|付钱|交|交钱|钱|费|费用)$/u,
  /^(?:说|讲|谈|提)$/u,
  /^(?:办|搞|做|干)$/u,
  /^(?:出|给|拿|补贴|补)$/u,
  /^(?:通|有|开)$/u,
  /^(?:知道|晓得|清楚|明白)$/u,
  /^(?:批|批准|同意|答应|点头)$/u,
  /^(?:愿|愿意|肯|想)$/u,
];
