import { type AlignedClause, alignClauses, splitClauses } from './align-clauses.ts';
import type { Evidence } from './evidence.ts';
import { type Actor, findActors, findRoles, isSameActor, tellsRole } from './find-actors.ts';
import type { Fault } from './verify.ts';

/** What a claim gives to somebody, its source gives to the same. */
export function checkAttribution(claim: string, evidence: Evidence): Fault | undefined {
  const source = `${evidence.text}\n${evidence.headings}`;
  const stranger = findRoles(claim).find((role) => !tellsRole(source, role));
  if (stranger !== undefined) return { fault: 'attribution', detail: stranger };
  const wrong = wrongActor(claim, evidence);
  return wrong === undefined ? undefined : { fault: 'attribution', detail: wrong };
}

// Below this two clauses do not tell of the same thing.
const sameThing = 0.5;
// A name that begins later in its clause is seldom the one who acts.
const subjectReach = 8;

function wrongActor(claim: string, evidence: Evidence): string | undefined {
  let subject: Actor | undefined;
  for (const said of splitClauses(claim)) {
    const actors = findActors(said);
    subject = subjectOf(said, actors) ?? subject;
    const [aligned] = alignClauses(withoutNames(said, actors), evidence.sentences);
    if (aligned === undefined || aligned.likeness < sameThing) continue;
    const wrong =
      swappedPair(said, actors, aligned) ?? (subject && otherSubject({ subject, claim, aligned }));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
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
  const isPerson = subject.kind === 'person';
  if (subject.kind === 'organisation' && sentence.includes(subject.name)) return undefined;
  const there = findActors(source).filter(({ kind }) => kind === subject.kind);
  const acting = subjectOf(source, there);
  if (acting !== undefined && !claim.includes(acting.name) && !isSameActor(acting, subject))
    return `${subject.name} / ${acting.name}`;
  return isPerson && !sentence.includes(subject.name) ? otherPerson(subject, sentence) : undefined;
}

function otherPerson(subject: Actor, sentence: string): string | undefined {
  const speaker = findActors(sentence).find(({ kind }) => kind === 'person');
  if (speaker === undefined || isSameActor(speaker, subject)) return undefined;
  return `${subject.name} / ${speaker.name}`;
}

const turns = /由|被|获|得到|收到|接受|来自|受|邀请|应|和|与|同|跟|及|、/u;

/** 「甲给乙捐」 is not 「乙给甲捐」. */
function swappedPair(
  said: string,
  actors: readonly Actor[],
  { source, sentence }: AlignedClause,
): string | undefined {
  if (turns.test(said) || turns.test(source)) return undefined;
  const shared = actors.filter(({ name }) => sentence.includes(name));
  for (const first of shared)
    for (const second of shared) {
      const here = said.indexOf(first.name) < said.indexOf(second.name);
      const there = source.indexOf(first.name) < source.indexOf(second.name);
      const both = source.includes(first.name) && source.includes(second.name);
      if (both && here && !there && !isSameActor(first, second))
        return `${first.name} / ${second.name}`;
    }
  return undefined;
}
