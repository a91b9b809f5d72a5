import { cutOnce } from '../cut-once.ts';
import { tagWords } from '../tag-words.ts';
import { isFree } from '../words/known-words.ts';
import { commonness } from '../words/printed-words.ts';
import { namesNothing, namingSuffixes, verbBeforePlace } from './naming-words.ts';

const kinds = [
  ...namingSuffixes.filter((suffix) => suffix.length > 1),
  ...'局 部 厂 村 镇 乡 县 市 区 街 桥 车间 法庭 隧道 大桥 机械厂 服务中心 项目部 党组 联合党委 建材市场 码头 火车站 学校 银行'.split(
    ' ',
  ),
].toSorted((a, b) => b.length - a.length);

const loose =
  /[的在到和与及由从向为对把被让给请是有了着过等个各该本这那每以进来去里上下全几就会要能可不没也都还又位名家所座处办驻据靠距途经因近往坐]/u;

/**
 * A kind of place or organisation with other characters before it than the source ever puts there: 向阳社区 for 月湖社区,
 * 建设银行 for 农商银行. The two characters right before the kind tell.
 */
export function otherBefore(claim: string, source: string): string | undefined {
  return changedBefore(claim, source) ?? changedInside(claim, source);
}

function changedBefore(claim: string, source: string): string | undefined {
  for (const kind of kinds)
    for (const { index } of claim.matchAll(new RegExp(kind, 'gu'))) {
      const own = claim.slice(Math.max(0, index - 2), index);
      if (!isNaming(own, kind) || isTold(own, kind, source) || !isWholeKind(claim, index, kind))
        continue;
      const told = [...source.matchAll(new RegExp(kind, 'gu'))].map(({ index: at }) =>
        source.slice(Math.max(0, at - 2), at),
      );
      if (
        told.length > 0 &&
        told.every((one) => isNaming(one, kind) && !claim.includes(one + kind))
      )
        return own + kind;
    }
  return undefined;
}

/** 「笋干厂」 for 「笋干加工厂」: the characters stand close before the kind, in order. */
function isTold(own: string, kind: string, source: string): boolean {
  return new RegExp(`${[...own].join('.{0,6}')}.{0,6}${kind}`, 'u').test(source);
}

function isNaming(before: string, kind: string): boolean {
  if (!/^\p{Script=Han}{2}$/u.test(before) || loose.test(before) || verbBeforePlace.test(before))
    return false;
  return kind === '银行' || !namesNothing.test(before);
}

/** 「区」 of 「社区」 is no kind of its own, nor 「部」 of 「全部」 or 「镇」 of 「坐镇」; 「希望图书馆」 is no name. */
function isWholeKind(claim: string, index: number, kind: string): boolean {
  const words = tagWords(claim);
  const ending = words.find((one) => one.index + one.word.length >= index + kind.length);
  const isPart = ending !== undefined && ending.index < index;
  if (isPart && (ending.tag === 'v' || commonness(ending.word) > 0))
    return /^n[rstz]/u.test(ending.tag);
  const before = words.find((one) => one.index + one.word.length === index);
  if (before !== undefined && /^[vtdr]$/u.test(before.tag) && isFree(before.word)) return false;
  if (kind.length > 1) return true;
  const around = cutOnce(claim.slice(Math.max(0, index - 4), index + 3));
  return around.some((word) => word === kind || (word.length > 2 && word.endsWith(kind)));
}

const longName =
  /(\p{Script=Han})(?=(\p{Script=Han}{3,10}(?:中心|公司|合作社|银行|医院|学校|学院|中学|小学|社区|法院|协会|基金会|机构)|\p{Script=Han}{1,6}(?:车队|物业|码头|水库|渔港|机场)))/gu;

/** 「康和居家养老服务中心」 for 「安和居家养老服务中心」: one character of a long name is another. */
function changedInside(claim: string, source: string): string | undefined {
  for (const { 1: own = '', 2: rest = '', index } of claim.matchAll(longName)) {
    if (
      endsWord(claim, index) ||
      loose.test(own) ||
      loose.test(rest.slice(0, -2)) ||
      /[起出成立开到]/u.test(own) ||
      source.includes(own) ||
      !source.includes(rest)
    )
      continue;
    const before = [...source.matchAll(new RegExp(`(.)${rest}`, 'gu'))].map(([, one = '']) => one);
    if (before.every((one) => /\p{Script=Han}/u.test(one) && !loose.test(one))) return own + rest;
  }
  return undefined;
}

/** 「天」 of 「今年冬天北广场车队」. */
function endsWord(claim: string, at: number): boolean {
  return tagWords(claim).some(
    ({ index, word, tag }) =>
      index < at && index + word.length === at + 1 && (tag === 't' || commonness(word) > 0),
  );
}
