import type { Evidence } from '../evidence.ts';
import type { Find } from '../rules.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { commonness } from '../words/printed-words.ts';
import { isSurname } from './find-persons.ts';
import { isBehindRole } from './name-clues.ts';

/** Lets pass what a rule took for a person's name only where its characters can be one. */
export function findName(find: Find): Find {
  return (claim, evidence) => {
    const name = find(claim, evidence);
    return name !== undefined && mayBeName(name, claim, evidence) ? name : undefined;
  };
}

/** Whether what a claim has can be a whole name: it is no name and the verb behind it (查奕跑), and no piece of words (任红外). */
function mayBeName(name: string, claim: string, { bodies, headings }: Evidence): boolean {
  const start = claim.indexOf(name);
  const end = start + name.length;
  return (
    mayBegin(name, isBehindRole(start, claim)) &&
    mayEnd(name) &&
    !(name.length === 2 && claim.charAt(start - 1) === '的' && /^[,。]/u.test(claim.slice(end))) &&
    !isToldShorter(name, `${bodies}\n${headings}`) &&
    !tagWords(claim).some(
      (word) => isKnown(word) && (goesOver(start, word) || isGoingOn(end, { word, claim })),
    )
  );
}

// Verbs, measures and the like that names end in all the same.
const nameEnds = new Set(
  '一七三九五六八四千万亿乡之为义乐仁余佑信全兴利力功勇勤升华卓卫友发同启和善固国坚堂培夏大如学宁守安定宣容富寿岩峰川平年庆建开强彬律德志念忠思恒恩悦惠慧成战才扬承招振捷敏放文斌新方旺昂明星春昭晖晚普景朋朗望杰来松林柱柳根格桂梁植欢正武毅民永江沛河治泉波泰泽洋洪浩海润涛淑清源溪滨满潮炎照焕熙爱牛玉珍珠理琴瑞生甲申男白盛福禄科秋立章端笑筠箴粮红纪维绵继续缘罡群翔翠耀胜舟良芳花若英茂荣莉莲菊萍蓉蓝虎行西觉言训诚诺谦谷豪贞贤贵起超跃越路辉达运进远连通道邦重金鑫钢锋锦长闯防阳陆陵霞静革顺颂领风飞馨高鸣鸿鹏麟龙娅图雅提克尔买坤布加措巴扎顿旦瓦姆丹枝亮凡晴刚冬月喜举钧拉托岭壮涵',
);
const neverEnd = /[低稳煤头卡账曾现仍得用演本]$/u;
const noComing = /(?<![达福运春喜东金海明])来$/u;

/** No verb, adverb, measure or preposition ends a name, but those that do. */
function mayEnd(name: string): boolean {
  if (neverEnd.test(name) || noComing.test(name)) return false;
  const last = name.slice(-1);
  return (
    nameEnds.has(last) ||
    /[千万]里$/u.test(name) ||
    !/^(?:v[dn]?$|[dpcmqurf]|tg?$)/u.test(tagWords(last)[0]?.tag ?? '')
  );
}

/** Not 「申请低」, whose two characters are a verb, nor 「教巡堤」 where no role shows a name. */
function mayBegin(name: string, isShown: boolean): boolean {
  const [first] = tagWords(name);
  if (first?.word.length === 2 && /^[vdc]/u.test(first.tag))
    return isSurname(name) && nameEnds.has(name.slice(-1));
  return isShown || isSurname(name) || !/^[vdpc]/u.test(tagWords(name.charAt(0))[0]?.tag ?? '');
}

/** 「濮阳川」 of 「濮阳川编」: the articles have it without the last character, with one and another behind it. */
function isToldShorter(name: string, source: string): boolean {
  const stem = name.slice(0, -1);
  if (stem.length < 2) return false;
  const behind = source
    .split(stem)
    .slice(1)
    .map(([next = '']) => next);
  return new Set(behind).size > 1;
}

function isKnown({ word, tag }: TaggedWord): boolean {
  return word.length > 1 && !/^(?:x|ns|nz)/u.test(tag) && commonness(word) > 0;
}

/** 「担任」 goes over the beginning of 「任红外」. */
function goesOver(at: number, { index, word }: TaggedWord): boolean {
  return index < at && index + word.length > at;
}

/** 「调研」 goes over the end of 「郗云调」; not 「明说」 over that of 「敖景明」. */
function isGoingOn(
  end: number,
  { word, claim }: { readonly word: TaggedWord; readonly claim: string },
): boolean {
  return goesOver(end, word) && !/^[说称讲道带是在]/u.test(claim.slice(end));
}
