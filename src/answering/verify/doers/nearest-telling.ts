import { coverOf } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { findMentions, type Mention } from './find-mentions.ts';
import type { Telling } from './read-tellings.ts';

/** A clause of the source with the share of a deed that it tells, 0 to 1. */
export type NearestTelling = Telling & { readonly cover: number };

/** The clause that tells most of a deed. */
export function nearestTelling(
  deed: string,
  tellings: readonly Telling[],
): NearestTelling | undefined {
  return tellings
    .map((telling) => ({ ...telling, cover: coverOf(deed, telling.clause) }))
    .reduce<NearestTelling | undefined>(
      (best, one) => (best === undefined || one.cover > best.cover ? one : best),
      undefined,
    );
}

/** Who is mentioned before and behind the words of a deed, in its clause and before it in its sentence. */
export function mentionsAround(deed: string, { clause, sentence }: Telling, { persons }: Evidence) {
  const all = findMentions(clause, persons);
  const at = placeOfDeed(deed, clause, all);
  const end = sentence.indexOf(clause) + (at ?? clause.length);
  return {
    clause,
    all,
    before: all.filter((one) => at === undefined || one.end <= at),
    after: all.filter((one) => at !== undefined && one.start > at),
    sentenceBefore: findMentions(sentence, persons).filter((one) => one.start < end),
  };
}

/** Where the first two characters stand that a deed shares with a clause, outside of who is mentioned there. */
function placeOfDeed(
  deed: string,
  clause: string,
  mentions: readonly Mention[],
): number | undefined {
  for (let from = 0; from + 1 < deed.length; from += 1) {
    const pair = deed.slice(from, from + 2);
    const at = /^\p{Script=Han}{2}$/u.test(pair) ? clause.indexOf(pair) : -1;
    if (at !== -1 && !mentions.some(({ start, end }) => at >= start && at < end)) return at;
  }
  return undefined;
}
