import { coverOf, splitItems } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { plainEvidence, plainNames } from '../names/own-names.ts';
import type { Rules } from '../rules.ts';
import { isNamesake, namedIn, type Where, whereIs } from './agent-names.ts';
import { isDoneByAnother, isDoneInPart } from './done-by-others.ts';
import { readAgents } from './read-agents.ts';

/** Whom a claim sets apart as the one who does or says something, the sentences that tell of it do not know. */
export const agentRules: Rules = {
  'agent-elsewhere': {
    fault: 'attribution',
    find: (claim, evidence) => findUntold(claim, evidence, 'elsewhere'),
    isCertain: true,
  },
  'agent-beside': {
    fault: 'attribution',
    find: (claim, evidence) => findUntold(claim, evidence, 'beside'),
  },
  'agent-nowhere': {
    fault: 'attribution',
    find: (claim, evidence) => findUntold(claim, evidence, 'nowhere'),
  },
  'agent-namesake': { fault: 'name', find: findNamesake },
  'agent-denied': { fault: 'attribution', find: findDenied },
  'deed-of-another': { fault: 'attribution', find: findOthersDeed },
};

// So much of what is done or said the source tells at least in one sentence.
const least = 0.3;

function findUntold(said: string, evidence: Evidence, where: Where): string | undefined {
  const told = plainEvidence(evidence);
  return readAgents(plainNames(said, evidence), told.persons).find(
    (agent) =>
      whereIs(agent.name, told) === where &&
      told.sentences.some((sentence) => coverOf(agent.deed, sentence) >= least),
  )?.name;
}

function findOthersDeed(said: string, evidence: Evidence): string | undefined {
  const told = plainEvidence(evidence);
  const claim = plainNames(said, evidence);
  return readAgents(claim, told.persons).find(
    (agent) =>
      whereIs(agent.name, told) === 'told' &&
      (isDoneByAnother(agent, told) || isDoneInPart(agent, claim, told)),
  )?.name;
}

/** 「规矩是城管定的」 where the source says 「没有请城管」 and no more of them. */
function findDenied(said: string, evidence: Evidence): string | undefined {
  const told = plainEvidence(evidence);
  const clauses = told.sentences.flatMap((sentence) => splitItems(sentence));
  const claim = plainNames(said, evidence);
  return readAgents(claim, told.persons).find(({ name, place }) => {
    if (place === 'speech' || denial.test(claim.slice(0, claim.indexOf(name)))) return false;
    const isNamedIn = namedIn(name, told);
    const there = clauses.filter(isNamedIn);
    return there.length > 0 && there.every((clause) => isNamedIn(deniedPart(clause)));
  })?.name;
}

const denial = /[没不未无非]/u;

/** What stands behind a denial. */
function deniedPart(clause: string): string {
  const found =
    /(?:没有?|不是|并非|而非|不再|不(?![过少仅同久断但能会])|未|无[须需])(?:请|让|由|叫|找|要求?|靠|等|用|是|给|向|交给|归)?(\p{Script=Han}{2,10})/u.exec(
      clause,
    );
  return found?.[1] ?? '';
}

/** 「儿科党支部」 where the source tells of the 「外科党支部」 alone. */
function findNamesake(said: string, evidence: Evidence): string | undefined {
  const told = plainEvidence(evidence);
  return readAgents(plainNames(said, evidence), told.persons).find(
    ({ name, deed }) =>
      isNamesake(name, told) && told.sentences.some((sentence) => coverOf(deed, sentence) >= least),
  )?.name;
}
