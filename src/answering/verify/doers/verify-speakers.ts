import type { Evidence } from '../evidence.ts';
import { plainEvidence, plainNames } from '../names/own-names.ts';
import type { Rules } from '../rules.ts';
import { isMentioned, type Mention } from './find-mentions.ts';
import { readAgents } from './read-agents.ts';
import { mostOf, readVoices, type Speech } from './read-voices.ts';
import { bearersOf, isSameDoer } from './same-doer.ts';

/** What a claim lets one say stands in the source as another's words. */
export const speakerRules: Rules = {
  'said-by-another': { fault: 'attribution', find: findOtherSpeaker },
};

// Of what is said, the other holds at least so much, and so much more than the speaker himself.
const [least, more] = [0.3, 0.15];

function findOtherSpeaker(said: string, evidence: Evidence): string | undefined {
  const told = plainEvidence(evidence);
  const claim = plainNames(said, evidence);
  const spoken = [...readVoices([claim], told.persons), ...setApart(claim, told.persons)];
  if (spoken.every(({ who }) => who === undefined)) return undefined;
  const voices = readVoices(told.sentences, told.persons);
  return spoken.find(
    ({ who, words }) => who !== undefined && isOthers(who, words, { told, voices }),
  )?.who?.name;
}

/** 「这句话出自书记秦立川」 */
function setApart(claim: string, persons: readonly string[]): readonly Speech[] {
  return readAgents(claim, persons)
    .filter(({ place }) => place === 'says')
    .map(({ name, deed }) => {
      const person = persons.find((one) => name.endsWith(one));
      const kind = person === undefined ? name.slice(-2) : '';
      const who = { name: person ?? name, kind, start: 0, end: name.length };
      return { who, words: deed };
    });
}

interface Told {
  readonly told: Evidence;
  readonly voices: readonly Speech[];
}

function isOthers(speaker: Mention, words: string, { told, voices }: Told): boolean {
  const who = { ...speaker, bearers: bearersOf(speaker, told) };
  const isOwn = (one: Speech) =>
    one.who === undefined || isSameDoer(one.who, who) || isAmong(who, one.words);
  const what = words.replace(who.name, '');
  const own = mostOf(
    what,
    voices.filter((one) => isOwn(one)),
  );
  const other = mostOf(
    what,
    voices.filter((one) => !isOwn(one)),
  );
  return other >= least && other > own + more;
}

/** A body or role that the words of another mention may speak through him. */
function isAmong(who: Mention, words: string): boolean {
  return who.kind !== '' && isMentioned(who, words);
}
