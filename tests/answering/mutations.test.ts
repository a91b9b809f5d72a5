import { describe, expect, test } from 'vitest';
import { answerSets, claimSets, heldPromptSets, heldSets } from './mutations/claim-sets.ts';
import { type JudgedClaim, judgeClaims, rateOf } from './mutations/judge-claims.ts';

/** What is reached, in percent of each group of a set's claims: it may rise, and false alarms may fall. */
interface Reached {
  readonly numbers?: number;
  readonly places?: number;
  readonly denials: number;
  readonly falseAlarms: number;
}

const reached: Readonly<
  Record<(typeof claimSets | typeof answerSets | typeof heldSets)[number], Reached>
> = {
  open: { numbers: 96.5, places: 96.3, denials: 77.8, falseAlarms: 0.3 },
  held: { numbers: 94, places: 92, denials: 83, falseAlarms: 1.4 },
  'second-author': { numbers: 100, places: 97.4, denials: 96.9, falseAlarms: 1.2 },
  'third-author': { numbers: 96.7, places: 94.7, denials: 95.9, falseAlarms: 0.5 },
  'fourth-author': { numbers: 100, places: 100, denials: 95.4, falseAlarms: 1.1 },
  'fifth-author': { numbers: 96.3, places: 96.2, denials: 89.4, falseAlarms: 0 },
  'sixth-author': { numbers: 97.5, places: 98, denials: 96.9, falseAlarms: 1.3 },
  'seventh-author': { numbers: 97.9, places: 97.4, denials: 90.3, falseAlarms: 4.3 },
  'eighth-author': { numbers: 99.2, places: 97.3, denials: 95.3, falseAlarms: 1 },
  'ninth-author': { numbers: 99, places: 100, denials: 96.7, falseAlarms: 0.6 },
  'tenth-author': { numbers: 100, places: 100, denials: 94.6, falseAlarms: 0 },
  'eleventh-author': { numbers: 98.5, places: 100, denials: 98.5, falseAlarms: 0.6 },
  'twelfth-author': { numbers: 100, places: 95.2, denials: 97.5, falseAlarms: 2.1 },
  'thirteenth-author': { numbers: 100, places: 100, denials: 86.2, falseAlarms: 1.9 },
  'fourteenth-author': { numbers: 99.5, places: 96.6, denials: 92.7, falseAlarms: 2.4 },
  'fifteenth-author': { numbers: 100, places: 100, denials: 100, falseAlarms: 0.5 },
  'sixteenth-author': { numbers: 100, places: 100, denials: 96.8, falseAlarms: 1.1 },
  'seventeenth-author': { numbers: 99.2, places: 100, denials: 96.6, falseAlarms: 0 },
  'eighteenth-author': { numbers: 100, places: 100, denials: 98.4, falseAlarms: 3.2 },
  'nineteenth-author': { numbers: 100, places: 100, denials: 94.8, falseAlarms: 2.3 },
  'twentieth-author': { numbers: 100, places: 98.1, denials: 97.6, falseAlarms: 1.9 },
  'twenty-first-author': { numbers: 100, places: 100, denials: 98.5, falseAlarms: 2.3 },
  'twenty-second-author': { numbers: 100, places: 100, denials: 100, falseAlarms: 2.9 },
  'twenty-third-author': { numbers: 100, places: 100, denials: 100, falseAlarms: 0.6 },
  'twenty-fourth-author': { numbers: 100, places: 100, denials: 97.3, falseAlarms: 3.3 },
  'twenty-fifth-author': { numbers: 100, places: 100, denials: 100, falseAlarms: 0.6 },
  'twenty-sixth-author': { numbers: 99.1, places: 100, denials: 98, falseAlarms: 3.4 },
  'twenty-seventh-author': { numbers: 100, places: 100, denials: 100, falseAlarms: 3.5 },
  'twenty-eighth-author': { numbers: 99.1, places: 96.9, denials: 100, falseAlarms: 2 },
  'twenty-ninth-author': { numbers: 97.6, places: 96.9, denials: 95.2, falseAlarms: 0.5 },
  'thirtieth-author': { numbers: 100, places: 100, denials: 93.7, falseAlarms: 0.6 },
  'thirty-first-author': { numbers: 99.2, places: 97.1, denials: 94.5, falseAlarms: 0.9 },
  'thirty-second-author': { numbers: 99.3, places: 90.5, denials: 89.2, falseAlarms: 0.9 },
  'thirty-third-author': { numbers: 100, places: 94.7, denials: 93.8, falseAlarms: 1.7 },
  'thirty-fourth-author': { numbers: 98.4, places: 96.8, denials: 93.3, falseAlarms: 1.3 },
  'thirty-fifth-author': { numbers: 100, places: 97, denials: 88.2, falseAlarms: 3.9 },
  'thirty-sixth-author': { numbers: 97.8, places: 92.7, denials: 95.5, falseAlarms: 2.5 },
  'thirty-seventh-author': { numbers: 99.1, places: 96.9, denials: 85.2, falseAlarms: 1.1 },
  'thirty-eighth-author': { numbers: 97.3, places: 88.5, denials: 90, falseAlarms: 1.2 },
  'thirty-ninth-author': { numbers: 98.4, places: 94.7, denials: 98.4, falseAlarms: 2.5 },
  'fortieth-author': { numbers: 98.5, places: 94.1, denials: 91.2, falseAlarms: 2 },
  'forty-first-author': { numbers: 98.2, places: 93.9, denials: 82.4, falseAlarms: 2.2 },
  'forty-second-author': { numbers: 100, places: 97.4, denials: 96.6, falseAlarms: 1.6 },
  'forty-third-author': { numbers: 99.3, places: 88.3, denials: 98.8, falseAlarms: 4 },
  'forty-fourth-author': { numbers: 100, places: 100, denials: 97.3, falseAlarms: 3.8 },
  'forty-fifth-author': { numbers: 98.7, places: 100, denials: 100, falseAlarms: 1.5 },
  'forty-sixth-author': { numbers: 97.4, places: 100, denials: 100, falseAlarms: 1.5 },
  'forty-seventh-author': { numbers: 100, places: 95, denials: 94.7, falseAlarms: 1.1 },
  'forty-eighth-author': { numbers: 100, places: 98.3, denials: 92.4, falseAlarms: 1.2 },
  'forty-ninth-author': { numbers: 98.6, places: 98.4, denials: 91.9, falseAlarms: 2.7 },
  'fiftieth-author': { numbers: 100, places: 97.7, denials: 89.2, falseAlarms: 3.6 },
  'fifty-first-author': { numbers: 100, places: 100, denials: 91.5, falseAlarms: 3.3 },
  'fifty-second-author': { numbers: 99.2, places: 93.8, denials: 87.6, falseAlarms: 4.9 },
  'fifty-third-author': { numbers: 98.6, places: 100, denials: 87.3, falseAlarms: 3.7 },
  'fifty-fourth-author': { numbers: 99.5, places: 91.4, denials: 88, falseAlarms: 4.5 },
  'fifty-fifth-author': { numbers: 99.4, places: 100, denials: 92.2, falseAlarms: 2.7 },
  'fifty-sixth-author': { numbers: 98.2, places: 94, denials: 89.6, falseAlarms: 2.3 },
  'fifty-seventh-author': { numbers: 98.9, places: 96.3, denials: 92.9, falseAlarms: 2.1 },
  'fifty-eighth-author': { numbers: 100, places: 90.7, denials: 82.5, falseAlarms: 1.9 },
  'fifty-ninth-author': { numbers: 99.2, places: 100, denials: 88, falseAlarms: 5.3 },
  'sixtieth-author': { numbers: 96.8, places: 93.7, denials: 87.3, falseAlarms: 2.3 },
  'sixty-first-author': { numbers: 98.9, places: 94.4, denials: 94.3, falseAlarms: 1.4 },
  denials: { denials: 75.7, falseAlarms: 19 },
  attributions: { denials: 75.4, falseAlarms: 4.8 },
  'own-first': { numbers: 100, places: 100, denials: 86, falseAlarms: 2.8 },
  'own-second': { numbers: 97.7, places: 90, denials: 96.2, falseAlarms: 7.6 },
  'own-third': { numbers: 100, places: 100, denials: 95.1, falseAlarms: 0 },
  'answers-first': { numbers: 100, places: 95.8, denials: 96.2, falseAlarms: 5 },
  'answers-second': { numbers: 98.8, places: 90.5, denials: 95.7, falseAlarms: 6.7 },
  'answers-third': { numbers: 95, places: 100, denials: 100, falseAlarms: 7.7 },
  'answers-fourth': { numbers: 98.9, places: 91.7, denials: 92, falseAlarms: 5.7 },
  'answers-fifth': { numbers: 97.1, places: 77.8, denials: 82.1, falseAlarms: 1.6 },
  'answers-sixth': { numbers: 96.3, places: 85.7, denials: 90.7, falseAlarms: 2.9 },
  'answers-seventh': { numbers: 95.9, places: 88.9, denials: 92.5, falseAlarms: 0 },
  'answers-eighth': { numbers: 97.3, places: 85, denials: 86, falseAlarms: 5.3 },
  'answers-ninth': { numbers: 97.6, places: 90, denials: 82.6, falseAlarms: 2.9 },
  'answers-tenth': { numbers: 100, places: 100, denials: 96.9, falseAlarms: 2.2 },
  'answers-eleventh': { numbers: 100, places: 100, denials: 93.1, falseAlarms: 4.4 },
  'answers-twelfth': { numbers: 98.6, places: 83.3, denials: 94.4, falseAlarms: 3.3 },
  'answers-thirteenth': { numbers: 96.8, places: 100, denials: 94.1, falseAlarms: 3.6 },
  'answers-nineteenth': { numbers: 100, places: 100, denials: 100, falseAlarms: 0 },
  'answers-twentieth': { numbers: 99.1, places: 100, denials: 96.8, falseAlarms: 0 },
  'answers-twenty-first': { numbers: 100, places: 100, denials: 98.2, falseAlarms: 1.1 },
  'answers-twenty-second': { numbers: 100, places: 100, denials: 98.4, falseAlarms: 0 },
  'answers-twenty-third': { numbers: 100, places: 100, denials: 98.3, falseAlarms: 1.1 },
  'answers-twenty-fourth': { numbers: 100, places: 100, denials: 100, falseAlarms: 0 },
  'answers-twenty-fifth': { numbers: 99.1, places: 100, denials: 100, falseAlarms: 1.1 },
  'answers-twenty-sixth': { numbers: 98.8, places: 95.5, denials: 100, falseAlarms: 1.4 },
  'answers-twenty-seventh': { numbers: 100, places: 100, denials: 100, falseAlarms: 0 },
  'answers-twenty-eighth': { numbers: 100, places: 100, denials: 100, falseAlarms: 0 },
  'answers-twenty-ninth': { numbers: 100, places: 100, denials: 100, falseAlarms: 0 },
  'answers-thirtieth': { numbers: 100, places: 100, denials: 89.3, falseAlarms: 0 },
  'answers-thirty-first': { numbers: 97.8, places: 91.7, denials: 92.3, falseAlarms: 2.5 },
  'answers-thirty-second': { numbers: 100, places: 100, denials: 97.4, falseAlarms: 2 },
  'answers-thirty-third': { numbers: 100, places: 100, denials: 94.6, falseAlarms: 1.8 },
  'sixty-second-author': { numbers: 92, places: 86.6, denials: 89.5, falseAlarms: 4.9 },
  'sixty-third-author': { numbers: 96.2, places: 82.4, denials: 77.8, falseAlarms: 1.9 },
  'sixty-fourth-author': { numbers: 98.5, places: 92.7, denials: 84.7, falseAlarms: 4.3 },
  'answers-fourteenth': { numbers: 98.2, places: 100, denials: 91.8, falseAlarms: 5.1 },
  'answers-fifteenth': { numbers: 93.9, places: 91.7, denials: 89.5, falseAlarms: 7.3 },
  'answers-sixteenth': { numbers: 95.5, places: 88.2, denials: 83.8, falseAlarms: 6.9 },
  'answers-seventeenth': { numbers: 100, places: 87.5, denials: 85.3, falseAlarms: 3.5 },
  'answers-eighteenth': { numbers: 97.2, places: 96.3, denials: 93.3, falseAlarms: 8.8 },
  'answers-thirty-fourth': { numbers: 100, places: 100, denials: 90.9, falseAlarms: 3 },
  'answers-thirty-fifth': { numbers: 97.1, places: 100, denials: 95, falseAlarms: 3.7 },
  'answers-thirty-sixth': { numbers: 100, places: 100, denials: 88.9, falseAlarms: 0 },
  'answers-thirty-seventh': { numbers: 100, places: 100, denials: 95, falseAlarms: 3 },
  'answers-thirty-eighth': { numbers: 100, places: 100, denials: 86.4, falseAlarms: 0 },
  'answers-thirty-ninth': { numbers: 98, places: 100, denials: 92.9, falseAlarms: 2.7 },
  'answers-fortieth': { numbers: 97.8, places: 100, denials: 92, falseAlarms: 0 },
  'answers-forty-first': { numbers: 100, places: 100, denials: 90.9, falseAlarms: 0 },
  'answers-forty-second': { numbers: 100, places: 100, denials: 100, falseAlarms: 0 },
  'answers-forty-third': { numbers: 100, places: 100, denials: 92.9, falseAlarms: 0 },
  'answers-forty-fourth': { numbers: 97.1, places: 100, denials: 83.3, falseAlarms: 3.6 },
  'answers-forty-fifth': { numbers: 100, places: 100, denials: 92.9, falseAlarms: 0 },
  'answers-forty-sixth': { numbers: 100, places: 100, denials: 86.7, falseAlarms: 9.5 },
  'answers-forty-seventh': { numbers: 100, places: 100, denials: 100, falseAlarms: 0 },
};

