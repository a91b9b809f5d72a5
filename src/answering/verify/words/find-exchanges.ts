import { coverOf } from '../align-clauses.ts';
import type { Evidence } from '../evidence.ts';
import { keepLastBy } from '../keep-last.ts';
import { type AlignedRun, alignRuns, endAt, endOf, standTogether } from './align-runs.ts';
import { clauseEnd, type Texts, withoutMoved } from './moved-runs.ts';
import { findOtherTimes } from './times-beside.ts';

/** Where a claim leaves the words of its source. */
export interface Exchange {
  /** What the claim says there; empty where it leaves something out. */
  readonly said: string;
  /** Where that stands in the claim. */
  readonly start: number;
  /** What the source has between the same neighbours; empty where it has nothing. */
  readonly told: string;
  /** Where that stands in the source. */
  readonly at: number;
  /** How many characters before it are the source's, and how many behind it; 0 at the end of the claim. */
  readonly left: number;
  readonly right: number;
  /** Whether both sides stand together in the source. */
  readonly isPinned: boolean;
  /** Whether what is said stands elsewhere in the source. */
  readonly isMoved: boolean;
  /** How far the claim goes back in its source behind it. */
  readonly back: number;
}

export interface Departures {
  readonly exchanges: readonly Exchange[];
  /** The share of the claim's letters and digits that are its source's, run by run, or its headings'. */
  readonly share: number;
}

const letters = /[^\p{L}\p{N}.%]+/gu;
const mostAtEdge = 12;

/** Finds where a folded claim leaves the words of its source. */
export const findExchanges = keepLastBy(
  (claim: string, { text, headings }: Evidence) => `${claim}\0${text}\0${headings}`,
  exchangesAnew,
);

function exchangesAnew(claim: string, { text, headings }: Evidence): Departures {
  const texts = { claim, text };
  const chain = alignRuns(claim, text);
  const moved = withoutMoved(chain, texts);
  const runs = moved.runs;
  const exchanges = [
    ...atBegin(runs[0], texts, moved.isBeginMoved),
    ...runs
      .slice(1)
      .flatMap((run, at) => between([runs[at] ?? run, run], texts, moved.behind.has(run))),
    ...atEnd(runs.at(-1), texts, moved.isEndMoved),
    ...findOtherTimes(claim, text, chain).map((one) => ({ ...ofOtherTime, ...one })),
  ];
  const held = chain.reduce((sum, run) => sum + lettersIn(claim.slice(run.start, endOf(run))), 0);
  const headed = exchanges.reduce(
    (sum, { said, isMoved }) => sum + (isMoved ? 0 : said.length * coverOf(said, headings)),
    0,
  );
  return { exchanges, share: Math.min(1, (held + headed) / Math.max(1, lettersIn(claim))) };
}

const ofOtherTime = { left: 0, right: 0, isPinned: true, isMoved: true, back: 0 } as const;

function between(
  [before, run]: readonly [AlignedRun, AlignedRun],
  { claim, text }: Texts,
  isMoved: boolean,
): readonly Exchange[] {
  const isPinned = standTogether(before, run, { claim, text });
  const at = endAt(before);
  const said = claim.slice(endOf(before), run.start).replace(letters, '');
  const isNewClause = clauseEnd.test(claim.slice(endOf(before) - 1, run.start));
  const begin = isNewClause ? beginOf(text, run.at) : run.at;
  const from = isPinned ? at : begin;
  const told = text.slice(from, run.at).replace(letters, '');
  const back = Math.max(0, at - run.at);
  if (said === '' && told === '' && back === 0) return [];
  const place = { start: endOf(before), at: from };
  return [
    { said, told, ...place, left: before.length, right: run.length, isPinned, isMoved, back },
  ];
}

/** What the claim begins with, and what the clause of the source does. */
function atBegin(
  run: AlignedRun | undefined,
  { claim, text }: Texts,
  isMoved: boolean,
): readonly Exchange[] {
  if (run === undefined || run.start === 0) return [];
  const at = beginOf(text, run.at);
  const told = text.slice(at, run.at).replace(letters, '');
  const said = claim.slice(0, run.start).replace(letters, '');
  const edge = { start: 0, at, left: 0, right: run.length, isPinned: true, isMoved, back: 0 };
  return said === '' ? [] : [{ said, told, ...edge }];
}

/** Where the sentence begins that a place stands in, or else its clause; the place itself where that is far. */
function beginOf(text: string, place: number): number {
  const before = text.slice(Math.max(0, place - mostAtEdge), place);
  const [sentence, clause] = [
    before.search(/[^。!?\n"“]*$/u),
    before.search(/[^,;:。!?…\n、"“”]*$/u),
  ];
  const begin = [sentence, clause].find((at) => at > 0 || place <= mostAtEdge);
  return begin === undefined ? place : place - before.length + begin;
}

function atEnd(
  run: AlignedRun | undefined,
  { claim, text }: Texts,
  isMoved: boolean,
): readonly Exchange[] {
  if (run === undefined) return [];
  const said = claim.slice(endOf(run)).replace(letters, '');
  if (said === '') return otherSpeaker(run, { claim, text });
  const at = endAt(run);
  let end = at;
  while (end < text.length && end - at <= mostAtEdge && !clauseEnd.test(text.charAt(end))) end += 1;
  const told = end - at > mostAtEdge ? '' : text.slice(at, end);
  const edge = { start: endOf(run), at, left: run.length, right: 0, isPinned: true, isMoved };
  return [{ said, told, ...edge, back: 0 }];
}

const speech = '(?:说|道|表示|介绍|坦言|告诉记者|感慨|感叹|回忆|认为|指出|承认)';
const behindQuote = new RegExp(`^[^"”]{0,2}["”]([^。!?\\n"“”,]{2,16}?)${speech}`, 'u');
const beforeQuote = new RegExp(`^(.{2,30}?)${speech}[,:]`, 'u');

/** Who is named before a quote in the claim and is not whom the source names behind it. */
function otherSpeaker(run: AlignedRun, { claim, text }: Texts): readonly Exchange[] {
  const told = behindQuote.exec(text.slice(Math.max(0, endAt(run) - 1)))?.[1];
  const said = beforeQuote.exec(claim)?.[1]?.replace(letters, '');
  if (told === undefined || said === undefined || said.includes(told.slice(-2))) return [];
  const sides = { left: 0, right: run.length, isPinned: true, isMoved: false, back: 0 };
  return [{ said, start: 0, told, at: endAt(run), ...sides }];
}

function lettersIn(text: string): number {
  return text.replace(letters, '').length;
}
