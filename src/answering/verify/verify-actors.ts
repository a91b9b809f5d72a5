import { type Agent, mayBeSame, readAgent, readCleft, readLeadingAgent } from './agents.ts';
import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { type Actor, findActors, isSameActor, tellsRole } from './find-actors.ts';
import { otherGiver, otherRole } from './other-actor.ts';
import type { Find, Rules } from './rules.ts';

// Below this two clauses do not tell of the same thing.
const sameThing = 0.5;

/** What a claim lets somebody do, its source lets the same do. */
export const actorRules: Rules = {
  'other-agent': {
    fault: 'attribution',
    find: findActing(({ said, actors }, evidence) => otherAgent(said, actors, evidence)),
  },
  'other-role': {
    fault: 'attribution',
    find: findActing((clause, { sentences }) => {
      const [aligned] = alignClauses(withoutNames(clause.said, clause.actors), sentences);
      return aligned && otherRole(aligned);
    }),
  },
  'other-giver': {
    fault: 'attribution',
    find: findActing((clause, { sentences }) => {
      const [aligned] = alignClauses(withoutNames(clause.said, clause.actors), sentences);
      return aligned && otherGiver(clause.said, aligned);
    }),
  },
  'other-subject': {
    fault: 'attribution',
    find: findActing((clause, evidence) =>
      inSameThing(
        clause,
        evidence,
        (told) => clause.subject && otherSubject(clause.subject, clause.claim, told),
      ),
    ),
  },
};

// Another acts, by what it is and not by name.
const names = /^(?:[省市区县旗镇乡村厂院校队][里上]|政府|这[家个])/u;

function findActing(find: (clause: ActedClause, evidence: Evidence) => string | undefined): Find {
  return (claim, evidence) => {
    let subject: Actor | undefined;
    for (const said of splitClauses(claim)) {
      const actors = actorsOf(said, evidence);
      subject = subjectOf(said, actors) ?? (names.test(said) ? undefined : subject);
      const wrong = find({ said, actors, subject, claim }, evidence);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

interface ActedClause {
  readonly said: string;
  readonly actors: readonly Actor[];
  /** Who acts, maybe named in a clause before. */
  readonly subject: Actor | undefined;
  readonly claim: string;
}

function inSameThing(
  { said, actors }: ActedClause,
  { sentences }: Evidence,
  find: (told: AlignedClause) => string | undefined,
): string | undefined {
  const [aligned] = alignClauses(withoutNames(said, actors), sentences);
  if (aligned === undefined || aligned.likeness < sameThing) return undefined;
  return find({ ...aligned, said });
}

/** 「由甲牵头」 where the source gives that deed to another. */
function otherAgent(
  said: string,
  actors: readonly Actor[],
  { sentences, subjects }: Evidence,
): string | undefined {
  const agent = readAgent(said) ?? readCleft(said) ?? readLeadingAgent(said, actors);
  if (agent === undefined || /[每的]/u.test(agent.who)) return undefined;
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

/** The actors of a clause, with the persons its article names. */
function actorsOf(clause: string, { persons }: Evidence): readonly Actor[] {
  const found = findActors(clause);
  const known = persons.filter(
    (name) => clause.includes(name) && !found.some((one) => one.name.includes(name)),
  );
  return [...known.map((name) => ({ name, kind: 'person' as const })), ...found];
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
    .filter(({ at }) => !/[在到从于]/u.test(clause.charAt(at - 1)))
    .filter(({ actor, at }) => at <= reach[actor.kind] || isBehindPlace(clause, at))
    .toSorted((a, b) => a.at - b.at);
  return (placed.find(({ actor }) => actor.kind === 'person') ?? placed[0])?.actor;
}

function isBehindPlace(clause: string, at: number): boolean {
  return at <= 10 && /^\p{Script=Han}*[省市县区旗镇乡道]$/u.test(clause.slice(0, at));
}

/** The actor the source names in place of the claim's, in the very clause. */
function otherSubject(subject: Actor, claim: string, aligned: AlignedClause): string | undefined {
  const { source, sentence } = aligned;
  if (source.includes(subject.name) || isShortened(subject.name, sentence)) return undefined;
  if (subject.kind === 'role') return strangerRole(subject, claim, aligned);
  const isThere = sentence.includes(subject.name);
  const acting = isThere ? besideSubject(subject, aligned) : actingIn(subject, aligned);
  if (acting === undefined || acting.kind !== subject.kind || isSameActor(acting, subject))
    return undefined;
  const scope = isThere ? aligned.said : claim;
  return scope.includes(acting.name) ? undefined : `${subject.name} / ${acting.name}`;
}

/** 「消防大队」 for 「消防救援大队」. */
function isShortened(name: string, sentence: string): boolean {
  return name.length > 3 && new RegExp([...name].join('.{0,3}'), 'u').test(sentence);
}

/** Who acts in the clause where the claim itself names another person of the sentence. */
function besideSubject(
  { name, kind }: Actor,
  { said, source, likeness }: AlignedClause,
): Actor | undefined {
  if (kind !== 'person' || likeness < clearlySame || !said.includes(name)) return undefined;
  return subjectOf(source, findActors(source));
}

function actingIn(
  { kind }: Actor,
  { source, sentence, likeness }: AlignedClause,
): Actor | undefined {
  const there = findActors(source).filter((actor) => actor.kind === kind);
  return subjectOf(source, there) ?? (likeness < clearlySame ? undefined : personOf(sentence));
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
