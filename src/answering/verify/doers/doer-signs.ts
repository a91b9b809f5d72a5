import { splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { plainEvidence, plainNames } from '../names/own-names.ts';
import { flag, type Sign, type SignFinder, withProducts } from '../sign.ts';
import {
  isTitleUntold,
  leadUntold,
  nearFeatures,
  ownFeatures,
  toldFeatures,
  whereFeatures,
} from './doer-features.ts';
import { isMentioned } from './find-mentions.ts';
import { mentionsAround, nearestTelling } from './nearest-telling.ts';
import { type Role, readRoles } from './read-roles.ts';
import { readTellings, type Telling } from './read-tellings.ts';
import { bearersOf, isSameDoer } from './same-doer.ts';

/** Who says or does what in a claim, beside who does in its source. */
export const doerSigns: SignFinder = {
  fault: 'attribution',
  mutations: ['attribution'],
  find: (said, told) => {
    const evidence = plainEvidence(told);
    const claim = plainNames(said, told).replace(/的,(?=(?:正|就)?是)/gu, '的');
    const tellings = readTellings(evidence.sentences, evidence.persons);
    const clauses = splitClauses(claim);
    return clauses.flatMap((clause, at) =>
      readRoles(clause, evidence.persons)
        .filter(({ place }) => place !== 'inner' && place !== 'object')
        .flatMap((role) =>
          signsOf(
            {
              ...role,
              who: { ...role.who, bearers: bearersOf(role.who, evidence) },
              deed: deedOf(role, clauses, at),
            },
            { claim, evidence, tellings },
          ),
        ),
    );
  },
};

/** What is told of the deed: of words all that follows, of a bare verb what stands before it; without the time. */
function deedOf({ who, place, deed }: Role, clauses: readonly string[], at: number): string {
  const following = place === 'says' ? clauses.slice(at + 1) : [];
  const isShort = (deed.match(/\p{Script=Han}/gu) ?? []).length < 4;
  const isBare = isShort && (place === 'by' || (place === 'says' && following.length === 0));
  const [own = '', previous = ''] = [clauses[at]?.replace(who.name, ','), clauses[at - 1]];
  const before = isBare ? [own, previous] : [];
  return [deed, ...before, ...following].join(',').replace(/\d+[年月日]/gu, '');
}

interface Around {
  readonly claim: string;
  readonly evidence: Evidence;
  readonly tellings: readonly Telling[];
}

function signsOf(role: Role, { claim, evidence, tellings }: Around): readonly Sign[] {
  const { who, place, deed } = role;
  const told = ownWords(role, tellings) ?? nearestTelling(deed, tellings);
  // A deed told nowhere shows nobody else who did it.
  if (told === undefined || (told.cover === 0 && isMentioned(who, evidence.text))) return [];
  // Whom an article is about does what it tells of nobody else, or in a sentence that names it.
  const isOwn = place === 'subject' && who.name === who.kind && isMentioned(who, evidence.headings);
  if (isOwn && (told.doers.length === 0 || isMentioned(who, told.sentence))) return [];
  const around = mentionsAround(deed, told, evidence);
  const features = {
    ...placeFeatures(role),
    ...whereFeatures(who, told, evidence),
    leadUntold: leadUntold(who, claim, evidence),
    titleUntold: flag(isTitleUntold(who, claim, evidence)),
    ...nearFeatures(who, claim, around),
    ...toldFeatures(role, claim, told),
    cover: told.cover,
    ...ownFeatures(role, tellings, told.cover),
  };
  const near = around.before.at(-1) ?? around.sentenceBefore.at(-1);
  const detail = near === undefined ? who.name : `${who.name} / ${near.name}`;
  return [{ detail: `${place} ${detail}`, features: withProducts(features, products) }];
}

// The words of whom a claim names as the speaker count where no others' tell clearly more of it.
const clearly = 0.8;

function ownWords({ who, place, deed }: Role, tellings: readonly Telling[]) {
  if (place !== 'says') return undefined;
  const own = tellings.filter(({ sayers }) => sayers.some((one) => isSameDoer(one, who)));
  const nearest = nearestTelling(deed, own);
  const cover = nearestTelling(deed, tellings)?.cover ?? 0;
  return nearest !== undefined && nearest.cover >= clearly * cover ? nearest : undefined;
}

function placeFeatures({ who, place }: Role) {
  return {
    by: flag(place === 'by'),
    says: flag(place === 'says'),
    subject: flag(place === 'subject'),
    let: flag(place === 'let'),
    person: flag(who.kind === ''),
    kindOnly: flag(who.name === who.kind),
  };
}

const products = [
  ['elsewhere', 'near'],
  ['elsewhere', 'person'],
  ['nearOther', 'cover'],
  ['nearOther', 'by'],
  ['nearOther', 'says'],
  ['nearOther', 'subject'],
  ['nearOther', 'inText'],
  ['nearInClaim', 'subject'],
  ['nowhere', 'cover'],
  ['kindInText', 'nowhere'],
  ['kindOnly', 'nowhere'],
  ['inClause', 'cover'],
  ['inClause', 'othersInClause'],
  ['inSentence', 'sameBefore'],
  ['toldOther', 'cover'],
  ['toldOther', 'says'],
  ['toldOther', 'by'],
  ['toldOther', 'toldInherited'],
  ['toldOther', 'inText'],
  ['toldOther', 'toldOfKind'],
  ['toldOther', 'person'],
  ['toldCrossed', 'missing'],
  ['toldCrossed', 'inClause'],
  ['toldCrossed', 'says'],
  ['toldSame', 'says'],
  ['toldSame', 'by'],
  ['ownPlace', 'by'],
  ['ownPlace', 'missing'],
  ['missing', 'says'],
  ['missing', 'by'],
  ['missing', 'subject'],
  ['missing', 'toldOther'],
  ['otherName', 'nowhere'],
] as const;
