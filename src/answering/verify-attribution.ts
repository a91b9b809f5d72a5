import { type Agent, mayBeSame, readAgent, readLeadingAgent, readSpeaker } from './agents.ts';
import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { type Actor, findActors, findRoles, isSameActor, tellsRole } from './find-actors.ts';
import { findPersons, looksLikePerson } from './find-persons.ts';
import type { Fault } from './verify.ts';

/** What a claim gives to somebody, its source gives to the same. */
export function checkAttribution(claim: string, evidence: Evidence): Fault | undefined {
  const source = `${evidence.passages}\n${evidence.headings}`;
  const stranger = findRoles(claim).find((role) => !tellsRole(source, role));
  if (stranger !== undefined) return { fault: 'attribution', detail: stranger };
  const wrong = wrongSpeaker(claim, evidence) ?? wrongActor(claim, evidence);
  return wrong === undefined ? undefined : { fault: 'attribution', detail: wrong };
}

// Below this two clauses do not tell of the same thing.
const sameThing = 0.5;

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
  const voices = voicesOf(sentence, sentences[at + 1]);
  if (voices.length > 0 && !voices.some((voice) => mayBeSame(voice, speaker))) return voices[0];
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
  const rivals = sentences
    .flatMap(splitClauses)
    .flatMap((clause) => readAgent(clause) ?? readLeadingAgent(clause, findActors(clause)) ?? [])
    .filter(({ deed }) => deed === agent.deed);
  if (rivals.length > 0) return outdoneBy(agent, { rivals, sentences });
  const told = sentences.filter((sentence) => sentence.includes(agent.deed));
  const isOpen = told.length === 0 || agent.deed.length < 2 || mayBeSame(agent.who, subjects);
  return isOpen || told.some((sentence) => mayBeSame(agent.who, sentence)) ? undefined : agent.who;
}

/** The part of a claim's 「由甲和乙」 that none of those has whom the source gives the deed. */
function outdoneBy(
  { who, deed }: Agent,
  {
    rivals,
    sentences,
  }: { readonly rivals: readonly Agent[]; readonly sentences: readonly string[] },
): string | undefined {
  const parts = who.split(/[和与及、同]/u).filter((part) => part.length > 1);
  const isTheirs = (part: string) => rivals.some((rival) => mayBeSame(part, rival.who));
  if (parts.every(isTheirs)) return undefined;
  if (parts.some(isTheirs)) return parts.find((part) => !isTheirs(part));
  const told = sentences.filter((sentence) => sentence.includes(deed));
  const isBefore = told.some((sentence) =>
    mayBeSame(who, sentence.slice(0, sentence.indexOf(deed))),
  );
  return isBefore && told.length > rivals.length ? undefined : who;
}

function withoutNames(said: string, actors: readonly Actor[]): string {
  const bare = actors
    .filter(({ kind }) => kind !== 'role')
    .reduce((rest, { name }) => rest.replace(name, ''), said);
  return /[\p{L}\p{N}]{3}/u.test(bare) ? bare : said;
}

/** The one who acts: a person behind a title, else an organisation or role at the very beginning. */
function subjectOf(clause: string, actors: readonly Actor[]): Actor | undefined {
  const reach = { person: 12, organisation: 2, role: 2 };
  const placed = actors
    .map((actor) => ({ actor, at: clause.indexOf(actor.name) }))
    .filter(({ actor, at }) => at <= reach[actor.kind] || isBehindPlace(clause, at))
    .toSorted((a, b) => a.at - b.at);
  return (placed.find(({ actor }) => actor.kind === 'person') ?? placed[0])?.actor;
}

function isBehindPlace(clause: string, at: number): boolean {
  return at <= 10 && /^\p{Script=Han}*[省市县区旗镇乡道]$/u.test(clause.slice(0, at));
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
  const { source, sentence, likeness } = aligned;
  if (source.includes(subject.name)) return undefined;
  if (subject.kind === 'role') return strangerRole(subject, claim, aligned);
  if (sentence.includes(subject.name) && (subject.kind !== 'person' || likeness < clearlySame))
    return undefined;
  const there = findActors(source).filter(({ kind }) => kind === subject.kind);
  const acting =
    subjectOf(source, there) ?? (likeness < clearlySame ? undefined : personOf(sentence));
  if (acting === undefined || acting.kind !== subject.kind) return undefined;
  if (claim.includes(acting.name) || isSameActor(acting, subject)) return undefined;
  return `${subject.name} / ${acting.name}`;
}

const clearlySame = 0.6;

function personOf(sentence: string): Actor | undefined {
  return findActors(sentence).find(({ kind }) => kind === 'person');
}

/** A role that the sentence does not know does what a person or another role does there. */
function strangerRole(
  subject: Actor,
  claim: string,
  { source, sentence }: AlignedClause,
): string | undefined {
  const acting = subjectOf(source, findActors(source));
  if (acting === undefined || acting.kind === 'organisation') return undefined;
  if (tellsRole(sentence, subject.name) || claim.includes(acting.name)) return undefined;
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
      const between = said.slice(
        said.indexOf(first.name) + first.name.length,
        said.indexOf(second.name),
      );
      if (/^.{0,6}(?:是|在|位于|属于|隶属)/u.test(between)) continue;
      if (here && !there && !isSameActor(first, second)) return `${first.name} / ${second.name}`;
    }
  return undefined;
}
