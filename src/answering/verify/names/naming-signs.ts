import type { Evidence } from '../evidence.ts';
import { flag, type Sign, type SignFinder, withProducts } from '../sign.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { findReplacements } from '../words/find-replacements.ts';
import { isFree, isNew, withoutNumbers } from '../words/known-words.ts';
import { commonness, nearness } from '../words/printed-words.ts';
import { areOfOneKind, differByOne, isNaming, isPartOfName, wordsOfNames } from './name-words.ts';

/**
 * What a claim names and its source does not: 老油坊 for 老碾场, 宁河 for 宁渠. It weighs more where the source names another of
 * the kind or in its place, and where the rest of the claim is the source's.
 */
export const namingSigns: SignFinder = {
  fault: 'name',
  mutations: ['name', 'place'],
  find: (claim, evidence) => {
    const around = lookAround(claim, evidence);
    const { words, source } = around;
    const own = [...words.keys()].filter((at) => {
      const { [at]: word } = words;
      return (
        word !== undefined && isNaming(word) && !isFree(word.word) && !source.includes(word.word)
      );
    });
    return own.flatMap((at) => signOf(at, own.length - 1, around));
  },
};

interface Around {
  readonly claim: string;
  readonly words: readonly TaggedWord[];
  readonly evidence: Evidence;
  readonly source: string;
  /** The words of the source, and those that name what the claim does not. */
  readonly told: readonly TaggedWord[];
  readonly unclaimed: readonly TaggedWord[];
  /** What share of the claim's pairs of characters the source has. */
  readonly cover: number;
}

/** Numbers and persons have checks of their own. */
function lookAround(text: string, evidence: Evidence): Around {
  const claim = withoutNumbers(
    evidence.persons.reduce((rest, name) => rest.replaceAll(name, ' '), text),
  );
  const source = `${evidence.text}\n${evidence.headings}`;
  const told = wordsOfNames(withoutNumbers(evidence.text));
  const unclaimed = told.filter((word) => isNaming(word) && !claim.includes(word.word));
  return {
    claim,
    words: wordsOfNames(claim),
    evidence,
    source,
    told,
    unclaimed,
    cover: coverOf(claim, source),
  };
}

function coverOf(claim: string, source: string): number {
  const pairs = [...claim.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = '']) => pair);
  return pairs.length === 0
    ? 1
    : pairs.filter((pair) => source.includes(pair)).length / pairs.length;
}

function signOf(at: number, others: number, around: Around): readonly Sign[] {
  const { claim, words, evidence, source, unclaimed, cover } = around;
  const { [at]: one } = words;
  if (one === undefined) return [];
  const { word, index } = one;
  const lead = claim.slice(0, index);
  const replaced = findReplacements(claim, evidence.text).find(
    ({ start, said }) => start < index + word.length && index < start + said.length,
  );
  const features = {
    ...wordMeasures(one),
    called: flag(/[叫是]$/u.test(lead)),
    where: flag(/[在到]\p{Script=Han}{0,3}$/u.test(lead)),
    ...printMeasures(word, around),
    charactersTold: shareIn(word, source),
    charactersInArticle: shareIn(word, evidence.bodies),
    new: flag(isNew(word, source)),
    newToArticle: flag(isNew(word, evidence.bodies)),
    ...rivalMeasures(at, around),
    replaces: flag(replaced?.isBoth === true),
    sameEnd: flag(unclaimed.some((other) => other.word.endsWith(word.slice(-1)))),
    sameKind: flag(unclaimed.some((other) => areOfOneKind(word, other.word))),
    oneOff: flag(unclaimed.some((other) => differByOne(word, other.word))),
    sameSpeech: flag(unclaimed.some(({ tag }) => tag.slice(0, 2) === one.tag.slice(0, 2))),
    unclaimed: Math.min(4, unclaimed.length) / 4,
    others: Math.min(4, others) / 4,
    cover,
  };
  const fault = placeEnds.test(word) || one.tag === 'ns' ? 'place' : 'name';
  return [{ detail: word, fault, features: withProducts(features, products) }];
}