const stopped = [
  ['with a changed number, date or name', 'numbers', /number|date|name/u],
  ['with a changed place or unit', 'places', /place|unit/u],
  ['that deny, affirm or attribute wrongly', 'denials', /negation|attribution/u],
] as const;

const bySet = new Map<string, readonly JudgedClaim[]>();

describe.each([...claimSets, ...answerSets, ...heldSets])('of the claims of %s.jsonl', (set) => {
  const judged = judgeClaims(new URL(`mutations/${set}.jsonl`, import.meta.url));
  bySet.set(set, judged);

  for (const [kind, group, mutations] of stopped) {
    const least = reached[set][group];
    if (least === undefined) continue;
    test(`those ${kind} are stopped`, () => {
      expect(
        percentOf(judged, ({ mutation }) => mutations.test(mutation ?? '')),
      ).toBeGreaterThanOrEqual(least);
    });
  }

  test('true paraphrases pass', () => {
    expect(percentOf(judged, ({ truth, derived }) => truth && !derived)).toBeLessThanOrEqual(
      reached[set].falseAlarms,
    );
  });
});

test('of the answers to our prompt that were kept aside, together, nearly all false ones are stopped and few true ones', () => {
  const judged = heldPromptSets.flatMap((set) => bySet.get(set) ?? []);
  const stoppedOf = (mutations: RegExp) =>
    percentOf(judged, ({ mutation }) => mutations.test(mutation ?? ''));
  expect(stoppedOf(/number|date|name/u)).toBeGreaterThanOrEqual(99);
  expect(stoppedOf(/negation|attribution/u)).toBeGreaterThanOrEqual(90);
  expect(percentOf(judged, ({ truth }) => truth)).toBeLessThanOrEqual(2);
});

test.each(['second-author', 'third-author', 'own-first', 'own-second', 'own-third'])(
  'figures that %s worked out from others do not pass',
  (set) => {
    const judged = judgeClaims(new URL(`mutations/${set}.jsonl`, import.meta.url));
    expect(percentOf(judged, ({ derived }) => derived)).toBe(100);
  },
);

/** The share that verify stops of some claims. */
function percentOf(
  judged: readonly JudgedClaim[],
  belongs: (claim: JudgedClaim) => boolean,
): number {
  const { stopped, all } = rateOf(judged, belongs);
  expect(all).toBeGreaterThan(0);
  return Math.round((1000 * stopped) / all) / 10;
}
