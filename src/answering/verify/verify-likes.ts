import type { Rules } from './rules.ts';

/** What is one of several of its kind stays the same one: 绿卡 for 黄卡, 中学生 for 大学生, 东门 for 西门. */
export const likenessRules: Rules = {
  'other-grade': {
    fault: 'name',
    find: (claim, { text, headings }) => otherGrade(claim, `${text}\n${headings}`),
  },
};

const grade = '大中小高初上下东西南北正副左右男女新老春夏秋冬';
const graded = new RegExp(`[${grade}]([\\p{Script=Han}]{1,2})`, 'gu');

// 「路上看到」: a verb behind a place.
const seen = /^(?:当[场天即]|[看见听遇碰想找送接走跑坐站住]|[来去到过着了])/u;

/** 「中学生」 where the source has 「大学生」 and never says 学生 otherwise. */
function otherGrade(claim: string, source: string): string | undefined {
  for (const { 0: whole, 1: noun = '', index } of claim.matchAll(graded)) {
    // 「比男生多」 is no kind of anything.
    const isCompared = claim.charAt(index - 1) === '比';
    if (isCompared || source.includes(whole) || !source.includes(noun) || seen.test(noun)) continue;
    const told = [...source.matchAll(new RegExp(`(.)${noun}`, 'gu'))];
    if (told.length > 0 && told.every(([, one = '']) => grade.includes(one))) return whole;
  }
  return undefined;
}
