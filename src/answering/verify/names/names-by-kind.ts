import { type TaggedWord, tagWords } from '../tag-words.ts';
import { isFree } from '../words/known-words.ts';
import { commonness } from '../words/printed-words.ts';

/** A name as it ends in what it names: 「狮子」 and 「岭」. */
export interface KindName {
  readonly head: string;
  readonly kind: string;
  readonly index: number;
}

const places =
  '教学点 社区 街道 小区 广场 码头 车站 火车站 机场 渔港 港口 垭口 公园 水库 工区 厂区 院区 园区 片区 矿区 林场 农场 牧场 茶场 大桥 隧道 大街 大道 胡同 花园 新村 家园 夜市 早市 集市 省 市 县 区 旗 镇 乡 村 屯 庄 寨 湾 山 河 湖 江 溪 沟 岭 崖 岩 坡 坪 坝 坳 岙 礁 岛 洲 圩 塘 桥 路 街 巷 弄 塔 亭 门 口 港 沱 峪 峡 梁 岗 坊'.split(
    ' ',
  );
const bodies =
  '车间 小学 中学 大学 学院 医院 卫生院 卫生室 公司 集团 银行 法庭 法院 检察院 派出所 物业 支队 大队 中队 服务站 驿站 工作站 菜场 市场 食堂 超市 药店 书店 饭店 酒店 合作社 协会 商会 研究所 供电所 工作室 幼儿园 敬老院 养老院 分馆 分院 停车场 寺 庙 祠 站 队 科 局 厂 店 馆 院 所 园 棚 班 组 台 营'.split(
    ' ',
  );
const placeKinds = new Set(places);
const anyKind = new RegExp(
  [...places, ...bodies].toSorted((a, b) => b.length - a.length).join('|'),
  'gu',
);

/** Finds what a folded text names by a head and a kind. */
export function findKindNames(text: string): readonly KindName[] {
  const words = tagWords(text);
  const byKind = [...text.matchAll(anyKind)].flatMap(({ 0: kind, index }) => {
    const head = headBefore(words, { index, end: index + kind.length });
    return head === '' ? [] : [{ head, kind, index: index - head.length }];
  });
  return [...byKind, ...words.flatMap((one, at) => namedNoun(words[at - 1], one) ?? [])];
}

const endsInKind = new RegExp(`^\\p{Script=Han}+(?:${bodies.join('|')})$`, 'u');

/** 「振华」 before 「印刷厂」: a word for a kind of body behind a name that is cut as one. */
function namedNoun(before: TaggedWord | undefined, { word, index }: TaggedWord) {
  const isNoun = word.length > 2 && endsInKind.test(word) && before !== undefined;
  if (!isNoun || before.index + before.word.length !== index) return undefined;
  const isName = before.word.length === 2 && /^(?:x|n[rstz])/u.test(before.tag);
  return isName ? { head: before.word, kind: word, index: before.index } : undefined;
}

interface Span {
  readonly index: number;
  readonly end: number;
}

const mostBefore = 4;
// Of the words counted in print, those counted some ten times.
const rare = 0.15;

/** The words before a kind that make a name of it; none where the kind is but a part of a word in print. */
function headBefore(words: readonly TaggedWord[], span: Span): string {
  const last = words.findIndex(({ index, word }) => index + word.length >= span.end);
  const { [last]: ending } = words;
  if (ending === undefined || !isWhole(ending, span)) return '';
  let head = '';
  for (const one of words.slice(0, last + 1).toReversed()) {
    const piece = one.word.slice(0, Math.max(0, span.index - one.index));
    if (piece === '') continue;
    if (!isPartOf(one, piece, head) || head.length + piece.length > mostBefore) break;
    head = piece + head;
    if (piece.length > 1) break;
  }
  return isVerb(head) ? '' : head;
}

/** 「修桥」, 「平安返港」, 「三家公司」. */
function isVerb(head: string): boolean {
  if (head.length > 1) return verbBefore.test(head) || counted.test(head);
  if (head === '里') return true;
  return head !== '' && !direction.test(head) && /^[vdpcqurz]/u.test(tagWords(head)[0]?.tag ?? '');
}

const verbBefore = /[上下返回坐值出开关闭敲入进办]$/u;
const counted = /[一二三四五六七八九十两几][个家所名条座处位口次]/u;

/** The kind ends its word, or a place in it does: 「街上」. Of a word in print it is a part. */
function isWhole({ word, index, tag }: TaggedWord, span: Span): boolean {
  const behind = word.slice(span.end - index);
  if (behind !== '' && !/^[上下里内边旁]$/u.test(behind))
    return tag === 'x' && index === span.index;
  if (index >= span.index || /^(?:n[rstz]|m)/u.test(tag)) return true;
  return commonness(behind === '' ? word : word.slice(0, -1)) < rare;
}

const direction = /^[东西南北中上下前后新老大小高低]$/u;
const isNumber = /^[一二三四五六七八九十]{1,2}$/u;
const joint =
  /[的在到和与及由从向为对把被让给请是有了着过等个各该本这那每以进来去会能可不没也都还又位名将并其于至叫称即驻距离经据靠按轮沿因使跟比嫌照]/u;

/** Whether a piece may be the head of a name, or stand before the rest of it: 「掘进」 before 「一」. */
function isPartOf(one: TaggedWord, piece: string, rest: string): boolean {
  if (!/^\p{Script=Han}+$/u.test(piece) || isJoint(one, piece, rest)) return false;
  if (isNumber.test(rest)) return piece.length > 1;
  if (rest !== '' && (rest.length > 2 || /[省市县区旗镇乡村]$/u.test(piece))) return false;
  if (/^m/u.test(one.tag) || isNumber.test(piece)) return rest === '' && isNumber.test(piece);
  if (piece.length === 1) return direction.test(piece) || piece === '里' || !isFree(piece);
  return commonness(one.word) === 0 || !isEveryday(one);
}

function isJoint({ word, tag }: TaggedWord, piece: string, rest: string): boolean {
  if (!joint.test(piece)) return false;
  // 「分为四组」
  if (isNumber.test(rest) && /[为成到]/u.test(piece)) return true;
  return piece.length === 1 || (tag === 'x' && commonness(word) === 0);
}

function isEveryday({ word, tag }: TaggedWord): boolean {
  return isFree(word) || /^(?:v(?!n)|[pcdrufytq]|a(?!n))/u.test(tag);
}

/** Whether both name places, or both bodies. */
export function areBothPlaces(one: KindName, other: KindName): boolean {
  return placeKinds.has(one.kind) === placeKinds.has(other.kind);
}

/** Whether a text has the characters of a name in order, close before its kind, or the last of them right before it. */
export function isNamed({ head, kind }: KindName, text: string): boolean {
  return (
    text.includes(head.slice(-2) + kind) ||
    new RegExp(`${[...head].join('.{0,6}')}.{0,6}${kind}`, 'u').test(text)
  );
}
