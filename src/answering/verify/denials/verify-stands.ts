import { alignClauses, coverOf, splitClauses } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import type { Find, Rules } from '../rules.ts';
import { type FoundStand, findStands } from './find-stands.ts';
import { formerly } from './find-turns.ts';

// From what share of a clause its source tells of the same, and by how much more than another.
const related = 0.3;
const margin = 0.15;

/** Who is told to have done one thing did not do what stands against it, in whatever words: 谢绝 and 采纳. */
export const standRules: Rules = {
  'other-stand': { fault: 'negation', find: otherStand(({ isAntonym }) => !isAntonym) },
  'other-word': { fault: 'negation', find: otherStand(({ isAntonym }) => isAntonym) },
  'other-state': {
    fault: 'negation',
    isCertain: true,
    find: otherStand(({ isState }) => isState, related),
  },
  'other-stand-here': { fault: 'negation', find: otherStandHere },
};

/** The claim stands in a matter where nothing in its source does, and its sentence there on the other side. */
function otherStand(isMeant: (stand: FoundStand) => boolean, least = 0): Find {
  return (claim, evidence) => {
    const all = evidence.sentences.flatMap(splitClauses).flatMap(findStands);
    return againstSource(claim, evidence).find(
      ({ stand, cover }) =>
        cover >= least && isMeant(stand) && !all.some((one) => isSame(one, stand)),
    )?.detail;
  };
}

/** The source has both sides, but that of the claim in a clause that tells less of what it tells. */
function otherStandHere(claim: string, evidence: Evidence): string | undefined {
  const all = evidence.sentences
    .flatMap(splitClauses)
    .flatMap((clause) => findStands(clause).map((stand) => ({ ...stand, clause })));
  return againstSource(claim, evidence).find(({ stand, cover, rest }) => {
    const same = all.filter((one) => isSame(one, stand));
    return (
      same.length > 0 &&
      cover >= related &&
      same.every(({ clause, word }) => coverOf(rest, clause.replace(word, '')) < cover - margin)
    );
  })?.detail;
}

interface Against {
  readonly stand: FoundStand;
  /** The claim's clause without the word it stands with. */
  readonly rest: string;
  /** How much of it the clause tells that stands against it. */
  readonly cover: number;
  /** How much the claim tells of that clause. */
  readonly back: number;
  readonly detail: string;
}

// Of a short source any sentence may tell the contrary.
const few = 3;

/** Where a clause of a claim stands against a clause of the sentence that tells most of it. */
function againstSource(claim: string, { sentences }: Evidence): readonly Against[] {
  const said = splitClauses(claim).flatMap(findStands);
  if (said.length === 0) return [];
  return alignClauses(claim, sentences).flatMap(({ said: clause, sentence }) => {
    const stands = findStands(clause).filter((one) => !said.some((other) => isOpposed(one, other)));
    const isNow = !formerly.test(clause);
    const told = (sentences.length <= few ? sentences : [sentence])
      .flatMap(splitClauses)
      .filter((one) => !(isNow && formerly.test(one)))
      .flatMap((one) => findStands(one).map((stand) => ({ ...stand, clause: one })));
    return stands.flatMap((stand) =>
      told
        .filter((other) => isOpposed(stand, other) && !isSameWord(stand.word, other.word))
        .map((other) => {
          const rest = clause.replace(stand.word, '');
          const where = other.clause.replace(other.word, '');
          const [cover, back] = [coverOf(rest, where), coverOf(where, rest)];
          return { stand, rest, cover, back, detail: `${stand.word} / ${other.word}` };
        }),
    );
  });
}

function isSame(one: FoundStand, other: FoundStand): boolean {
  return one.matter === other.matter && one.side === other.side;
}

function isOpposed(one: FoundStand, other: FoundStand): boolean {
  return one.matter === other.matter && one.side !== other.side;
}

/** 签 denied and 签了: whether a word is denied is read elsewhere. */
function isSameWord(one: string, other: string): boolean {
  if (/^不[够便足]/u.test(one) !== /^不[够便足]/u.test(other)) return false;
  const [own, told] = [one.replaceAll('了', ''), other.replaceAll('了', '')];
  return own.includes(told) || told.includes(own);
}
