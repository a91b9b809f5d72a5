import { type AlignedRun, endAt, endOf, standTogether } from './align-runs.ts';

export const clauseEnd = /[,;:。!?…\n、"“”]/u;
// A longer run says more than what could stand in one place.
const mostMoved = 14;
const mostRunsMoved = 3;

/** A claim and its source, folded. */
export interface Texts {
  readonly claim: string;
  readonly text: string;
}

export interface Moved {
  readonly runs: readonly AlignedRun[];
  /** The runs before which something stands that the source has elsewhere. */
  readonly behind: ReadonlySet<AlignedRun>;
  readonly isBeginMoved: boolean;
  readonly isEndMoved: boolean;
}

/** Leaves out runs that stand where the source has something else: 「红砖里」 before 「6号楼」, which is 「桐荫苑」's. */
export function withoutMoved(chain: readonly AlignedRun[], texts: Texts): Moved {
  const behind = new Set<AlignedRun>();
  const first = chain.findIndex((run) => isLong(run) || beginsClause(texts.claim, run.start));
  const begin = Math.max(0, isShortUpTo(chain, first) ? first : 0);
  const isBeginMoved = begin > 0 && !leadsTo(chain[begin - 1], chain[begin], texts);
  const runs: AlignedRun[] = [];
  for (let at = isBeginMoved ? begin : 0; at < chain.length; at += 1) {
    const run = chain[at];
    if (run === undefined) continue;
    runs.push(run);
    const next = endOfDetour(chain, at, texts);
    if (next === undefined) continue;
    const target = chain[next];
    if (target !== undefined) behind.add(target);
    at = next - 1;
  }
  const isEndMoved = endsElsewhere(runs, texts);
  return { runs: isEndMoved ? runs.slice(0, -1) : runs, behind, isBeginMoved, isEndMoved };
}

/** Whether the last run is short and stands where the source goes on with something else. */
function endsElsewhere(runs: readonly AlignedRun[], texts: Texts): boolean {
  const { claim, text } = texts;
  const [last, before] = [runs.at(-1), runs.at(-2)];
  return (
    last !== undefined &&
    before !== undefined &&
    last.length <= mostMoved / 2 &&
    !clauseEnd.test(claim.slice(endOf(before), last.start)) &&
    !leadsTo(before, last, texts) &&
    text.slice(endAt(before)).search(clauseEnd) > 0
  );
}

const leastLong = 8;

function isLong({ length }: AlignedRun): boolean {
  return length >= leastLong;
}

/** Whether the runs before one are few and short. */
function isShortUpTo(chain: readonly AlignedRun[], end: number): boolean {
  if (end < 1 || end > mostRunsMoved) return false;
  return chain.slice(0, end).reduce((sum, { length }) => sum + length, 0) <= mostMoved;
}

function beginsClause(claim: string, start: number): boolean {
  return start > 0 && clauseEnd.test(claim.charAt(start - 1));
}

function leadsTo(before: AlignedRun | undefined, run: AlignedRun | undefined, texts: Texts) {
  return before !== undefined && run !== undefined && standTogether(before, run, texts);
}

/** The run that stands together with this one in the source, when those between them stand elsewhere. */
function endOfDetour(chain: readonly AlignedRun[], at: number, texts: Texts): number | undefined {
  const run = chain[at];
  if (run === undefined) return undefined;
  for (let next = at + 2; next <= at + 1 + mostRunsMoved; next += 1) {
    const target = chain[next];
    if (target === undefined) return undefined;
    const passed = chain.slice(at + 1, next);
    const length = passed.reduce((sum, one) => sum + one.length, 0);
    const isOnTheWay = passed.every((one) => one.at >= run.at && one.at < target.at);
    if (length <= mostMoved && !isOnTheWay && standTogether(run, target, texts)) return next;
  }
  return undefined;
}
