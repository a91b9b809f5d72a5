import { splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { partAsAll } from './part-as-all.ts';

/** What a claim says of all where its source tells of some. */
export const universalRules: Rules = {
  'untold-all': { fault: 'number', isCertain: true, find: findUntoldAll },
  'part-as-all': {
    fault: 'number',
    isCertain: true,
    find: (claim, { sentences }) => partAsAll(claim, sentences),
  },
};

const all = /(?<!并非|不是|没有)(?:全部|全都|全数|悉数|统统)(?!免|由|\d|[一二三四五六七八九十])/u;
const allTold =
  /全|都|均|每|各|所有|一律|悉数|凡|皆|统统|清零|无一|100%|百分之百|一\p{Script=Han}{0,6}[也都]|没有任?何?一|未有一|一概|统一|[不无没]\p{Script=Han}{0,2}(?:缺|漏|落)|个个|人人|户户|到齐|完毕|(?:办|卖|销|还|付|结|装|建|种|换|拆)[完清齐光]|普及|整个|整条/u;

/** 「15道全部解决了」 where 15 are told and 13 of them solved: the nearest sentences tell of all nowhere. */
function findUntoldAll(claim: string, { text }: Evidence): string | undefined {
  if (allTold.test(text)) return undefined;
  return splitClauses(claim)
    .map((clause) => all.exec(clause)?.[0])
    .find((word) => word !== undefined);
}
