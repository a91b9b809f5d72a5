import type { Actor } from './find-actors.ts';
import { findPersons } from './find-persons.ts';

const deeds =
  '牵头|发起|负责|主办|组织|确定|决定|定|承办|落实|主持|讲课|带头|管理|承担|提供|出资|捐|送|审核|监督|调解|开办|成立|建立|担任|运营|打造|推出|倡导|设立|值班|看护|配送|照料|照顾|授课|宣讲|开设|处理|巡查|巡逻|汇总|收集|登记|协调|指导|实施|制定';
const byWhom = new RegExp(
  `由([^,。;、]{1,24}?)(?:来|共同|一起|统一|具体|轮流|上门|现场)?(${deeds})(?![部者人员会处])`,
  'u',
);
const leading = new RegExp(
  `^(?:共同|联合|主动|统一|具体|又|还|也)?(${deeds})(?![部者人员会处的])`,
  'u',
);
const speech =
  '说|表示|介绍|告诉|认为|坦言|指出|回忆|感慨|强调|透露|感叹|提到|直言|解释|提出|反映|称赞|夸|评价|建议|承诺';
const saying = new RegExp(`([^,。;:“”"]{1,24}?)(?:${speech})`, 'u');

/** 「由甲牵头」: who does what, where a clause says so in these words. */
export function readAgent(
  clause: string,
): { readonly who: string; readonly deed: string } | undefined {
  const [, who, deed] = byWhom.exec(clause) ?? [];
  return who === undefined || deed === undefined ? undefined : { who, deed };
}

/** 「甲发起了…」: an actor with the deed right behind the name. */
export function readLeadingAgent(
  clause: string,
  actors: readonly Actor[],
): { readonly who: string; readonly deed: string } | undefined {
  for (const { name } of actors) {
    const behind = clause.slice(clause.indexOf(name) + name.length);
    const deed = leading.exec(behind)?.[1];
    if (deed !== undefined) return { who: name, deed };
  }
  return undefined;
}

/** Who says it, as a clause puts it before its verb of speech; pronouns are nobody. */
export function readSpeaker(clause: string): string | undefined {
  const who = saying.exec(clause)?.[1]?.replace(/(?:自己|还|也|都|曾|向|对)$/u, '');
  const isNobody =
    who === undefined || who.length < 2 || /^(?:他|她|它|这|那|大家|人们|据)/u.test(who);
  return isNobody ? undefined : (findPersons(who)[0] ?? who);
}

const area = /^.*(?:省|市|县|区|旗|盟|街道|镇|乡)(?=.{2})/u;

/** Whether two names of one who acts can mean the same: behind their place they share two characters side by side. */
export function mayBeSame(one: string, other: string): boolean {
  const bare = one.replace(area, '');
  for (let at = 0; at + 1 < bare.length; at += 1)
    if (other.includes(bare.slice(at, at + 2))) return true;
  return bare.length === 1 && other.includes(bare);
}
