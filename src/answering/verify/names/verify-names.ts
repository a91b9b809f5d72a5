import { placeNames } from '../../place-names.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { isFree } from '../words/known-words.ts';
import { findStranger } from './find-strangers.ts';
import { findName } from './may-be-name.ts';
import { namePersons } from './name-persons.ts';
import { otherBefore } from './named-before.ts';
import { findNameBehindRole, findNearName, findNearWord } from './near-names.ts';
import { findOtherEnding } from './other-ending.ts';

/** Persons and cities of a claim stand in what it cites. What else it names is weighed: see naming-signs.ts. */
export const nameRules: Rules = {
  'known-person': {
    fault: 'name',
    find: (claim, evidence) =>
      evidence.persons
        .filter((name) => claim.includes(name))
        .find((name) => isElsewhere(name, evidence)),
  },
  'person-beside': {
    fault: 'attribution',
    find: (claim, { persons, text, headings }) =>
      persons.find((name) => claim.includes(name) && !`${text}\n${headings}`.includes(name)),
  },
  'other-person': {
    fault: 'name',
    isCertain: true,
    find: findName((claim, evidence) =>
      namePersons(claim).find((name) => isStranger(name, claim, evidence)),
    ),
  },
  'titled-stranger': { fault: 'name', isCertain: true, find: findName(findStranger) },
  'near-name': { fault: 'name', isCertain: true, find: findName(findNearName) },
  'near-word': { fault: 'name', isCertain: true, find: findName(findNearWord) },
  'other-ending': { fault: 'name', isCertain: true, find: findName(findOtherEnding) },
  'behind-role': { fault: 'name', isCertain: true, find: findName(findNameBehindRole) },
  'other-before': {
    fault: 'place',
    find: (claim, evidence) => otherBefore(claim, sourceOf(evidence)),
  },
  'city-untold': {
    fault: 'place',
    find: (claim, evidence) => {
      // 「六成都跟停车有关」 names no city.
      const plain = claim.replace(/(?<=[\d一二三四五六七八九]成)都/gu, '＿');
      return placeNames.find((name) => plain.includes(name) && !sourceOf(evidence).includes(name));
    },
  },
  'latin-untold': {
    fault: 'name',
    find: (claim, evidence) => {
      const told = new Set(`${sourceOf(evidence)}\n${evidence.passages}`.match(latin));
      return claim.match(latin)?.find((word) => !told.has(word));
    },
  },
};

// Not of 「°c」.
const latin = /(?<!°)[a-z][a-z0-9]*/gu;

function sourceOf({ text, headings }: Evidence): string {
  return `${text}\n${headings}`;
}

/** A person of the article stands in the quoted sentences, in a heading, or before them where they say 他 or name nobody. */
function isElsewhere(name: string, { text, headings, passages, persons }: Evidence): boolean {
  if (`${text}\n${headings}`.includes(name)) return false;
  const named = persons.filter((one) => text.includes(one)).map((one) => text.indexOf(one));
  const isOpen = named.length === 0 || /[他她]/u.test(text.slice(0, Math.min(...named)));
  return !(isOpen && passages.includes(name));
}

/** Somebody whom the articles do not know; 「卓书记」 is one of them by his surname. */
function isStranger(name: string, claim: string, { bodies, headings, persons }: Evidence): boolean {
  const source = `${bodies}\n${headings}`;
  const around = claim.slice(
    Math.max(0, claim.indexOf(name) - 2),
    claim.indexOf(name) + name.length + 1,
  );
  const isOf = persons.some(
    (one) => around.includes(one) || (namesRole.test(name) && one.startsWith(name.charAt(0))),
  );
  return !isOf && !source.includes(name) && !isFree(name) && !isFree(name.slice(1));
}

const namesRole = /[公婆姨爷妈娘叔伯奶太汉婶士生傅理师]$/u;
