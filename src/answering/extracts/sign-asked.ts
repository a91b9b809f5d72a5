import { foldText } from '../../corpus/fold-text.ts';
import type { DraftClaim } from '../draft-claim.ts';
import { provinceNames } from '../place-names.ts';
import { findPersons } from '../verify/names/find-persons.ts';

const provinces = new RegExp(`${provinceNames.join('|')}|\\p{Script=Han}省`, 'u');
const digits = '[\\d一二三四五六七八九十百两零〇]';

/** What an answer must show to be one: asked words, and the form in which it is printed. */
const signs: readonly (readonly [RegExp, RegExp])[] = [
  [
    /几点|(?:营业|开放|上班|开门|发车)时间/u,
    new RegExp(`${digits}+(?:点|时|[:：]\\d)|24小时|全天`, 'u'),
  ],
  [/每个?月(?:的)?几[号日]/u, new RegExp(`每个?月\\S{0,4}${digits}+[日号]`, 'u')],
  [/(?:几|哪一?)[号日](?!线|楼|院|店)/u, new RegExp(`${digits}+[日号]`, 'u')],
  [
    /哪一?天/u,
    new RegExp(`${digits}+[日号]|(?:星期|周)[一二三四五六日天]|当天|今天|昨天|每天`, 'u'),
  ],
  [/哪一?年|什么年份|哪个年份/u, /[\d一二三四五六七八九〇零]{2,4}年|去年|今年|前年|\d{4}/u],
  [/几天|多少天/u, new RegExp(`(?<![月\\d])${digits}+余?(?:天|日|周(?!年)|个月|个?星期)`, 'u')],
  [/(?:周|星期|礼拜)几/u, /(?:周|星期|礼拜)[一二三四五六日天]/u],
  [
    /(?:怎么|如何|怎样|咋)[计折核换]?算的?[?？。]*$/u,
    /[计折核换]算|[计记积]分|折合|计为|算作|百分之|%|标准|比例|按[^，。；]{1,10}[计算收交缴付]|每[^，。；]{1,10}[\d一二三四五六七八九十百][^，。；]{0,3}(?:分|元|小时)/u,
  ],
  [/面积(?:有|是)?多(?:大|少)|多大面积/u, /平方|平米|亩|公顷/u],
  [/哪一?[家所个](?:大学|学校|中学|小学)/u, /校|大学|中学|小学|学院/u],
  [/哪一?支(?:队伍|部队)/u, /\p{Script=Han}{2}(?:队(?!伍)|军|团)/u],
  [
    /第[一二三四五六七八九十\d]+[条款步章]/u,
    /第[一二三四五六七八九十\d]|[一二三四五六七八九]是|首先/u,
  ],
  [/哪一?个?(?:省|自治区|直辖市)/u, provinces],
  [/哪一?[家所个]医院/u, /医院|卫生/u],
  [
    /几岁|多大(?:岁数|年纪|年龄)|年龄(?:是|有)?多|什么年纪/u,
    new RegExp(`${digits}+(?:多|余)?周?岁|\\d{4}年[^，。]{0,8}(?:出?生|诞)|生于`, 'u'),
  ],
  [
    /(?:电话|手机|号码|热线)(?:号码?)?(?:是|为|打)?(?:多少|几|什么|哪)|联系方式|(?:联系|咨询|值班)电话/u,
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
  /哪一?位(?:干部|领导|同志|老师|书记|主任|专家|教授|民警|警官|志愿者|代表|同学)|哪个人|(?:第[一二三\d]名|冠军|状元|标兵|书记|负责人|创始人|发起人|带头人|老板|经理|厂长|医生|老人|党员|志愿者|民警|主任|干部|老师|队长|驾驶员|司机|学员|居民|村民)(?:是谁|叫什么|叫啥|姓什么|姓啥|的?名字)/u;

function namesSomebody(folded: string): boolean {
  return folded.includes('·') || findPersons(folded).length > 0;
}
