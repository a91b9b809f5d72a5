import { segmentWords } from '../../retrieval/tokenize.ts';
import { placeNames } from '../place-names.ts';
import type { Evidence } from './evidence.ts';
import { findNamedPlaces, isShortFor, type NamedPlace } from './find-named-places.ts';
import { findPersons } from './find-persons.ts';
import { findStranger } from './find-strangers.ts';
import { isFree, withoutNumbers } from './known-words.ts';
import { otherListed } from './listed-places.ts';
import { otherBefore } from './named-before.ts';
import { findNameInPlace } from './names-in-place.ts';
import { findNearName, findSubjectName } from './near-names.ts';
import type { Rules } from './rules.ts';

/** Persons, places and organisations of a claim stand in what it cites; an organisation also in its headings. */
export const nameRules: Rules = {
  'known-person': {
    fault: 'name',
    find: (claim, evidence) =>
      evidence.persons
        .filter((name) => claim.includes(name))
        .find((name) => isStranger(name, evidence)),
  },
  'other-person': {
    fault: 'name',
    find: (claim, evidence) =>
      findPersons(claim)
        .filter((name) => !evidence.persons.includes(name) && !/[院局所站厅室]$/u.test(name))
        .find((name) => isStranger(name, evidence)),
  },
  'titled-stranger': { fault: 'name', find: findStranger },
  'near-name': { fault: 'name', find: findNearName },
  'name-in-place': {
    fault: 'name',
    find: (claim, { bodies }) => findNameInPlace(claim, bodies),
  },
  'acting-stranger': { fault: 'name', find: findSubjectName },
  'other-extension': {
    fault: 'organisation',
    isWeak: true,
    find: (claim, evidence) =>
      placesIn(claim, evidence).find(({ name }) =>
        isOtherwiseExtended(name, claim, sourceOf(evidence)),
      )?.name,
  },
  'other-place': {
    fault: 'place',
    find: (claim, evidence) =>
      placesIn(claim, evidence).find(
        (one) => one.isPlace && isForeign(one, claim, sourceOf(evidence)),
      )?.name,
  },
  'other-organisation': {
    fault: 'organisation',
    find: (claim, evidence) =>
      placesIn(claim, evidence).find(
        (one) => !one.isPlace && isForeign(one, claim, sourceOf(evidence)),
      )?.name,
  },
  'city-untold': {
    fault: 'place',
    find: (claim, evidence) =>
      placeNames.find((name) => claim.includes(name) && !sourceOf(evidence).includes(name)),
  },
  'other-level': {
    fault: 'place',
    find: (claim, evidence) => changedPrefix(claim, sourceOf(evidence)),
  },
  'other-before': {
    fault: 'place',
    find: (claim, evidence) => otherBefore(claim, sourceOf(evidence)),
  },
  'other-listed': {
    fault: 'place',
    find: (claim, evidence) => otherListed(claim, `${sourceOf(evidence)}\n${evidence.bodies}`),
  },
  'latin-untold': {
    fault: 'name',
    find: (claim, evidence) => {
      const told = `${sourceOf(evidence)}\n${evidence.bodies}`;
      return claim.match(/[a-z][a-z0-9]+/gu)?.find((word) => !told.includes(word));
    },
  },
};

function sourceOf({ text, headings }: Evidence): string {
  return `${text}\n${headings}`;
}

function placesIn(claim: string, { persons }: Evidence): readonly NamedPlace[] {
  const bare = persons.reduce((rest, name) => rest.replaceAll(name, ' '), withoutNumbers(claim));
  return findNamedPlaces(bare).filter(
    ({ name }) =>
      name !== '总会' &&
      !/([村镇乡县市区])\1$/u.test(name) &&
      !/^.?[邻外别他异][省市县区旗镇乡村]$/u.test(name) &&
      !/[说的是也都要他她我你们得离回那几这就合自归]|班车|之所以|三天|[出思门销活后弯套]路$/u.test(
        name,
      ),
  );
}

