import { splitClauses } from '../align-clauses.ts';
import { nounsOf } from './name-somebody.ts';

/** Who a clause of a claim names as the one who does what it tells, with the rest of the clause. */
export interface Subject {
  readonly name: string;
  readonly deed: string;
}

// What may stand before a subject: when, where, how often.
const lead =
  /^(?:同年|当年|次年|去年|今年|前年|目前|如今|随后|后来|其中|同时|此后|之后|于是|而|并且|但|每年|每月|当时|一开始|起初|也?有|\d+年?(?:\d+月)?(?:\d+日)?(?:起|初|底|末)?(?:以?来)?|\d+月(?:\d+日)?(?:起|初|底|末)?|到\d+[年月日]|在?[^,]{2,12}(?:会上|现场)|[先再]?[让由])/u;
const mostLeads = 3;

// An office that jieba does not know as one word: 「县搬迁办」.
const office =
  /^(?:[省市县区旗州镇乡]|街道)\p{Script=Han}{1,6}?(?:局|委|办|部|院|会|人大|政协|站|所|中心|财政)(?![事理法公会议员长门里])/u;
const given = /(?<![没不自理])(?:由|被|是(?!为))(?![于此])/gu;

/** Reads who begins each clause of a folded claim, and by whom or whose it says something is. */
export function readSubjects(claim: string, persons: readonly string[]): readonly Subject[] {
  return splitClauses(claim).flatMap((clause) => [
    ...firstOf(withoutLead(clause), persons),
    ...givenIn(clause, persons),
  ]);
}

function withoutLead(clause: string): string {
  let rest = clause;
  for (let at = 0; at < mostLeads; at += 1) rest = rest.replace(lead, '');
  return rest;
}

function firstOf(rest: string, persons: readonly string[]): readonly Subject[] {
  const name = namedFirst(rest, persons);
  if (name === undefined || /^[的和与及、里内”"》]/u.test(rest.slice(name.length))) return [];
  return [{ name, deed: rest.slice(name.length) }];
}

function givenIn(clause: string, persons: readonly string[]): readonly Subject[] {
  return [...clause.matchAll(given)].flatMap(({ 0: mark, index }) => {
    const behind = clause.slice(index + mark.length);
    const name = namedFirst(behind, persons);
    if (index === 0 || name === undefined) return [];
    const after = behind.slice(name.length);
    if (mark === '是' && !/的$/u.test(clause) && !/^.{2,6}的/u.test(after)) return [];
    return [{ name, deed: [clause.slice(0, index), after].join(',') }];
  });
}

/** Whom a text names before it goes on. */
function namedFirst(text: string, persons: readonly string[]): string | undefined {
  const name = nounsOf(text, persons) ?? office.exec(text)?.[0];
  return name === text ? undefined : name;
}
