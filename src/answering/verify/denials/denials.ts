import { type TaggedWord, tagWords } from '../tag-words.ts';
import { negation, plainNegatives } from './polarity-words.ts';

/** What a clause denies. */
export interface Denial {
  /** What is not done, not so or not there, as it stands: 撤掉 of 「不会撤掉人工窗口」. */
  readonly head: string;
  /** Whether the head is a deed or a quality, not a thing. */
  readonly isDeed: boolean;
  /** What else stands behind the negation, nearest first: 人工, 窗口. */
  readonly rest: readonly string[];
  /** Whether it denies how, not that it is done: 「不再按藏书数量评比」. */
  readonly isFocused: boolean;
  /** The negation. */
  readonly mark: string;
  /** UTF-16 offsets in the clause: of the negation, and of the end of what it denies. */
  readonly start: number;
  readonly end: number;
}

// How many words behind a negation are denied with it.
const denialReach = 4;
const helpers = new Set(
  '有能会要曾再得可让把被给对在去来使用想肯愿过到为是因与和跟同向从的了着最也都还另作予人谁'.split(
    '',
  ),
);
const wordHelpers = new Set(
  '能够 可以 应该 应当 需要 必须 进行 予以 得以 发生 出现 任何 什么 丝毫 半点 愿意 打算 继续 另外 单独 那样 这样 这么 那么 曾经 想到 直接 简单 及时 真正 完全 当场 马上 立即 立刻 一直 经常 全部 轻易 随便 随意 主动 再次 统一 时 内 后 前 里'.split(
    ' ',
  ),
);

/** Finds what a folded clause denies; words like 不断 deny nothing, nor does 想不想. */
export function findDenials(clause: string): readonly Denial[] {
  const plain = withoutPlainNegatives(clause);
  const found = [...plain.matchAll(negation)];
  return found.map(({ 0: mark, index }, at) => {
    const after = plain.slice(index + mark.length, found[at + 1]?.index);
    const behind = wordsBefore(plain.slice(0, index), mark, after);
    const isBehind = behind.length > 0;
    const words = isBehind ? behind.toReversed() : deniedWords(writePlainly(mark, after));
    return {
      ...headOf(words, mark, after),
      mark,
      start: behind[0]?.index ?? index,
      end: index + mark.length + (isBehind ? outcomeIn(after) : reachIn(after)),
    };
  });
}

/** What is denied in the first place, and the rest. */
function headOf(words: readonly TaggedWord[], mark: string, after: string) {
  const isFocused = focus.test(after) || mark === '并非';
  const isNext = isFocused || /^[不未]$/u.test(mark);
  const head = (isNext ? undefined : words.find(isDeed)) ?? words[0];
  const rest = words.filter((one) => one !== head).map(({ word }) => word);
  return {
    // 「也不会」 denies 会.
    head: head?.word ?? mark.slice(-1),
    isDeed: head !== undefined && isDeed(head),
    isFocused,
    rest: rest.slice(0, denialReach - 1),
  };
}

/** How far 「送不上岛的难题已经解决」 is denied: to 上. */
function outcomeIn(after: string): number {
  return outcome.exec(after)?.[0].length ?? 0;
}

const beyond = /的\p{Script=Han}{1,8}?(?:也|都|已|就|才|仍|还|要|由|被|可以|能|会)/u;

/** How far a denial reaches: not beyond what it is said of, in 「没有解决的问题已经减少」. */
function reachIn(after: string): number {
  return /^(?:[把将让]|要被)/u.test(after)
    ? after.length
    : (beyond.exec(after)?.index ?? after.length);
}

/** What is denied without what counts it: 钱 of 「一分钱」, 受伤 of 「一人受伤」; 「没有要」 is 没有收. */
function writePlainly(mark: string, after: string): string {
  return after
    .replace(/一[分毛]钱?/u, '钱')
    .replace(
      /^(?:有|发生|出现)?(?:任何)?一[人名个户位家次回件起例条块场张门天](?=\p{Script=Han}{2})/u,
      '',
    )
    .replace(/(?<=\p{Script=Han})过(?=\p{Script=Han}$)/u, '')
    .replace(/(?<=\p{Script=Han})过(?![程去来于分度多滤期关节年时敏户桥河夜江路])/u, '了')
    .replace(/^要(?!求|把|被|让|给|到|去|来)/u, /^(?:没有?|未|从未)$/u.test(mark) ? '收' : '要');
}

/** What is denied by a negation behind it: 「电梯没有」, 「联系不上」. */
function wordsBefore(before: string, mark: string, after: string): readonly TaggedWord[] {
  const words = wordsOf(before);
  const isOutcome = mark === '不' && isOutcomeOf(words.at(-1), before, after);
  return isOutcome || /^(?:是?$|[了的]?$|[”"」、])/u.test(after) ? words.slice(-2) : [];
}

/** 「联系不上」, 「听不懂」 deny the verb before. */
function isOutcomeOf(verb: TaggedWord | undefined, before: string, after: string): boolean {
  if (verb === undefined || !before.endsWith(verb.word)) return false;
  return /^v/u.test(verb.tag) ? outcome.test(after) : outcomeAlone.test(after);
}

const ends = '过来|过去|起来|出来|进去|下来|[了到着起动开懂清完见住及成齐满进出回上下过]';
const outcome = new RegExp(`^(?:${ends})`, 'u');
const outcomeAlone = new RegExp(`^(?:${ends})(?:$|[的了、])`, 'u');
const focus = /^再?(?:是(?!不)|按|靠|以|因|凭|从|由|为了|随便|统一)/u;

/** The words behind a negation up to the end of what it reaches. */
function deniedWords(after: string): readonly TaggedWord[] {
  // Of 「没有让一名怀孕的同事值夜班」 and 「不把哨位的标准降下来」 what is not done stands at the end.
  if (/^(?:[把将]|让(?=.*的)|要被)[^,、]{1,8}的/u.test(after))
    return wordsOf(after.slice(1)).slice(-denialReach).toReversed();
  const [reached = ''] = after.split(/[、;]|但|而(?!且)|却|的(?=\p{Script=Han})/u);
  return wordsOf(/^[把将]/u.test(reached) ? reached.slice(1) : reached).slice(0, denialReach + 2);
}

/** The words that mean something, or the helpers where there is nothing else: 「没来」. */
function wordsOf(text: string): readonly TaggedWord[] {
  const words = tagWords(text).filter(
    ({ word, tag }) => !/^(?:u|p$|c$|r$|y|e$|q$|m)/u.test(tag) && /^[\p{L}\p{N}]+$/u.test(word),
  );
  const full = words.filter(({ word }) => !helpers.has(word) && !wordHelpers.has(word));
  return full.length > 0 ? full : words.filter(({ word }) => !/[的了着是也都还另]/u.test(word));
}

function isDeed({ tag }: TaggedWord): boolean {
  return /^(?:v|a|i|l|z|x)/u.test(tag);
}

/** A clause with the words masked that only look like denials, and short names in quotation marks. */
export function withoutPlainNegatives(clause: string): string {
  const mask = (word: string) => '＿'.repeat(word.length);
  return clause
    .replace(plainNegatives, mask)
    .replace(/(\p{Script=Han})[不没]\1/gu, mask)
    .replace(/(?<![签写填投说答道回喊:,着]了?)[“「"][^”」",。]{2,4}[”」"]/gu, mask);
}
