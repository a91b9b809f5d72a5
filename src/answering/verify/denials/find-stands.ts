import { keepLast } from '../keep-last.ts';
import { flag } from '../sign.ts';
import { isDeniedAt, isNamed } from './contrary-signs.ts';
import { type Stand, standWords } from './stand-words.ts';

/** Where a clause stands in a matter, its denials counted. */
export interface FoundStand extends Stand {
  readonly word: string;
}

// The words by their first character, the longest first.
const byFirst = new Map<string, readonly string[]>();
for (const word of [...standWords.keys()].toSorted((a, b) => b.length - a.length))
  byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);

/** Reads from a folded clause on which side of which matters it stands: 「没有一户缺席」 on that of 到场. */
export const findStands = keepLast((clause: string): readonly FoundStand[] => {
  // In each matter the longest word counts: 不同意 is not 同意.
  const ends = new Map<number, number>();
  return wordsIn(clause).flatMap(({ word, at }) => {
    const open = (standWords.get(word) ?? []).filter(({ matter }) => at >= (ends.get(matter) ?? 0));
    const isDenied = open.length > 0 && isDeniedAt(clause, at, word);
    for (const { matter } of open) ends.set(matter, at + word.length);
    return open.map((stand) => ({
      ...stand,
      side: isDenied ? turned(stand.side) : stand.side,
      word,
    }));
  });
});

function wordsIn(clause: string): readonly { readonly word: string; readonly at: number }[] {
  return clause
    .split('')
    .flatMap((character, at) =>
      (byFirst.get(character) ?? [])
        .filter(
          (word) => clause.startsWith(word, at) && !isNamed(word, clause.slice(at + word.length)),
        )
        .map((word) => ({ word, at })),
    );
}

function turned(side: 1 | -1): 1 | -1 {
  return side === 1 ? -1 : 1;
}

/**
 * Whether the other side stands in some matter of a clause as the clause or one beside it does, or else against it:
 * 「没有同意,后来才点了头」 agrees with 「同意了」.
 */
export function standingOf(
  clause: string,
  { beside, others }: { readonly beside: readonly string[]; readonly others: readonly string[] },
) {
  const matters = new Set(findStands(clause).map(({ matter }) => matter));
  const told = others.flatMap(findStands).filter(({ matter }) => matters.has(matter));
  const agrees = [clause, ...beside]
    .flatMap(findStands)
    .some(({ matter, side }) => told.some((one) => one.matter === matter && one.side === side));
  return { agrees: flag(agrees), disagrees: flag(!agrees && told.length > 0) };
}
