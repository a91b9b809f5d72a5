import { coverOf, splitClauses } from '../align-clauses.ts';
import { keepLastBy } from '../keep-last.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { sayTheSame } from './synonymous-deeds.ts';

/** A run of characters in a clause of a claim or its source. */
export interface Run {
  /** The clause, between line breaks. */
  readonly clause: string;
  readonly start: number;
  readonly text: string;
  /** The words of the clause that the run has a part of. */
  readonly words: readonly TaggedWord[];
}

/** What a claim says between neighbours that stand around something else in its source. */
export interface Slot {
  readonly said: Run;
  readonly told: Run;
  /** How many characters before both runs are the same, and how many behind them. */
  readonly left: number;
  readonly right: number;
}

const mostLong = 5;
// A clause of the source that shares less than this with a clause of the claim tells of something else.
const leastAlike = 0.15;

/** Finds where a folded claim says another thing than a clause of its source, between the same neighbours. */
export const findSlots = keepLastBy((claim, text) => `${claim}\0${text}`, slotsAnew);

function slotsAnew(claim: string, text: string): readonly Slot[] {
  const told = splitClauses(text);
  return splitClauses(claim)
    .filter((clause) => !text.includes(clause))
    .flatMap((clause) =>
      told
        .filter((source) => coverOf(clause, source) >= leastAlike)
        .flatMap((source) => slotsBetween(`\n${clause}\n`, `\n${source}\n`)),
    )
    .filter(
      ({ said, told: other }) =>
        !claim.includes(other.text) && !(said.text.length > 1 && text.includes(said.text)),
    );
}

function slotsBetween(clause: string, source: string): readonly Slot[] {
  return startsOf(clause, source).flatMap(([start, at]) => {
    const told = runsFrom(source, at);
    return runsFrom(clause, start).flatMap((said) =>
      told.flatMap((other) => slotOf({ clause, ...said }, { clause: source, ...other }) ?? []),
    );
  });
}

/** Where both texts go on otherwise behind the same character. */
function startsOf(clause: string, source: string): readonly (readonly [number, number])[] {
  const starts: (readonly [number, number])[] = [];
  for (let start = 1; start < clause.length - 1; start += 1)
    for (let at = 1; at < source.length - 1; at += 1)
      if (clause[start] !== source[at] && areAlike(clause[start - 1], source[at - 1]))
        starts.push([start, at]);
  return starts;
}

function slotOf(said: Written, told: Written): Slot | undefined {
  const [end, close] = [said.start + said.text.length, told.start + told.text.length];
  if (!areAlike(said.clause[end], told.clause[close]) || shareAny(said.text, told.text))
    return undefined;
  const left = sameBefore([said.clause, said.start], [told.clause, told.start]);
  const right = sameBehind([said.clause, end], [told.clause, close]);
  return left + right < 2 ? undefined : { said: runOf(said), told: runOf(told), left, right };
}

type Placed = Pick<Run, 'start' | 'text'>;
type Written = Omit<Run, 'words'>;

// Grammar, numbers and what is counted by them: they have their own checks.
const noPart =
  /[的了着在于由和是到把被从与为给向及对让有将跟不没未无各每只还仍也都再又就才可能要须需已曾所些个次时第一二三四五六七八九十两几半这那该其此某另凭靠按据称说]|\P{Script=Han}/u;

/** The runs that begin at a place. */
function runsFrom(clause: string, start: number): readonly Placed[] {
  const most = clause.slice(start, start + mostLong);
  const stop = most.search(noPart);
  const longest = stop === -1 ? most : most.slice(0, stop);
  return [...longest].map((_, at) => ({ start, text: longest.slice(0, at + 1) }));
}

function runOf({ clause, start, text }: Written): Run {
  const words = tagWords(clause).filter(
    ({ index, word }) => index < start + text.length && index + word.length > start,
  );
  return { clause, start, text, words };
}

function shareAny(one: string, other: string): boolean {
  return [...one].some((character) => other.includes(character));
}

const joint = /[的了着在于由和是到把被从与为给向及对让有将跟同\d\P{L}]/u;

/** The same characters, or both grammar or the end of a clause. */
function areAlike(one = '\n', other = '\n'): boolean {
  return one === other || (joint.test(one) && joint.test(other));
}

type Place = readonly [text: string, at: number];

function sameBefore([one, at]: Place, [other, there]: Place): number {
  let length = 0;
  while (isSame(one[at - 1 - length], other[there - 1 - length])) length += 1;
  return length;
}

function sameBehind([one, at]: Place, [other, there]: Place): number {
  let length = 0;
  while (isSame(one[at + length], other[there + length])) length += 1;
  return length;
}

function isSame(one = '\n', other = '\n'): boolean {
  return one === other && one !== '\n';
}

/** Whether the runs, or the words they stand in, say nearly the same. */
export function areSynonyms({ said, told }: Slot): boolean {
  return sayTheSame(said.text, told.text) || sayTheSame(wholeOf(said), wholeOf(told));
}

/** The words that a run stands in, as one. */
export function wholeOf({ words }: Run): string {
  return words.map(({ word }) => word).join('');
}

/** Whether a run begins and ends with its words. */
export function isWhole(run: Run): boolean {
  return wholeOf(run) === run.text && run.words[0]?.index === run.start;
}

/** What stands behind a run in its clause. */
export function behind({ clause, start, text }: Run): string {
  return clause.slice(start + text.length);
}

/** Whether the last word of a run ends behind it. */
export function goesOn({ words, start, text }: Run): boolean {
  const last = words.at(-1);
  return last !== undefined && last.index + last.word.length > start + text.length;
}

const inTail = /^(?:n|[xjsblkafvgq]|zg)/u;
const endsTail = /^(?:n|[xjslkg]|vn|zg)/u;

/** The words behind a run, up to the last noun of those that the other text has too. */
export function tailOf({ clause, start, text }: Run, length: number): string {
  const from = start + text.length;
  let end = from;
  for (const { word, index, tag } of tagWords(clause)) {
    const close = index + word.length;
    if (close <= from) continue;
    if (close > from + length || !inTail.test(tag) || !/^\p{Script=Han}+$/u.test(word)) break;
    if (endsTail.test(tag)) end = close;
  }
  return clause.slice(from, end);
}
