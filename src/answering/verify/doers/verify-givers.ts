import { coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { plainEvidence, plainNames } from '../names/own-names.ts';
import type { Rules } from '../rules.ts';
import { findDoers } from './find-doers.ts';
import { isMentioned, type Mention } from './find-mentions.ts';
import { readRoles } from './read-roles.ts';
import { bearersOf, isSameDoer } from './same-doer.ts';

/** By whom a claim has something done stands nowhere in the sentence that tells of it, but others do. */
export const giverRules: Rules = {
  'done-by-another': { fault: 'attribution', find: findOtherGiver },
};

// Of what is done, the other sentence holds at least so much, and so much more than one that names him.
const [least, more] = [0.4, 0.15];

function findOtherGiver(said: string, evidence: Evidence): string | undefined {
  const told = plainEvidence(evidence);
  const claim = plainNames(said, evidence)
    .replace(/的,(?=(?:正|就)?是)/gu, '的')
    .replace(/本人|自己(?=承担|出|付|掏|垫)|自行/gu, '');
  const clauses = splitClauses(claim);
  return clauses
    .flatMap((clause, at) =>
      giversIn(clause, told.persons).map((who) => ({
        who,
        deed: deedOf(withoutLead(clause, who), clauses[at - 1]),
      })),
    )
    .find((role) => isOthers(role, claim, told))?.who.name;
}

const given =
  /(?:由|被|是)(\p{Script=Han}{2,14}?)(?:(?:承担|负担|出|付|支付|拨付|垫付|列支|补贴|补助|资助|监督|主持|提供|负责|录制|奖励)(?:的|了|一半|\p{Script=Han}成)?$|(?:提出来?|说|讲|提|给|出|派[来去]?|请来|办成?|写|定)的|的(?:计划|要求|主意|提议|建议|想法|决定|规定|安排|意见)$)/u;

/** By whom something is done; where no list holds them, by the verb that follows. */
function giversIn(clause: string, persons: readonly string[]): readonly Mention[] {
  const known = readRoles(clause, persons).filter(({ place }) => place === 'by');
  if (known.length > 0) return known.map(({ who }) => who);
  const found = given.exec(clause);
  const name = found?.[1];
  if (found === null || name === undefined || /^[从因他她]|[不没是由]|自己/u.test(name)) return [];
  const start = found.index + 1;
  const end = start + name.length;
  const doer = findDoers(clause, persons).doers.find((one) => one.end === end);
  return [doer ?? { name, kind: name, start, end }];
}

/** A clause without the one by whom it is done and what he is called. */
function withoutLead(clause: string, { start, end }: Mention): string {
  const lead = clause.slice(0, start).replace(/(?<=[由是被靠归经])[^由是被靠归经,]{0,14}$/u, '');
  return `${lead},${clause.slice(end)}`;
}

/** A bare verb with what stands before it. */
function deedOf(own: string, previous = ''): string {
  return (own.match(/\p{Script=Han}/gu) ?? []).length < 6 ? `${previous},${own}` : own;
}

interface Given {
  readonly who: Mention;
  readonly deed: string;
}

function isOthers({ who: named, deed }: Given, claim: string, evidence: Evidence): boolean {
  const who = { ...named, bearers: bearersOf(named, evidence) };
  const sentences = joined(evidence.sentences.flatMap((sentence) => sentence.split(';')));
  const read = sentences.map((sentence) => ({
    cover: coverOf(deed, sentence),
    there: splitClauses(sentence).flatMap((clause) => findDoers(clause, evidence.persons).doers),
    isOwn: isMentioned(who, sentence),
  }));
  const own = read.filter(({ isOwn, there }) => isOwn || there.some((one) => isSameDoer(one, who)));
  const others = read.filter(
    (one) => !own.includes(one) && one.there.some(({ name }) => !claim.includes(name)),
  );
  const [ofOwn, ofOthers] = [own, others].map((list) =>
    Math.max(0, ...list.map(({ cover }) => cover)),
  );
  return (ofOthers ?? 0) >= least && (ofOthers ?? 0) > (ofOwn ?? 0) + more;
}

/** A sentence that begins with 他 goes on with the one before. */
function joined(sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence, at) =>
    /^[^。]{0,14}[他她]/u.test(sentence) ? `${sentences[at - 1] ?? ''}${sentence}` : sentence,
  );
}
