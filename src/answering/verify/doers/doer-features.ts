import { coverOf } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { flag } from '../sign.ts';
import { isMentioned, type Mention } from './find-mentions.ts';
import type { mentionsAround, NearestTelling } from './nearest-telling.ts';
import { isSpeech, type Role } from './read-roles.ts';
import type { Telling } from './read-tellings.ts';
import { hasOtherName, isSameDoer } from './same-doer.ts';

/** Where the source tells of the one whom a claim names. */
export function whereFeatures(
  who: Mention,
  { clause, sentence }: NearestTelling,
  evidence: Evidence,
) {
  const { text, headings, bodies } = evidence;
  const [inText, inHeadings] = [isMentioned(who, text), isMentioned(who, headings)];
  const inBodies = isMentioned(who, bodies);
  return {
    inText: flag(inText),
    inClause: flag(isMentioned(who, clause)),
    inSentence: flag(isMentioned(who, sentence)),
    inHeadings: flag(inHeadings),
    inQuoted: flag(isMentioned(who, evidence.quoted)),
    elsewhere: flag(inBodies && !inText && !inHeadings),
    nowhere: flag(!inBodies && !inHeadings),
    kindInText: flag(who.kind === '' || text.includes(who.kind)),
    otherName: flag(hasOtherName(who, text)),
  };
}

/** 「护士梅桂香」 of whom no sentence tells that she is a nurse. */
export function isTitleUntold(
  { name, kind }: Mention,
  claim: string,
  { bodies }: Evidence,
): boolean {
  if (kind !== '' || !bodies.includes(name)) return false;
  const title = titleBefore.exec(claim.slice(0, claim.indexOf(name)))?.[0] ?? '';
  const lead = claim.slice(0, claim.indexOf(name) - title.length);
  // 「网约车司机」 for one who is told to drive 网约车
  const doing = /\p{Script=Han}{3}$/u.exec(lead)?.[0];
  if (title === '' || (doing !== undefined && bodies.includes(`${doing}的${name}`))) return false;
  const sentences = bodies.split(/[。!?\n]/u);
  const around = sentences.filter((_, at) =>
    sentences.slice(Math.max(0, at - 1), at + 1).some((sentence) => sentence.includes(name)),
  );
  return around.every((sentence) => !sentence.includes(title));
}

/** How much of what a claim says of a person before the name no sentence about the person tells: 「港口调度中心经理」. */
export function leadUntold({ name, kind }: Mention, claim: string, { bodies }: Evidence): number {
  if (kind !== '' || !bodies.includes(name)) return 0;
  const lead = /\p{Script=Han}{0,10}$/u.exec(claim.slice(0, claim.indexOf(name)))?.[0] ?? '';
  const sentences = bodies.split(/[。!?\n]/u);
  const around = sentences.filter((_, at) =>
    sentences.slice(Math.max(0, at - 1), at + 2).some((sentence) => sentence.includes(name)),
  );
  return lead.length < 2 ? 0 : 1 - coverOf(lead, around.join('\n'));
}

const titleBefore =
  /(?:书记|主任|[局院校所站镇乡村县区市部处科股队会班组厂场]长|经理|护士|医生|老师|教师|工程师|师傅|工人|司机|律师|专家|志愿者|家属|老板|会计|法官|民警)$/u;

type Mentions = ReturnType<typeof mentionsAround>;

