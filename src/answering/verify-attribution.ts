import { mayBeSame, readAgent, readLeadingAgent, readSpeaker } from './agents.ts';
import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { type Actor, findActors, findRoles, isSameActor, tellsRole } from './find-actors.ts';
import { findPersons, looksLikePerson } from './find-persons.ts';
import type { Fault } from './verify.ts';

/** What a claim gives to somebody, its source gives to the same. */
export function checkAttribution(claim: string, evidence: Evidence): Fault | undefined {
  const source = `${evidence.text}\n${evidence.headings}`;
  const stranger = findRoles(claim).find((role) => !tellsRole(source, role));
  if (stranger !== undefined) return { fault: 'attribution', detail: stranger };
  const wrong = wrongSpeaker(claim, evidence) ?? wrongActor(claim, evidence);
  return wrong === undefined ? undefined : { fault: 'attribution', detail: wrong };
}

// Below this two clauses do not tell of the same thing.
const sameThing = 0.5;
// A name that begins later in its clause is seldom the one who acts.
const subjectReach = 8;

/** Words are given to the one who says them in the source. */
function wrongSpeaker(claim: string, { sentences }: Evidence): string | undefined {
  const clauses = splitClauses(claim);
  const at = clauses.findIndex((clause) => readSpeaker(clause) !== undefined);
  const speaker = readSpeaker(clauses[at] ?? '');
  if (speaker === undefined) return undefined;
  const [own = ''] = clauses.slice(at, at + 1);
  const words = [own.slice(own.indexOf(speaker) + speaker.length), ...clauses.slice(at + 1)];
  for (const aligned of alignClauses(words.join(','), sentences)) {
    if (aligned.likeness < sameThing || aligned.said.length < 5) continue;
    const wrong = otherVoice(speaker, aligned, sentences);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function otherVoice(
  speaker: string,
  { sentence, at }: AlignedClause,
  sentences: readonly string[],
): string | undefined {
  if (sentence.includes(speaker)) return undefined;
  const voices = splitClauses(sentence).flatMap((clause) => readSpeaker(clause) ?? []);
  if (voices.length > 0 && !voices.some((voice) => mayBeSame(voice, speaker))) return voices[0];
  if (!looksLikePerson(speaker)) return undefined;
  const nearest = [sentence, ...sentences.slice(Math.max(0, at - 2), at).toReversed()]
    .map(findPersons)
    .find((persons) => persons.length > 0);
  return nearest?.some((one) => mayBeSame(one, speaker)) === false ? nearest[0] : undefined;
}

function wrongActor(claim: string, evidence: Evidence): string | undefined {
  let subject: Actor | undefined;
  for (const said of splitClauses(claim)) {
    const actors = findActors(said);
    subject = subjectOf(said, actors) ?? subject;
    const agent = otherAgent(said, actors, evidence);
    if (agent !== undefined) return agent;
    const [aligned] = alignClauses(withoutNames(said, actors), evidence.sentences);
    if (aligned === undefined || aligned.likeness < sameThing) continue;
    const wrong =
      swappedPair(said, actors, aligned) ?? (subject && otherSubject({ subject, claim, aligned }));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** 「由甲牵头」 where the source gives that deed to another. */
function otherAgent(
  said: string,
  actors: readonly Actor[],
  { sentences, subjects }: Evidence,
): string | undefined {
  const agent = readAgent(said) ?? readLeadingAgent(said, actors);
  if (agent === undefined) return undefined;
  const { who, deed } = agent;
  const rivals = sentences
    .flatMap(splitClauses)
    .flatMap((clause) => readAgent(clause) ?? [])
    .filter((one) => one.deed === deed);
  if (rivals.some((rival) => mayBeSame(who, rival.who))) return undefined;
  const told = sentences.filter((sentence) => sentence.includes(deed));
  const isBefore = told.some((sentence) =>
    mayBeSame(who, sentence.slice(0, sentence.indexOf(deed))),
  );
  if (isBefore && (rivals.length === 0 || told.length > rivals.length)) return undefined;
  if (rivals.length > 0) return who;
  const isOpen = told.length === 0 || deed.length < 2 || mayBeSame(who, subjects);
  return isOpen || told.some((sentence) => mayBeSame(who, sentence)) ? undefined : who;
}

function withoutNames(said: string, actors: readonly Actor[]): string {
  const bare = actors
    .filter(({ kind }) => kind !== 'role')
    .reduce((rest, { name }) => rest.replace(name, ''), said);
  return /[\p{L}\p{N}]{3}/u.test(bare) ? bare : said;
}

function subjectOf(clause: string, actors: readonly Actor[]): Actor | undefined {
  const placed = actors
    .map((actor) => ({ actor, at: clause.indexOf(actor.name) }))
    .filter(({ at }) => at <= subjectReach || clause.charAt(at - 1) === '由')
    .toSorted((a, b) => a.at - b.at);
  return placed[0]?.actor;
}

/** The actor the source names in place of the claim's, in the very clause. */
function otherSubject({
  subject,
  claim,
  aligned,
}: {
  readonly subject: Actor;
  readonly claim: string;
  readonly aligned: AlignedClause;
}): string | undefined {
  const { source, sentence } = aligned;
  if (source.includes(subject.name)) return undefined;
  if (subject.kind !== 'role' && sentence.includes(subject.name)) return undefined;
  const there = findActors(source).filter(({ kind }) => kind === subject.kind);
  const acting = subjectOf(source, there);
  if (acting === undefined || claim.includes(acting.name) || isSameActor(acting, subject))
    return undefined;
  return `${subject.name} / ${acting.name}`;
}

const turns = /由|被|获|得到|收到|接受|来自|受|邀请|应|和|与|同|跟|及|、/u;

/** 「甲给乙捐」 is not 「乙给甲捐」. */
function swappedPair(
  said: string,
  actors: readonly Actor[],
  { source }: AlignedClause,
): string | undefined {
  if (turns.test(said) || turns.test(source)) return undefined;
  const shared = actors.filter(({ name }) => source.includes(name));
  for (const first of shared)
    for (const second of shared) {
      const here = said.indexOf(first.name) < said.indexOf(second.name);
      const there = source.indexOf(first.name) < source.indexOf(second.name);
      if (here && !there && !isSameActor(first, second)) return `${first.name} / ${second.name}`;
    }
  return undefined;
}
