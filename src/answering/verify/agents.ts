import type { Actor } from './find-actors.ts';
import { findPersons } from './find-persons.ts';

const deeds =
  '牵头|发起|负责|主办|推广|评为|评选|组织|确定|决定|定|承办|落实|主持|讲课|带头|管理|承担|提供|出资|捐|送|审核|监督|调解|开办|成立|建立|担任|运营|打造|推出|倡导|设立|值班|看护|配送|照料|照顾|授课|宣讲|开设|处理|巡查|巡逻|汇总|收集|登记|协调|指导|实施|制定|投资|建设|出钱|买单|承建|设计|值守|轮流值守|轮班|轮值|表决|投票|评议|验收|购置|购买|购|配备|承包|认领|编写|起草|批准|发放|选派|评选|决策|推荐|选举|保管|维护|维修|打扫|清理|清扫|接送|包|陪同|写|画|评|提出|发现|认出|领办|联办|主办|凑钱|凑|教|讲|送达|统计|协商|分担|共建';
const byWhom = new RegExp(
  `(?:由|被)([^,。;、]{1,24}?)(?:来|共同|一起|统一|具体|轮流|上门|现场)?(${deeds})(?![部者人员会处])`,
  'u',
);
const leading = new RegExp(
  `^(?:现场|上门|定期|每天|每周|轮流|亲自|共同|联合|主动|统一|具体|又|还|也)?(${deeds})(?![部者人员会处的])`,
  'u',
);
const speech =
  '说|表示|介绍|告诉|认为|坦言|指出|回忆|感慨|强调|透露|感叹|提到|直言|解释|提出(?!的)|反映|称赞|夸|评价|建议|承诺';
const saying = new RegExp(`([^,。;:“”"]{1,24}?)(?:${speech})`, 'u');

/** Who does what, as a clause puts it. */
export interface Agent {
  readonly who: string;
  readonly deed: string;
}

/** 「由甲牵头」: who does what, where a clause says so in these words. */
export function readAgent(clause: string): Agent | undefined {
  const [, who, deed] = byWhom.exec(clause) ?? [];
  const actor = who?.replace(/\d.*$/u, '');
  return actor === undefined || deed === undefined ? undefined : { who: actor, deed };
}

const cleft = /(\p{Script=Han}{2})(?:了|过)?\p{Script=Han}{0,10}的是(\p{Script=Han}{2,16})$/u;

const passive = new RegExp(`是([^,。;、]{2,16}?)(${deeds})(?:来|出来|起来)?的`, 'u');

/** 「推广的是甲」, 「是甲推广的」: the deed before, the one who did it behind. */
export function readCleft(clause: string): Agent | undefined {
  const [, by, done] = passive.exec(clause) ?? [];
  if (by !== undefined && done !== undefined) return { who: by, deed: done };
  const [, deed, who] = cleft.exec(clause) ?? [];
  return deed === undefined || who === undefined ? undefined : { who, deed };
}

/** 「甲发起了…」: an actor with the deed right behind the name. */
export function readLeadingAgent(clause: string, actors: readonly Actor[]): Agent | undefined {
  for (const { name } of actors) {
    const at = clause.indexOf(name);
    if (/[向给为对让请帮把被与和同跟]/u.test(clause.charAt(at - 1))) continue;
    if (/[在向到]|另外/u.test(clause.slice(Math.max(0, at - 6), at))) continue;
    const behind = clause.slice(at + name.length);
    const deed = leading.exec(behind)?.[1];
    if (deed !== undefined)
      return { who: clause.slice(Math.max(0, at - 6), at + name.length), deed };
  }
  return undefined;
}

/** Who says it, as a clause puts it before its verb of speech; pronouns are nobody. */
export function readSpeaker(clause: string): string | undefined {
  const who = saying.exec(clause)?.[1]?.replace(/(?:自己|还|也|都|曾|向|对)$/u, '');
  const isNobody =
    who === undefined ||
    who.length < 2 ||
    /^(?:他|她|它|这|那|大家|人们|据|报道|报上|文中|记者|文章)|[里中上]$/u.test(who);
  return isNobody ? undefined : (findPersons(who)[0] ?? who);
}

const area = /^.{2,}(?:省|市|县|区|旗|盟|街道|镇|乡)(?=.{2})/u;
const kind =
  /(?:党支部|党总支|党委|党工委|委员会|居委会|村委会|公司|医院|合作社|服务队|志愿队|协会|中心|社区|街道|局|院|部|站|所)$/u;

/** Whether two names of one who acts can mean the same: what makes the first particular stands in the other. */
export function mayBeSame(one: string, other: string): boolean {
  const bare = one.replace(area, '');
  const particular = bare.replace(kind, '');
  const looked = particular.length >= 2 ? particular : bare;
  for (let at = 0; at + 1 < looked.length; at += 1)
    if (other.includes(looked.slice(at, at + 2))) return true;
  return looked.length === 1 && other.includes(looked);
}
