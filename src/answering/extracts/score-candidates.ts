import { foldText } from '../../corpus/fold-text.ts';
import type { Saying } from '../../retrieval/passage.ts';
import type { Wanted } from '../question-kind.ts';
import type { Candidate } from './candidate.ts';
import type { QuestionTerm } from './question-terms.ts';

/** A candidate, the question's terms it holds with what each is worth, and its score. */
export interface ScoredCandidate {
  readonly candidate: Candidate;
  readonly terms: ReadonlyMap<string, number>;
  readonly score: number;
}

interface Scoring {
  readonly terms: readonly QuestionTerm[];
  /** What is likely asked: a sentence holds it when it says it in one of its ways. */
  readonly sayings?: readonly Saying[] | undefined;
  readonly wanted: Wanted;
  readonly question: string;
  /** What a term of the best article's title is worth: little where that article is all that is read. */
  readonly topicShare: number;
  /** What having been found is worth beside the best agreement in words: for questions whose words are not in print. */
  readonly foundShare: number;
}

/**
 * Scores candidates by the terms of the question they hold, each weighted by how rare it is among
 * the candidates; no length normalisation. The kind of answer asked for earns a bonus.
 */
export function scoreCandidates(
  candidates: readonly Candidate[],
  { terms, sayings = [], wanted, question, topicShare, foundShare }: Scoring,
): readonly ScoredCandidate[] {
  const topic = topicOf(candidates);
  const weighted = terms.map((term) => {
    const holders = candidates.filter(({ folded }) => folded.includes(term.text)).length;
    const rarity = rarityOf(holders, candidates.length);
    const share = topic.includes(term.text) ? topicShare : 1;
    return { text: term.text, worth: term.weight * rarity * share };
  });
  const said = sayings.map((saying) => holdersOf(saying, candidates));
  const bonus = bonusFor(wanted, question);
  const scored = candidates.map((candidate) => {
    const inWords = weighted.filter(({ text }) => candidate.folded.includes(text));
    const held = [...inWords, ...said.filter(({ holders }) => holders.has(candidate))];
    const overlap = held.reduce((sum, { worth }) => sum + worth, 0);
    return { candidate, terms: new Map(held.map(({ text, worth }) => [text, worth])), overlap };
  });
  const best = Math.max(...scored.map(({ overlap }) => overlap), 0);
  const found = Math.max(...candidates.map(({ hit }) => hit.score), Number.EPSILON);
  return scored.map(({ candidate, terms: held, overlap }, at) => {
    const before = scored[at - 1];
    const goesOn = before?.candidate.passage.id === candidate.passage.id;
    const isAnnounced = goesOn && announces.test(before?.candidate.text ?? '');
    const carried = isAnnounced ? carriedShare * (before?.overlap ?? 0) : 0;
    const standing = (foundShare * candidate.hit.score) / found;
    const worth = overlap + carried + best * (bonus(candidate.folded) + standing);
    const score = worth * trustOf(candidate);
    return { candidate, terms: held, score };
  });
}

/** The candidates that say it in one of its ways, and what that is worth to each. */
function holdersOf({ ways, weight }: Saying, candidates: readonly Candidate[]) {
  const holders = new Set(
    candidates.filter(({ folded }) => ways.some((way) => folded.includes(way))),
  );
  const rarity = rarityOf(holders.size, candidates.length);
  return { text: ways.join(' '), worth: weight * rarity, holders };
}

/** How rare what so many of all candidates hold is. */
function rarityOf(holders: number, all: number): number {
  return Math.log(1 + (all + 1) / (holders + 0.5));
}

// What a sentence only announces, the next one says: 「三个数字各有所指。」
const announces = /(?:[：:]|如下|各有\S{0,6}|分别是?|以下\S{0,4}|这样\S{0,3})[。]?$/u;
const carriedShare = 0.8;

function topicOf(candidates: readonly Candidate[]): string {
  const article = candidates.find(({ rank }) => rank === 0)?.hit.article;
  return foldText([article?.title, ...(article?.organisations ?? [])].join(' '));
}

/** A sentence of a lower hit needs more agreement to win. */
function trustOf({ rank, hit, passage, text }: Candidate): number {
  const hitTrust = rank === 0 ? 1 : 0.85 / (1 + 0.15 * rank);
  const passageTrust = hit.passage.id === passage.id ? 1 : 0.9;
  return hitTrust * passageTrust * (asksItself.test(text) ? 0.6 : 1);
}

// A question of the writer's own tells nothing: 「怎样服务？这件事是个典型。」
const asksItself = /[？?][”」』]?$|^[^，。]{0,20}(?:怎样|如何|怎么)[^，。]{0,16}[，？?]/u;

const signs: Readonly<Record<Wanted, RegExp | undefined>> = {
  number: /[\d一二三四五六七八九十百千万亿两](?:余|多|来)?(?![\d年月日点时号,，。、；\s])/u,
  time: /\d{1,4}[年月日]|世纪|\d{1,2}[:：]\d{2}|\d点|\d(?:小时|分钟|天)|(?:星期|周)[一二三四五六日天]|[一二三四五六七八九十]{1,3}[月日年]|去年|今年|近日|日前/u,
  place:
    /位于|坐落|地处|驻|\p{Script=Han}(?:省|市|县|区|旗|镇|乡|村|州|岛|街道|社区|路|国|广场|公园)/u,
  person:
    /说|表示|介绍|书记|主任|名叫|叫做|由|为首|担任|创办|负责|成立|主席|\p{Script=Han}(?:公司|局|院|委|队|会|社|部|校)/u,
  reason: /因为|由于|因此|因|为了|为|旨在|以便|原因|所以|导致|致使|从而|使得|来源于|目的/u,
  definition: /是|指|即|意为|称为|又称|简称/u,
  anything: undefined,
};

const signWorth = 0.2;
const exactWorth = 0.3;

function bonusFor(wanted: Wanted, question: string): (folded: string) => number {
  const sign = signs[wanted];
  if (sign === undefined) return () => 0;
  const exact = exactSign(wanted, question);
  return (folded) =>
    (sign.test(folded) ? signWorth : 0) + (exact?.test(folded) === true ? exactWorth : 0);
}

/** 「多少户」: a figure with that unit; 「“固里”是什么意思」: what the word is said to be. */
function exactSign(wanted: Wanted, question: string): RegExp | undefined {
  if (wanted === 'number') {
    const unit = /(?:多少|几)(?:个(?=人))?([\p{Script=Han}])/u.exec(question)?.[1];
    return unit === undefined
      ? undefined
      : new RegExp(`[\\d一二三四五六七八九十百千万亿两](?:余|多|来)?${unit}`, 'u');
  }
  if (wanted !== 'definition') return undefined;
  const term = /[“「『《"]([\p{Script=Han}\w]{2,12})[”」』》"]/u.exec(question)?.[1];
  return term === undefined
    ? undefined
    : new RegExp(`${term}[”」』》"]?(?:,|，)?(?:是|指|即|意|取|寓|就是|也就是)`, 'u');
}