const products = [
  ['cover', 'replaces'],
  ['cover', 'rivalBefore'],
  ['cover', 'rivalBehind'],
  ['cover', 'sameKind'],
  ['cover', 'sameSpeech'],
  ['rivalBefore', 'rivalBehind'],
] as const;

const placeEnds = /[院所室厅站库校城园池墙房店馆厂街桥村镇县市区省港湾河湖岛塔寺庙社路巷楼坡山]$/u;
const personEnds = /[员师兵警亲夫妻爷嫂姐弟妹哥姨叔伯婶匠长生工]$/u;
const thingEnds = /[奶友机衣罩鞋帽盘灯管箱袋桌椅卡刀船仪器笔苗树瓜豆麦茶鱼鸡鸭牛羊猪病]$/u;
const abstractEnds = /[积离度价期率量数额者人性化况果务事宜式面头边会]$/u;

function wordMeasures({ word, tag }: TaggedWord) {
  return {
    long: flag(word.length > 2),
    person: flag(tag.startsWith('nr')),
    region: flag(tag.startsWith('ns')),
    space: flag(tag === 's'),
    deed: flag(tag === 'vn'),
    placeEnds: flag(placeEnds.test(word)),
    personEnds: flag(personEnds.test(word)),
    thingEnds: flag(thingEnds.test(word)),
    abstractEnds: flag(abstractEnds.test(word)),
  };
}

/** How common a word is, and how near to what the source says: 「卖票」 is near to 售票. */
function printMeasures(word: string, { told, unclaimed, source }: Around) {
  const isVerb = /^v/u.test(tagWords(word.charAt(0))[0]?.tag ?? '');
  const nearest = (words: readonly TaggedWord[]) =>
    Math.max(0, ...words.map((other) => nearness(word, other.word)));
  return {
    common: commonness(word),
    unprinted: flag(commonness(word) === 0),
    verbFirst: flag(isVerb),
    // 「卖票」, of whose 票 the source tells.
    verbBeforeTold: flag(isVerb && source.includes(word.slice(1))),
    nearTold: nearest(told.filter((other) => other.word.length > 1)),
    nearUnclaimed: nearest(unclaimed),
  };
}

/** What the source names before or behind the words that stand beside a word of the claim. */
function rivalMeasures(at: number, { claim, words, evidence, told }: Around) {
  const [one, previous, next] = [words[at], words[at - 1], words[at + 1]];
  const isTold = (other: TaggedWord | undefined): other is TaggedWord =>
    other !== undefined &&
    /^\p{Script=Han}+$/u.test(other.word) &&
    evidence.text.includes(other.word);
  const isRival = (other: TaggedWord | undefined) =>
    other !== undefined && isPartOfName(other) && !claim.includes(other.word);
  const follows = isTold(previous) && previous.index + previous.word.length === one?.index;
  const leads =
    isTold(next) &&
    next.index === (one?.index ?? 0) + (one?.word.length ?? 0) &&
    isPartOfName(next);
  return {
    behindTold: flag(follows),
    rivalBefore: flag(leads && beside(next.word, told, -1).some(isRival)),
    rivalBehind: flag(follows && beside(previous.word, told, 1).some(isRival)),
  };
}

/** The words of the source right before or behind some word, or the longer word that begins or ends with it. */
function beside(
  word: string,
  told: readonly TaggedWord[],
  step: -1 | 1,
): readonly (TaggedWord | undefined)[] {
  return told.flatMap((other, at) => {
    if (other.word === word) return [told[at + step]];
    return other.word.startsWith(word) || other.word.endsWith(word) ? [other] : [];
  });
}

function shareIn(word: string, text: string): number {
  return [...word].filter((one) => text.includes(one)).length / word.length;
}
