import { splitClauses } from '../align-clauses.ts';
import { keepLastBy } from '../keep-last.ts';
import type { Mention } from './find-mentions.ts';
import { isSpeech, type Place, type Role, readRoles } from './read-roles.ts';

/** A clause of the source with who does and who says what it tells, named there or before. */
export interface Telling {
  readonly clause: string;
  readonly sentence: string;
  readonly roles: readonly Role[];
  readonly doers: readonly Mention[];
  readonly sayers: readonly Mention[];
  /** The doers are named in a clause before. */
  readonly isInherited: boolean;
}

/** Reads the folded sentences of a source in order: who is not named in a clause is the one named last. */
export const readTellings = keepLastBy(
  (sentences, persons) => [...sentences, '', ...persons].join('\0'),
  readAnew,
);

function readAnew(sentences: readonly string[], persons: readonly string[]): readonly Telling[] {
  const read = sentences.map((sentence) =>
    splitClauses(sentence).map((clause) => ({ clause, roles: readRoles(clause, persons) })),
  );
  const voices = findVoices(
    sentences.map((sentence, at) => ({
      sentence,
      roles: (read[at] ?? []).flatMap(({ roles }) => roles),
    })),
  );
  let last: LastNamed = { subject: [], person: [] };
  return sentences.flatMap((sentence, at) => {
    if (!/^[”"]?(?:这|并|还|也)/u.test(sentence)) last = { ...last, subject: [] };
    return (read[at] ?? []).map(({ clause, roles }) => {
      last = nameNext(last, clause, roles);
      const there = doersThere(clause, roles);
      const inner = whoIn(roles, ['inner', 'let']);
      return {
        clause,
        sentence,
        roles,
        doers: [...(there.length > 0 ? there : last.subject), ...inner],
        sayers: voices[at] ?? [],
        isInherited: there.length === 0,
      };
    });
  });
}

interface LastNamed {
  readonly subject: readonly Mention[];
  readonly person: readonly Mention[];
}

const pronoun = /^[”"]?(?:当时|后来|如今|于是|随后)?(?:他|她)/u;

function nameNext(last: LastNamed, clause: string, roles: readonly Role[]): LastNamed {
  const own = doersIn(roles);
  const sayers = whoIn(roles, ['says']);
  const persons = [...own, ...sayers].filter(({ kind }) => kind === '');
  const subjects = pronoun.test(clause) ? [last.person] : [own, sayers, last.subject];
  return {
    subject: firstOf(subjects),
    person: firstOf([persons, last.person]),
  };
}

function doersThere(clause: string, roles: readonly Role[]): readonly Mention[] {
  return pronoun.test(clause) ? whoIn(roles, ['by']) : doersIn(roles);
}

function doersIn(roles: readonly Role[]): readonly Mention[] {
  return firstOf([whoIn(roles, ['by']), whoIn(roles, ['subject'])]);
}

function whoIn(roles: readonly Role[], places: readonly Place[]): readonly Mention[] {
  return roles.filter(({ place }) => places.includes(place)).map(({ who }) => who);
}

function firstOf(lists: readonly (readonly Mention[])[]): readonly Mention[] {
  return lists.find((list) => list.length > 0) ?? [];
}

interface ReadSentence {
  readonly sentence: string;
  readonly roles: readonly Role[];
}

/** Who says each sentence: named in it, behind its quotation, or before the quotation it stands in. */
function findVoices(read: readonly ReadSentence[]): readonly (readonly Mention[])[] {
  let last: readonly Mention[] = [];
  let person: readonly Mention[] = [];
  let isOpen = false;
  return read.map(({ sentence, roles }, at) => {
    const voices = firstOf([
      whoIn(roles, ['says']),
      behind(sentence, read[at + 1]),
      isPronounSaying(sentence) ? firstOf([person, last]) : [],
      isOpen ? last : [],
    ]);
    const acting = [...voices, ...whoIn(roles, ['subject', 'by', 'inner'])];
    person = firstOf([acting.filter(({ kind }) => kind === ''), person]);
    last = firstOf([voices, whoIn(roles, ['subject']), last]);
    isOpen = leavesOpen(sentence, isOpen);
    return voices;
  });
}

function behind(sentence: string, next: ReadSentence | undefined): readonly Mention[] {
  return /[”"」]$/u.test(sentence) ? whoIn(next?.roles ?? [], ['says']) : [];
}

/** 「不过她也坦言」 */
function isPronounSaying(sentence: string): boolean {
  const found = /^[^,。:]{0,4}(?:他|她)们?/u.exec(sentence);
  return found !== null && isSpeech(sentence.slice(found[0].length));
}

function leavesOpen(sentence: string, isOpen: boolean): boolean {
  const isOpened = isOpen || sentence.includes('“');
  return isOpened && sentence.lastIndexOf('“') > sentence.lastIndexOf('”');
}
