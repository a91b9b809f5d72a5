import type { Rules } from '../rules.ts';
import { tagWords } from '../tag-words.ts';

/** What is one of several of its kind stays the same one: 绿卡 for 黄卡, 中学生 for 大学生, 东门 for 西门. */
export const likenessRules: Rules = {
  'other-grade': {
    fault: 'name',
    find: (claim, { text, headings }) => otherGrade(claim, `${text}\n${headings}`),
  },
};

const grade = '大中小高初上下东西南北正副左右男女新老春夏秋冬红黄蓝绿白黑紫橙';
// 「比男生多」 is no kind of anything.
const graded = new RegExp(`(?<!比)[${grade}](?=(\\p{Script=Han}{1,2}))`, 'gu');

// 「路上看到」: a verb behind a place.
const seen = /^(?:当[场天即]|[看见听遇碰想找送接走跑坐住]|站[在着到了岗]|[来去到过着了])/u;
// 「下站」 for 「中站」: single characters that such a word may stand before.
const single = /^[站村街桥院门坪坳湾棚礁岸圩]$/u;

/** 「中学生」 where the source has 「大学生」 and never says 学生 otherwise. */
function otherGrade(claim: string, source: string): string | undefined {
  for (const { 0: one, 1: behind = '', index } of claim.matchAll(graded)) {
    const noun = nounsOf(claim, { behind, at: index + 1 }).find((part) => source.includes(part));
    if (noun === undefined || source.includes(one + noun)) continue;
    const told = [...source.matchAll(new RegExp(`(.)${noun}`, 'gu'))];
    if (told.length > 0 && told.every((other) => isGrade(other, source))) return one + noun;
  }
  return undefined;
}

/** What may be graded in the characters behind a grade. */
function nounsOf(
  claim: string,
  { behind, at }: { readonly behind: string; readonly at: number },
): readonly string[] {
  if (seen.test(behind)) return [];
  const first = behind.charAt(0);
  if (single.test(first)) return behind.endsWith('的') ? [first] : [behind, first];
  return isNoun(claim, at) && !behind.endsWith('的') ? [behind] : [];
}

/** 「上每周」, 「东推选」 grade nothing. */
function isNoun(claim: string, at: number): boolean {
  const word = tagWords(claim).find(({ index, word }) => index + word.length > at);
  return word !== undefined && !/^(?:v(?!n)|[rpcduq])/u.test(word.tag);
}

/** 「遇上大雪」 has no grade of snow. */
function isGrade({ 1: one = '', index }: RegExpExecArray, source: string): boolean {
  if (!grade.includes(one)) return false;
  const word = tagWords(source).find(({ index: from, word }) => from + word.length > index);
  return !(
    word !== undefined &&
    word.word.length > 1 &&
    word.tag === 'v' &&
    !/^[镇村县街路]/u.test(word.word)
  );
}
