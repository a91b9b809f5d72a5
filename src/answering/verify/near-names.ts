import { segmentFolded } from '../../retrieval/tokenize.ts';
import { splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { isRareSurname, isSurname } from './find-persons.ts';
import { isFree } from './known-words.ts';

/** A name in a claim that differs from a person's of the articles by one character: 费以谦 for 费以勤. */
export function findNearName(
  claim: string,
  { persons, bodies, text }: Evidence,
): string | undefined {
  for (const name of persons)
    for (const other of namesLike(name, claim))
      if (!bodies.includes(other) && !text.includes(other) && !isFree(other.slice(1))) return other;
  return undefined;
}

function namesLike(name: string, claim: string): readonly string[] {
  const [surname = '', first = '', second] = name;
  const patterns =
    second === undefined
      ? []
      : [
          new RegExp(`${surname}${first}(?!${second})\\p{Script=Han}`, 'gu'),
          new RegExp(`${surname}(?!${first})\\p{Script=Han}${second}`, 'gu'),
          new RegExp(`\\p{Script=Han}${first}${second}`, 'gu'),
        ];
  return patterns
    .flatMap((pattern) => claim.match(pattern) ?? [])
    .filter((one) =>
      one.endsWith(name.slice(1)) ? isSurname(one) && !one.startsWith(surname) : !isCut(one),
    );
}

/** 「费以说」: a name cut short before a word of grammar. */
function isCut(name: string): boolean {
  return /[说的是也都在和与及同跟向对把被让给就还又已曾将要会能可任当带]$/u.test(name);
}

// What may stand before a person who acts, besides the beginning of a clause.
const before =
  /(?:^|[\s,。;:、]|是|叫|由|请|和|与|[员师长人工兵户生民者手司妇哥姐]|书记|主任|委员|会计|老板|代表|教授|专家|律师|老人|大爷|学生)$/u;

/** A surname that the words are cut behind and a given name, neither of them the articles': 「艾敏是头一位」. */
export function findSubjectName(claim: string, { bodies, headings }: Evidence): string | undefined {
  const source = `${bodies}\n${headings}`;
  return splitClauses(claim)
    .flatMap(namesIn)
    .find((name) => isUnknown(name, source));
}

function namesIn(clause: string): readonly string[] {
  const segments = segmentFolded(clause);
  return segments.flatMap(({ segment, index }, at) => {
    if (!mayBeSurname(segment) || !before.test(clause.slice(0, index))) return [];
    const next = segments[at + 1]?.segment ?? '';
    const given = next.length === 1 ? next + singleBehind(segments[at + 2]?.segment) : next;
    const isGiven = /^\p{Script=Han}{1,2}$/u.test(given) && !isFree(next);
    return isGiven && ![...given].some((one) => isFree(one)) ? [segment + given] : [];
  });
}

/** A surname that is no verb and no noun of its own: 车, 钱. */
function mayBeSurname(segment: string): boolean {
  return (
    segment.length === 1 &&
    isSurname(segment) &&
    !isRareSurname(segment) &&
    !/[那车钱]/u.test(segment)
  );
}

function singleBehind(segment = ''): string {
  return /^\p{Script=Han}$/u.test(segment) && !isFree(segment) ? segment : '';
}

function isUnknown(name: string, source: string): boolean {
  return ![0, 1].some((at) => name.length > at + 1 && source.includes(name.slice(at, at + 2)));
}