/** Who stands nearest to the deed in the source. */
export function nearFeatures(
  who: Mention,
  claim: string,
  { before, sentenceBefore, after, all, clause }: Mentions,
) {
  const near = before.at(-1) ?? sentenceBefore.at(-1);
  const same = (mentions: readonly Mention[]) => mentions.some((one) => isSameDoer(one, who));
  const isNearSame = near !== undefined && isSameDoer(near, who);
  const isNearOther = near !== undefined && !isNearSame && !claim.includes(near.name);
  return {
    near: flag(near !== undefined),
    nearSame: flag(isNearSame),
    nearOther: flag(isNearOther),
    nearInClaim: flag(near !== undefined && !isNearSame && !isNearOther),
    sameBefore: flag(same(sentenceBefore)),
    sameBehind: flag(same(after)),
    othersInClause: Math.min(2, before.filter((one) => isOther(one, who, claim)).length),
    othersInSentence: Math.min(2, sentenceBefore.filter((one) => isOther(one, who, claim)).length),
    nearOfKind: flag(near !== undefined && (near.kind === '') === (who.kind === '')),
    speaks: flag(all.some(({ end }) => isSpeech(clause.slice(end)))),
  };
}

/** What the source itself says of who does it, in the same place. */
export function toldFeatures({ who, place }: Role, claim: string, told: NearestTelling) {
  const actors = place === 'says' ? told.sayers : told.doers;
  const isSame = actors.some((one) => isSameDoer(one, who));
  const others = actors.filter((one) => isOther(one, who, claim));
  const role = told.roles.find((one) => isSameDoer(one.who, who));
  return {
    toldSame: flag(isSame),
    toldOther: flag(!isSame && others.length > 0),
    toldNone: flag(actors.length === 0),
    toldInherited: flag(told.isInherited),
    toldCrossed: flag(
      !isSame && actors.some((one) => !isSameDoer(one, who) && claim.includes(one.name)),
    ),
    toldOfKind: flag(others.some((one) => (one.kind === '') === (who.kind === ''))),
    samePlace: flag(role?.place === place),
    otherPlace: flag(role !== undefined && role.place !== place),
    toldBy: flag(told.roles.some((one) => one.place === 'by')),
    ownSubject: flag(told.roles.some((one) => actsAs(one, place) && !isSameDoer(one.who, who))),
    pronoun: flag(/[他她]/u.test(told.clause)),
    reversed: flag(place === 'subject' && isReversed(who, claim, told)),
  };
}

function actsAs(role: Role, place: Role['place']): boolean {
  return place === 'says' ? role.place === 'says' : role.place === 'subject' || role.place === 'by';
}

/** 「相里强向邸军道歉」 for 「邸军向相里强道歉」: another stands before in the source, behind in the claim. */
function isReversed(who: Mention, claim: string, { sentence, roles }: NearestTelling): boolean {
  const [said, told] = [claim.indexOf(who.name), sentence.indexOf(who.name)];
  if (said === -1 || told === -1 || /[被由把]/u.test(claim + sentence)) return false;
  return roles.some(({ who: { name } }) => {
    const [later, earlier] = [claim.indexOf(name), sentence.indexOf(name)];
    return name !== who.name && later > said && earlier !== -1 && earlier < told;
  });
}

/** Whether the source gives the same one the same place, and how much of the deed it tells there. */
export function ownFeatures(role: Role, tellings: readonly Telling[], cover: number) {
  const { who, place } = role;
  const ownCover = ownCoverOf(role, tellings);
  return {
    ownPlace: flag(
      tellings.some(({ roles }) =>
        roles.some((one) => one.place === place && isSameDoer(one.who, who)),
      ),
    ),
    ownCover,
    missing: Math.max(0, cover - ownCover),
  };
}

/** How much of the deed a clause tells that names the same in the same place. */
function ownCoverOf({ who, place, deed }: Role, tellings: readonly Telling[]): number {
  const own = tellings.filter(({ sayers, doers }) =>
    (place === 'says' ? sayers : doers).some((one) => isSameDoer(one, who)),
  );
  return Math.max(0, ...own.map(({ clause }) => coverOf(deed, clause)));
}

function isOther(one: Mention, who: Mention, claim: string): boolean {
  return (
    !isSameDoer(one, who) &&
    !claim.includes(one.name) &&
    !(one.kind !== '' && claim.includes(one.kind))
  );
}
