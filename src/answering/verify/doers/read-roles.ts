import { type TaggedWord, tagWords } from '../tag-words.ts';
import { beginsClause, wordsBefore } from './cut-clause.ts';
import { findDoers } from './find-doers.ts';
import type { Mention } from './find-mentions.ts';

/**
 * How a clause speaks of someone: who says it, by whom it is done, who begins it and does it, who is let do it, who does it
 * inside of the clause, to whom it is done.
 */
export type Place = 'says' | 'by' | 'subject' | 'let' | 'inner' | 'object';

/** Someone a clause names, with what he says, does or undergoes there. */
export interface Role {
  readonly who: Mention;
  readonly place: Place;
  readonly deed: string;
}

/** Finds who a folded clause tells of, and in which place. */
export function readRoles(clause: string, persons: readonly string[]): readonly Role[] {
  const { words, doers } = findDoers(clause, persons);
  const actors = doers.filter((who) => !isWhere(who, clause.slice(who.end)));
  return actors.flatMap((who) => {
    const [before, after] = [clause.slice(0, who.start), clause.slice(who.end)];
    const isGiven = isGivenTo(before, doers);
    const place = isGiven ? 'by' : placeOf(wordsBefore(words, who.start), after);
    if (place === undefined) return [];
    const deed = deedOf(place, before, after);
    const isTold =
      place === 'says' || place === 'by' || /\p{Script=Han}.*\p{Script=Han}/u.test(deed);
    return isTold ? [{ who, place, deed }] : [];
  });
}

/** 「车间里24人」 tells where they are; 「厂里」 decides. */
function isWhere({ name }: Mention, after: string): boolean {
  return name.length > 1 && /^[里内](?!外)/u.test(after);
}

function deedOf(place: Place, before: string, after: string): string {
  if (place === 'object') return before + after;
  if (place === 'says' && /^说的?$/u.test(after)) return before;
  if (place === 'by' && after === '') return before.replace(/的?是[^是]*$/u, '');
  return after || before;
}

/** 「由飞梭配送公司管理」: nobody else stands between. */
function isGivenTo(before: string, doers: readonly Mention[]): boolean {
  const at = /(?<![没不自理])由(?![于此])(?=\p{Script=Han}{0,8}$)/u.exec(before)?.index;
  return at !== undefined && !doers.some(({ start, end }) => start > at && end <= before.length);
}

const speech =
  /^(?:自己|还|也|都|曾|则|却|又|笑着|坦言|感慨地|算了|后来|随后|当场|同时|这样)?(?:说(?!了算|服|明|法|话)|提议|表示|介绍|告诉|认为|坦言|指出|回忆|感慨|强调|透露|感叹|提到|直言|解释|反映|称赞|夸|评价|建议|承诺|觉得|看来|承认|提醒|写道|证实|补充说|抱怨|分析(?!会|仪|室)|概括|总结(?!出|会|了)|讲(?![解课授述台])|算(?!术)|统计)/u;
// 「在现场会上表示」
const lateSpeech =
  /^[^的]{0,12}(?:说|表示|介绍|认为|坦言|承诺|指出|感慨|写道|直言|解释|提到|透露)$/u;
// 「的数据显示」, 「一份司法建议提到」, 「的分析」 behind 「照」
const record =
  /^(?:的|提供的|公布的|发布的)?(?:一份)?\p{Script=Han}{0,4}(?:数据|统计|监测|调查|报告|通报|材料|记录|建议书?)(?:[里中上])?(?:显示|表明|提到|指出|说|称)|^(?:对[^,]{0,16})?的(?:分析|说法|看法|介绍|解释|回忆|统计|估算|估计|调查|总结|评价|回答|话[说讲])$/u;

/** Whether a clause goes on with a verb of speech, or with what is said in writing. */
export function isSpeech(after: string): boolean {
  return speech.test(after) || record.test(after);
}

// 「对记者说」, 「答复村干部说」
const spokenTo = /(?:对|向|跟|答复|告诉|回答|回复)$/u;
const byBefore = /(?<!没|没有|不|不是)(?:由|被|归|靠|经)$/u;
const isBefore = /(?<!不)是$/u;
const letBefore = /(?:让|请|请来|叫|邀请|组织|安排|要求)$/u;
const objectBefore = /(?:给|向|交|到|对|跟|与|和|同|为|在|从|找|把|比)$/u;

function placeOf(lead: readonly TaggedWord[], after: string): Place | undefined {
  const before = lead.map(({ word }) => word).join('');
  const isSaid = isSpeech(after) || lateSpeech.test(after);
  return isSaid ? placeOfSpeech(before) : placeOfDeed(lead, before, after);
}

function placeOfSpeech(before: string): Place {
  return spokenTo.test(before) ? 'object' : 'says';
}

function placeOfDeed(
  lead: readonly TaggedWord[],
  before: string,
  after: string,
): Place | undefined {
  if (byBefore.test(before)) return 'by';
  if (isBefore.test(before)) return isCleft(before, after) ? 'by' : undefined;
  if (letBefore.test(before)) return 'let';
  if (objectBefore.test(before)) return 'object';
  if (after.length < 2 || /^[的和与及、”"》]/u.test(after)) return undefined;
  return beginsClause(lead) ? 'subject' : innerPlace(after);
}

/** 「是甲推广的」, 「是甲提出的建议」, 「推广的是甲」. */
function isCleft(before: string, after: string): boolean {
  const isNamedLast = after === '' && /[^这那他她]是$/u.test(before);
  return isNamedLast || whose.test(after);
}

const whose =
  /.的(?:办法|主意|点子|建议|提议|想法|做法|方案|意见|计划|决定|成果|功劳|作品)?$|^的(?:办法|主意|点子|建议|提议|想法|做法|方案|意见|计划|决定|功劳|作品)$/u;

function innerPlace(after: string): Place | undefined {
  const [next] = tagWords(after).filter(({ tag }) => !/^[dtrm]/u.test(tag));
  return next?.tag.startsWith('v') === true ? 'inner' : undefined;
}