/** A person stands in the quoted sentences, in a heading, or before them where they say 他 or name nobody. */
function isStranger(name: string, { text, headings, passages, persons }: Evidence): boolean {
  const source = `${text}\n${headings}`;
  if (source.includes(name) || segmentWords(name).every((word) => isFree(word))) return false;
  if (!persons.includes(name) && holdsPair(name, source)) return false;
  const named = persons.filter((one) => text.includes(one)).map((one) => text.indexOf(one));
  const isOpen = named.length === 0 || /[他她]/u.test(text.slice(0, Math.min(...named)));
  return !(isOpen && passages.includes(name));
}

/** 「车主作」, 「张床位」 are made of words of the source; names like another's are looked for. */
function holdsPair(name: string, source: string): boolean {
  return [0, 1].some((at) => name.length > at + 1 && source.includes(name.slice(at, at + 2)));
}

function isForeign(named: NamedPlace, claim: string, source: string): boolean {
  const inner = named.name.slice(1);
  if (source.includes(inner.length > 2 ? inner : named.name) || isShortFor(named, source))
    return false;
  const proper = named.name.slice(0, named.name.length - named.suffix.length);
  if (isListedAs(proper, named.suffix, source)) return false;
  // 「向阳社区」, 「建设银行」: a name of everyday words shows only beside another of its kind.
  const isPlain = segmentWords(proper).every((word) => isFree(word));
  if (isPlain && named.isWeak && !/[部局委]$/u.test(named.suffix)) return false;
  return !(named.isWeak || isPlain) || takesThePlaceOf(named, claim, source);
}

/** 「石门村」 for 「石门、沙沟两个村」. */
function isListedAs(proper: string, suffix: string, source: string): boolean {
  const more = '[、和与及]\\p{Script=Han}{1,6}';
  const count = '(?:[一二两三四五六七八九十]|\\d+)个?';
  return new RegExp(`${proper}(?:${more})*${count}${suffix}`, 'u').test(source);
}

/** The source has another one of the kind, of which the claim says nothing: 供水所 for 供电所. */
function takesThePlaceOf(
  { name: own, suffix, isWord }: NamedPlace,
  claim: string,
  source: string,
): boolean {
  if (!isWord && source.includes(own.slice(0, own.length - suffix.length))) return false;
  const others = findNamedPlaces(source).filter((other) => other.suffix === suffix);
  return others.some(({ name }) => !claim.includes(name));
}

const prefixed = /([国省市县区旗镇乡村东西南北])(\p{Script=Han}{2})/gu;

/** 「省财政」 where the source has 「市财政」 only: the word is the source's, what stands before it is not. */
function changedPrefix(claim: string, source: string): string | undefined {
  for (const [whole, , noun = ''] of claim.matchAll(prefixed)) {
    if (source.includes(whole) || !source.includes(noun)) continue;
    const before = [...source.matchAll(new RegExp(`(.)${noun}`, 'gu'))].map(([, one = '']) => one);
    const others = new Set('国省市县区旗镇乡村东西南北');
    const [own = ''] = whole;
    const isAlways = before.every((one) => others.has(one));
    if (others.has(own) && isAlways && isAtWordStart(claim, whole)) return whole;
  }
  return undefined;
}

/** 「县财政」 of 「云岭县财政」 may be cut behind the county's name. */
function isAtWordStart(claim: string, whole: string): boolean {
  const at = claim.indexOf(whole);
  return (
    at === 0 ||
    !/\p{Script=Han}/u.test(claim.charAt(at - 1)) ||
    /[由和与向在的是到被给为了从去]/u.test(claim.charAt(at - 1))
  );
}

/** 「绿源种植合作社」 where the source has 「绿野种植合作社」: one character of what stands before the name is another. */
function isOtherwiseExtended(name: string, claim: string, source: string): boolean {
  const before = twoBefore(name, claim)[0];
  if (before === undefined || source.includes(before + name)) return false;
  const others = twoBefore(name, source);
  const differsByOne = (other: string) =>
    [0, 1].filter((at) => other.charAt(at) === before.charAt(at)).length === 1;
  return others.length > 0 && others.every((other) => differsByOne(other));
}

function twoBefore(name: string, text: string): readonly string[] {
  return [
    ...text.matchAll(
      new RegExp(
        `([\\p{Script=Han}--[的在到和与及由从向为对把被让给请是有了着过等成定同跟]]{2})${name}`,
        'gv',
      ),
    ),
  ].map(([, before = '']) => before);
}
