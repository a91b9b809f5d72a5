import { segmentFolded } from '../../retrieval/tokenize.ts';
import { splitClauses } from './align-clauses.ts';
import type { Rules } from './rules.ts';

/** What a claim says was done 由 somebody, the clause that tells of the deed gives to nobody else. */
export const doerRules: Rules = {
  'other-doer': {
    fault: 'attribution',
    find: (claim, { sentences, headings }) => {
      const told = sentences.flatMap(splitClauses);
      return splitClauses(claim)
        .flatMap(readDeeds)
        .find(({ doer, deed }) => !headings.includes(doer) && isOthers(doer, deed, told))?.doer;
    },
  },
};

interface Deed {
  readonly doer: string;
  /** The verb, one or two characters. */
  readonly deed: string;
}

const adverbs =
  /(?:自己|共同|一起|统一|主动|联合|具体|亲自|轮流|单独|全部|负责|来|先|最先|在.{2,12})$/u;
const ends =
  '[部委局院校厂会社站队层]|街道|社区|公司|支部|书记|主任|工人|居民|村民|老人|党员|家属|志愿者|银行|[村镇区县市]里';
const by = new RegExp(
  `由((?:(?!由).){0,12}?(?:${ends}))(?![部委局院校厂会社站队层党支和与及、同的])(\\p{Script=Han}{1,2})`,
  'u',
);
const mayAct = new RegExp(`(?:${ends}|[人员者层])$`, 'u');
// 「去的是邻省」 tells where, not who.
const behind =
  /(\p{Script=Han}{2})(?:了|过)?[^的]{0,12}(?<![去到来往赴住进回])的是(\p{Script=Han}{2,14})$/u;
const cleft = /(?<!不)是(\p{Script=Han}{3,18}?)(?:[出起下上]?来)?的$/u;

/** 「由街道出钱」, 「是一线工人提的」, 「推广的是街道」. */
function readDeeds(clause: string): readonly Deed[] {
  const [, done, who] = behind.exec(clause) ?? [];
  if (done !== undefined && who !== undefined) return [{ deed: done, doer: who }];
  const [, doer, deed] = by.exec(clause) ?? [];
  if (doer !== undefined && deed !== undefined) return [{ deed, doer }];
  const told = cleft.exec(clause)?.[1] ?? '';
  const verb = segmentFolded(told).at(-1)?.segment ?? '';
  const named = told.slice(0, told.length - verb.length).replace(adverbs, '');
  return mayAct.test(named) && verb.length < 3 ? [{ deed: verb, doer: named }] : [];
}

const actor =
  /[部委局院校厂会社站队办层]|街道|社区|公司|党|书记|主任|工人|居民|村民|老人|志愿者|学生|教师|警|村里|镇里|区里/u;
const general = /^(?:社区|街道|公司|学校|医院|支部|[村镇乡区市县省]委?)(?=.{2})/u;

function isOthers(doer: string, deed: string, told: readonly string[]): boolean {
  const own = doer.replace(general, '');
  const clauses = told.filter((clause) => clause.includes(deed));
  return (
    own.length > 1 &&
    clauses.length > 0 &&
    clauses.every((clause) => {
      const before = clause.slice(0, clause.indexOf(deed));
      return actor.test(before) && !sharesPair(own, clause);
    })
  );
}

function sharesPair(one: string, other: string): boolean {
  return [...one].some((_, at) => at + 1 < one.length && other.includes(one.slice(at, at + 2)));
}
