import { mayBeSame, readSpeaker } from './agents.ts';
import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { findRoles, tellsRole } from './find-actors.ts';
import { findPersons, looksLikePerson } from './find-persons.ts';
import type { Rules } from './rules.ts';

/** What a claim lets somebody say, its source lets the same say; and it gives no role that its source does not have. */
export const speakerRules: Rules = {
  'role-untold': {
    fault: 'attribution',
    find: (claim, { bodies, headings }) =>
      findRoles(claim).find((role) => !tellsRole(`${bodies}\n${headings}`, role)),
  },
  'other-speaker': { fault: 'attribution', find: wrongSpeaker },
};

// Below this two clauses do not tell of the same thing.
const sameThing = 0.5;

/** Words are given to the one who says them in the source. */
function wrongSpeaker(claim: string, evidence: Evidence): string | undefined {
  const { sentences } = evidence;
  const clauses = splitClauses(claim);
  const at = clauses.findIndex((clause) => readSpeaker(clause) !== undefined);
  const speaker = readSpeaker(clauses[at] ?? '');
  if (speaker === undefined) return undefined;
  const least = isHeard(speaker, evidence) ? clearlyTold : sameThing;
  const [own = ''] = clauses.slice(at, at + 1);
  const words = [own.slice(own.indexOf(speaker) + speaker.length), ...clauses.slice(at + 1)];
  for (const aligned of alignClauses(words.join(','), sentences)) {
    if (aligned.likeness < least || aligned.said.length < 5) continue;
    const wrong = otherVoice(speaker, aligned, sentences);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function isHeard(speaker: string, evidence: Evidence): boolean {
  return allVoices(evidence).some((voice) => mayBeSame(voice, speaker));
}

function allVoices({ sentences }: Evidence): readonly string[] {
  return sentences.flatMap(splitClauses).flatMap((clause) => readSpeaker(clause) ?? []);
}

// Of two who both speak, the other said it only when a clause tells it in nearly these words.
const clearlyTold = 0.7;

function otherVoice(
  speaker: string,
  { sentence, at }: AlignedClause,
  sentences: readonly string[],
): string | undefined {
  if (sentence.includes(speaker)) return undefined;
  const voices = voicesOf(sentence, sentences[at + 1]);
  if (
    voices.some((voice) => mayBeSame(voice, speaker)) ||
    isDescribed(speaker, sentence + (sentences[at + 1] ?? ''))
  )
    return undefined;
  if (voices.length > 0) return voices[0];
  if (!looksLikePerson(speaker)) return undefined;
  const nearest = [sentence, ...sentences.slice(Math.max(0, at - 2), at).toReversed()]
    .map(findPersons)
    .find((persons) => persons.length > 0);
  return nearest?.some((one) => mayBeSame(one, speaker)) === false ? nearest[0] : undefined;
}

/** Who speaks in a sentence, or behind it: 「“……。”巴雅尔说。」 */
function voicesOf(sentence: string, next = ''): readonly string[] {
  const own = splitClauses(sentence).flatMap((clause) => readSpeaker(clause) ?? []);
  const [behind = ''] = /[”"」]$/u.test(sentence) ? splitClauses(next) : [];
  return [...own, ...[readSpeaker(behind)].filter((one) => one !== undefined)];
}

const anybody = /(?:同志|负责人|负责同志|干部|领导|工作人员|有关人士|人士|当事人)$/u;
const counted = /^.*?(?:[一两几]|有)[位名个]/u;

/** 「区住建局一位副局长」, 「有位住六楼的老人」: the one who speaks there, by what he is and not by name. */
function isDescribed(speaker: string, sentence: string): boolean {
  if (looksLikePerson(speaker)) return false;
  if (anybody.test(speaker)) {
    const where = speaker.replace(anybody, '').replace(/的$/u, '').replace(counted, '');
    return where.length < 2 || mayBeSame(where, sentence);
  }
  return sentence.includes(speaker.slice(-2));
}
