import { splitClauses } from '../align-clauses.ts';
import type { Agent, Place } from './agent.ts';
import { isSomebody, nounsOf } from './name-somebody.ts';
import { retoldBy, saidBy, speakerOf } from './read-claimed-speakers.ts';

/** Finds who stands in the places where a folded claim names by whom something is done or said, known to a list or not. */
export function readAgents(claim: string, persons: readonly string[]): readonly Agent[] {
  const plain = claim
    .replace(/的,(?=(?:正|就|则|也|都|其实|恰恰)?是)/gu, '的')
    .replace(/本人(?=[,。]|$)/gu, '');
  const clauses = splitClauses(plain);
  return clauses.flatMap((clause, at) => {
    const before = clauses.slice(0, at).join(',');
    const place = { clause, before, persons, after: clauses.slice(at + 1).join(',') };
    return [
      ...lastOf(place),
      ...roleOf(place),
      ...saidBy(place),
      ...sourceOf(place),
      ...givenTo(place),
      ...cleftOf(place),
      ...retoldBy(place),
      ...speakerOf(place),
    ]
      .slice(0, 1)
      .map((agent) => inFull(agent, clause, persons));
  });
}

/** 「园长殷盈盈」 for 「园长殷」: a name that the words cut. */
function inFull(agent: Agent, clause: string, persons: readonly string[]): Agent {
  const end = clause.lastIndexOf(agent.name) + agent.name.length;
  const person = persons.find((one) => {
    const at = clause.lastIndexOf(one, end - 1);
    return at !== -1 && at + one.length > end;
  });
  if (person === undefined) return agent;
  const from = end - agent.name.length;
  const to = clause.lastIndexOf(person, end - 1) + person.length;
  return from > to - person.length ? agent : { ...agent, name: clause.slice(from, to) };
}

const namedLast = /^(.*.的)(?:人|一方|单位|部门)?(?:正|就|则|也|都|只|其实|恰恰)?是([^是]{2,18})$/u;

/** 「修补残本的是馆员邬海棠」 */
function lastOf({ clause, before, persons }: Place): readonly Agent[] {
  const [, lead = '', rest = ''] = namedLast.exec(clause) ?? [];
  if (rest === '' || !isSomebody(rest, persons)) return [];
  return [
    {
      name: rest,
      deed: [before, lead.slice(0, -1)].join(','),
      act: lead.slice(0, -1),
      place: /[说讲]这(?:句|番|段)?话的$/u.test(lead) ? 'says' : 'last',
    },
  ];
}

const role =
  /^(.+?)的?(提[出议]者|提出人|发起人|发起者|发起方|发明者|发明人|创办人|创办者|主办方|主办单位|承办方|承办单位|承建方|出资方|出资人|捐赠者|捐赠方|牵头人|牵头单位|牵头部门|组织者|作者|执笔人|主讲人|主持人|讲述者|设计者|制作者|发现者|审核方|付款方|供货方)(?:正|则|就)?[是为]([^是]{2,18})$/u;
const party =
  /^([^是]{1,13}?[^是人])(?:则|才|就|正|恰恰)是(.{2,}?)的(?:人|一方|那一方|单位|部门|那个人)$/u;

/** 「办法的提出者是支部书记」, 「企业则是听课的一方」 */
function roleOf({ clause, before, persons }: Place): readonly Agent[] {
  const [, what = '', act = '', last = ''] = role.exec(clause) ?? [];
  const [, first = '', done = ''] = party.exec(clause) ?? [];
  if (last !== '' && isSomebody(last, persons))
    return [
      {
        name: last,
        deed: [before, what, act].join(','),
        act: `${act.slice(0, 2)}${what}`,
        place: 'last',
      },
    ];
  return first !== '' && isSomebody(first, persons)
    ? [{ name: first, deed: done, act: done, place: 'cleft' }]
    : [];
}

const source =
  /^(.*?)(?:是|出自|来自)([^是]{2,16}?)(?:的(?:主意|点子|建议|提议|倡议|手笔|功劳|发明|做法|想法|创意|决定|要求|捐款|捐助|资助|赞助|拨款)|之手|的?手笔)$/u;
const led =
  /^(.*?)在(\p{Script=Han}{2,16}?)的?(带领|牵头|组织|主持|资助|推动|支持|指导|帮助|协调|倡议|提议|号召|建议|陪同|率领)下(.*)$/u;

/** 「这是副主席的主意」, 「在县妇联的牵头下」 */
function sourceOf({ clause, before, after, persons }: Place): readonly Agent[] {
  const [, lead = '', giver = ''] = source.exec(clause) ?? [];
  if (giver !== '' && isSomebody(giver, persons))
    return [
      {
        name: giver,
        deed: [before, lead].join(','),
        act: [before, lead].join(','),
        place: 'cleft',
      },
    ];
  const [, front = '', leader = '', act = '', rest = ''] = led.exec(clause) ?? [];
  return leader !== '' && isSomebody(leader, persons)
    ? [{ name: leader, deed: [before, front, act, rest, after].join(','), act, place: 'by' }]
    : [];
}

// 「由党总支升格为党委」
const becoming = /^(?:原来|过去|此前)?(?:的|升|改|变|扩|搬|迁|转为|降|增加|减|涨|延)/u;

/** 「由县卫生健康委配发」 */
function givenTo({ clause, before, persons }: Place): readonly Agent[] {
  const found =
    /(?<![没不自理])(?:由|被|归|交给|委托|经(?=\p{Script=Han}{2,10}(?:审|批|同意|核|确认|把关|推荐|介绍|牵线)))(?![于此])(?=\p{Script=Han}{3})/u.exec(
      clause,
    );
  if (found === null) return [];
  const [lead, rest] = [clause.slice(0, found.index), clause.slice(found.index + found[0].length)];
  const name = nounsOf(rest, persons);
  if (name === undefined || name === rest || becoming.test(rest.slice(name.length))) return [];
  return [
    {
      name,
      deed: [before, lead, rest.slice(name.length)].join(','),
      act: actOf(rest.slice(name.length)),
      place: /^(?:介绍|透露|反映|讲述|说出|表示|转述|发出)/u.test(rest.slice(name.length))
        ? 'says'
        : 'by',
    },
  ];
}

/** 「“暖圈基金”是牧民其其格出资设立的」 */
function cleftOf({ clause, before, persons }: Place): readonly Agent[] {
  const found = /^(.*?)(?<![不于还这那但可只若要就总])是(.+的)$/u.exec(clause);
  if (found === null) return [];
  const [, lead = '', rest = ''] = found;
  const name = nounsOf(rest, persons);
  if (name === undefined || /^的/u.test(rest.slice(name.length))) return [];
  return [
    {
      name,
      deed: [before, lead, rest.slice(name.length)].join(','),
      act: actOf(rest.slice(name.length)),
      place: 'cleft',
    },
  ];
}

/** 「任书记」 of 「任书记的支部推出」. */
function actOf(rest: string): string {
  return /^[^的]{2,}(?=的.)/u.exec(rest)?.[0] ?? rest;
}
