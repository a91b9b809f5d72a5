import { coverOf } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { plainEvidence, plainNames } from '../names/own-names.ts';
import type { Rules } from '../rules.ts';
import { namedIn, type Where, whereIs } from './agent-names.ts';
import { isMentioned, type Mention } from './find-mentions.ts';
import { readSubjects, type Subject } from './read-subjects.ts';
import { readTellings, type Telling } from './read-tellings.ts';
import { bearersOf, isSameDoer } from './same-doer.ts';

/** The rest of a clause is its source's, who is said to do it is not named there. */
export const subjectRules: Rules = {
  'subject-elsewhere': { fault: 'attribution', isCertain: true, find: findReplaced },
};

// How much of what is done the source's clause tells; more where the claim names its doers too.
const least = 0.4;
const nearlyAll = 0.8;
const mostly = 0.5;

function findReplaced(said: string, evidence: Evidence): string | undefined {
  const told = plainEvidence(evidence);
  const claim = plainNames(said, evidence);
  const subjects = readSubjects(claim, told.persons).filter(({ name }) =>
    isOne(name, told.persons),
  );
  if (subjects.length === 0) return undefined;
  const tellings = readTellings(told.sentences, told.persons);
  return subjects.find((subject) => isReplaced(subject, { claim, told, tellings }))?.name;
}

interface Source {
  readonly claim: string;
  readonly told: Evidence;
  readonly tellings: readonly Telling[];
}

function isReplaced({ name, deed }: Subject, { claim, told, tellings }: Source): boolean {
  const [best] = tellings
    .map((telling) => ({ ...telling, cover: coverOf(deed, telling.clause) }))
    .toSorted((a, b) => b.cover - a.cover);
  if (best === undefined || best.cover < least) return false;
  const isIn = namedIn(name, told);
  if (isIn(best.sentence) || isOwn(name, told)) return false;
  const who = mentionOf(name, told);
  if (best.doers.some((doer) => isIn(doer.name) || isSameDoer(who, doer))) return false;
  const isShared = best.doers.some((doer) => isMentioned(doer, claim));
  if (isShared && best.cover < nearlyAll) return false;
  return isUntold(who, whereIs(name, told), { told, best });
}

/** The article's own organisation may always be named for what it calls 「支部」 or leaves unsaid. */
function isOwn(name: string, { headings }: Evidence): boolean {
  return headings.includes(name) || headings.includes(name.slice(1));
}

interface Best {
  readonly told: Evidence;
  readonly best: Telling & { readonly cover: number };
}

/** Whether who is named is somebody else of the article, or an office that it does not know. */
function isUntold({ name, kind }: Mention, where: Where, { told, best }: Best): boolean {
  if (where === 'elsewhere') return true;
  if (where === 'told') return kind !== '' && best.doers.length > 0 && !best.isInherited;
  if (where === 'beside' && kind === '')
    return !best.isInherited && best.doers.some((doer) => doer.kind === '');
  return where === 'nowhere' && best.cover >= mostly && office.test(name) && !isKnown(name, told);
}

/** 「区住建局」 of 「区住房和城乡建设局」, or 「社区党委办」 of 「社区党委」. */
function isKnown(name: string, { bodies, headings }: Evidence): boolean {
  if (bodies.includes(name.slice(0, -1))) return true;
  const inOrder = new RegExp([...name.slice(1)].join('.{0,6}'), 'u');
  return inOrder.test(bodies) || inOrder.test(headings);
}

function mentionOf(name: string, told: Evidence): Mention {
  const isPerson = told.persons.some((one) => name.endsWith(one));
  const who = { name, kind: isPerson ? '' : name.slice(-2), start: 0, end: name.length };
  return { ...who, bearers: bearersOf(who, told) };
}

const office =
  /(?:[省市县区旗州镇乡]\p{Script=Han}{1,6}?[局委办]|[省市县区镇]委|工会|妇联|团委|残联|工商联|组织部|宣传部|保险公司|银行|法院|检察院|派出所|基金会)$/u;
const body =
  /(?:[委局厅处科办组队]|(?<!全)部|(?<![法书])院|[^社机大]会|所|站|中心|财政|政府|人大|政协|公司|银行|平台|支部|党总支|书记|主任|经理|主席|[局院部厅处科所站校馆园厂场队组班会庭行镇乡县市社总船司]长|总监|律师|法官|民警|干部|领导|代表|工程师|教授|医生|企业|妇联|残联|工商联)$/u;
// What an article may leave unsaid of itself.
const plain = /^(?:全.|公司|企业|医院|支部|社区|厂|.{1,2}队|.长)$/u;

/** Whether a name is that of a person, a body or an office, not of a group of people. */
function isOne(name: string, persons: readonly string[]): boolean {
  return persons.some((one) => name.endsWith(one)) || (body.test(name) && !plain.test(name));
}
