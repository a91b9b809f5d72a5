import { sayTheSame } from '../words/synonymous-deeds.ts';
import { negation, plainNegatives } from './polarity-words.ts';

/** A word that denies what its clause says, or turns it to the contrary. */
export interface Turn {
  readonly word: string;
  /** Whether it denies what stands behind it; others, as 停办, say a contrary of their own. */
  readonly isDenial: boolean;
  /** What is denied: the first characters behind it that mean something. */
  readonly focus: string;
}

// What turns a clause without a denial, not where it stands in another word: 断 of 判断.
const contrary =
  '免(?!疫)|中断|(?<!判)断(?![面层桥定肢奶电掉送]|开了?)|停(?!车|放|靠|泊|在|有|[\\d一二三两几十])|无偿|义务(?!教育|植树)|为[零0](?![.\\d下])|缺(?!斤|少)|婉拒|拒|否认|撤|关(?=门|闭|停|掉|了$)|失败|亏(?!损)|瞒|漏(?!斗|服)|反对|例外|(?<!没有?)回避(?!问题|矛盾)|退(?=出|[社会党]$)|放弃|败|解散|歇(?!脚)|输(?!局)|搁置|作罢';
const turns = new RegExp(
  `(?<denial>${negation.source}|别(?=[^的人处样墅名])|没法|险些|差点)|${contrary}`,
  'gu',
);
// What looks like a denial and says something else: 至少, or 「不是……而是」 in any order.
const standing =
  /没想到|没有?回避|至少|不(?:少|多)于|不足|(?<![拿得领收听见吃住享轮分挣])不到|不得?超过|不能(?:超|高)|低于|不料|好坏|[好行齐]不[好行齐]|停车|车停|没准|没完没了|(?<=最\p{Script=Han}{0,3})不是|而不是.*$|不是.{1,8}而是|不[便适]/gu;

/** The words of a clause that deny or turn what it says; 不太 and 不怎么 are 不. */
export function findTurns(clause: string): readonly Turn[] {
  const mask = (word: string) => '＿'.repeat(word.length);
  const masked = clause
    .replace(/有(?:什么|啥)不/gu, (word) => '＿'.repeat(word.length))
    .replace(/不太|不怎么|不够|缺少/gu, (word) => `不${'＿'.repeat(word.length - 1)}`)
    .replace(turnedBack, mask)
    .replace(/[“「"](?![没不无])[^”」"]{1,6}[”」"]/gu, mask)
    .replace(standing, mask)
    .replace(plainNegatives, mask)
    .replace(/(\p{Script=Han})[不没]\1/gu, mask);
  // 取消 and its like are denials elsewhere; here they turn like 停.
  const found = [...masked.matchAll(turns)].map(({ 0: word, index, groups }) => ({
    word,
    index,
    behind: masked.slice(index + word.length),
    isDenial: groups?.denial !== undefined && !/取消|停止|中止|暂停|禁止|拒绝/u.test(word),
    focus: focusOf(masked.slice(index + word.length)),
  }));
  return withoutDenied(found);
}

interface FoundTurn extends Turn {
  readonly index: number;
  /** What stands behind it. */
  readonly behind: string;
}

// How far behind a denial a turn stands that it denies.
const near = 3;

/** Without the turns that are themselves denied: 没有取消, 不无. */
function withoutDenied(found: readonly FoundTurn[]): readonly Turn[] {
  const kept: FoundTurn[] = [];
  for (const turn of found) {
    const last = kept.at(-1);
    if (last?.isDenial && isDenied(turn, last)) kept.pop();
    else kept.push(turn);
  }
  return kept;
}

function isDenied(turn: FoundTurn, { index, word, behind }: FoundTurn): boolean {
  const gap = behind.slice(0, turn.index - index - word.length);
  return turn.isDenial
    ? /^(?:是|一?[人个]|理由|道理)?$/u.test(gap)
    : turn.index - index - word.length <= near && !/[也就而又、]/u.test(gap);
}

const focusLength = 4;
const helpers = /[有能会要曾再得可让把被给对在去来的了是到过任何一人向因于与和跟同＿]|\d+/gu;

function focusOf(text: string): string {
  const [reached = ''] = text.split(/[、“]|的(?=\p{Script=Han}{3})/u);
  return reached.replace(helpers, '').slice(0, focusLength);
}

const measure = '[\\d一二三四五六七八九十百千万两半几]';
const least = '(?<![最至])';
const up = new RegExp(
  `${least}(?:增[加长多至到]?|上升|升[到至高]?|提[高升前早]|上涨|涨|扩大|变[长多高大快]|更[长多高大]|多(?=[了出收放开花跑用采]|一?${measure})|(?<!年)[高长快](?=[了出]|一?${measure})|延长|拉长|上[浮调]|翻了?番|回升|攀升|放大|加快|提速|贵了?)`,
  'u',
);
const down = new RegExp(
  `${least}(?:减[少至到为半]?|下[降滑跌]|降[到至低为]?|缩|压[到缩减至]|少(?=[了出收放开花跑用采]|一?${measure})|[低短慢](?=[了出]|一?${measure})|变[短少低小慢]|更[短少低小]|跌|回落|收窄|下[浮调]|掉[到了]|砍掉|推[迟后]|延后|便宜)`,
  'u',
);

// 「不降反升」 tells of a rise alone.
const turnedBack = /不\p{Script=Han}反([升增多涨])|不\p{Script=Han}反([降减少跌])/gu;

/** Whether a clause tells of a rise, 1, of a fall, -1, or of neither or both, 0. */
export function directionOf(clause: string): number {
  const turned = clause.replace(
    turnedBack,
    (_, rising = '', falling = '') => `${rising}${falling}了`,
  );
  return Number(up.test(turned)) - Number(down.test(turned));
}

/** Whether two turns may be the same: 不收 and 没有收, 停办 and 停了, 不收费 and 免费, 不赞成 and 反对. */
export function isSameTurn(one: Turn, other: Turn): boolean {
  if (oneWay.some(([word, denied]) => [one, other].every((turn) => isEither(turn, word, denied))))
    return true;
  if (one.isDenial !== other.isDenial) return false;
  const [own, told] = one.isDenial ? [one.focus, other.focus] : [one.word, other.word];
  return (
    own === told ||
    // 「一件也没有」 may deny what the other side names.
    (one.isDenial && (own === '' || told === '')) ||
    [...own.slice(0, 3)].some((character) => told.includes(character)) ||
    (one.isDenial && sayTheSame(own.slice(0, 2), told.slice(0, 2)))
  );
}

// A contrary word and what its denials deny.
const oneWay = [
  [/免|无偿|义务/u, /^(?:收|花|交|掏|付|缴|取|出钱|钱|费|售|摊)|[收花交掏付缴出].{0,2}[钱费票]/u],
  [/反对|拒/u, /^(?:同意|赞成|答应|支持|肯|愿|接受)/u],
  [/停|断|关|歇/u, /^(?:继续|营业|开|再)/u],
  [/缺/u, /^(?:有|够|足)|^$/u],
  [/回避/u, /^(?:参加|参与|到场|出席|投票|表决)/u],
] as const;

function isEither({ word, isDenial, focus }: Turn, contraryWord: RegExp, denied: RegExp): boolean {
  return isDenial ? denied.test(focus) : contraryWord.test(word);
}

/** What was so before need not be so now. 「2021年以前」 is a time of its own. */
export const formerly =
  /(?<![年月日岁])以前|过去|从前|原来|起初|当初|原先|早先|最初|一开始|往年|险些/u;
