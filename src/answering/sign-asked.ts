import { foldText } from '../corpus/fold-text.ts';
import type { DraftClaim } from './draft-claim.ts';
import { findPersons } from './verify/find-persons.ts';

const digits = '[\\d一二三四五六七八九十百两零〇]';

/** What an answer must show to be one: asked words, and the form in which it is printed. */
const signs: readonly (readonly [RegExp, RegExp])[] = [
  [/几点/u, new RegExp(`${digits}+(?:点|时|[:：]\\d)|24小时|全天`, 'u')],
  [/每个?月(?:的)?几[号日]/u, new RegExp(`每个?月\\S{0,4}${digits}+[日号]`, 'u')],
  [/(?:几|哪一?)[号日](?!线|楼|院|店)/u, new RegExp(`${digits}+[日号]`, 'u')],
  [
    /哪一?天/u,
    new RegExp(`${digits}+[日号]|(?:星期|周)[一二三四五六日天]|当天|今天|昨天|每天`, 'u'),
  ],
  [/哪一?年|什么年份|哪个年份/u, /[\d一二三四五六七八九〇零]{2,4}年|去年|今年|前年|\d{4}/u],
  [/几天|多少天/u, new RegExp(`(?<![月\\d])${digits}+余?(?:天|日|周(?!年)|个月|个?星期)`, 'u')],
  [
    /几岁|多大(?:岁数|年纪|年龄)|年龄(?:是|有)?多|什么年纪/u,
    new RegExp(`${digits}+(?:多|余)?周?岁|\\d{4}年[^，。]{0,8}(?:出?生|诞)|生于`, 'u'),
  ],
  [
    /(?:电话|手机|号码|热线)(?:号码?)?(?:是|为|打)?(?:多少|几|什么|哪)/u,
    /(?<!\d)\d{3,12}(?![\d年余万个名人元.])/u,
  ],
  [
    /(?:哪一?条|什么|哪个)(?:大?街|马?路|巷)|门牌|地址/u,
    /\p{Script=Han}{2}(?:大街|街(?![道坊区舞头])|路(?=[\d与口号东西南北交旁])|巷|大道)|\d+号楼?/u,
  ],
  [/谁(?:得|获|拿|夺)/u, /第一|冠军|头名|状元|[获夺得]/u],
];

/** Whether the claims show what a question asks for in a fixed form: an hour, a day, an age, a number to call. */
export function showsSign(question: string, claims: readonly DraftClaim[]): boolean {
  const text = foldText(question);
  const sign = signs.find(([asked]) => asked.test(text))?.[1];
  const article = claims[0]?.quotes[0]?.article;
  const cited = claims
    .flatMap(({ quotes }) => quotes)
    .filter((quote) => quote.article === article)
    .map(({ quote }) => foldText(quote));
  if (asksForPerson.test(text) && !cited.some(namesSomebody)) return false;
  return sign === undefined || cited.some((quote) => sign.test(quote));
}

const asksForPerson =
  /哪一?位(?:干部|领导|同志|老师|书记|主任|专家|教授|民警|警官|志愿者|代表|同学)|哪个人/u;

function namesSomebody(folded: string): boolean {
  return folded.includes('·') || findPersons(folded).length > 0;
}
