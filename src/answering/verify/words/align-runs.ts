import { keepLastBy } from '../keep-last.ts';

/** Characters that a claim and its source have alike, one after the other. */
export interface AlignedRun {
  /** Where the run begins in the claim. */
  readonly start: number;
  /** Where it begins in the source. */
  readonly at: number;
  readonly length: number;
}

const shortest = 2;
// What stands further apart in the source does not stand on both sides of one place.
const mostBetween = 20;
// Less than that may stand between them with the end of a sentence in it.
const mostAcross = 10;
const price = { run: 0.6, onward: 1.5, back: 2 } as const;
/** Ends a sentence of a folded text. */
export const sentenceEnd = /[。!?\n]/u;
const mark = /[,;:。!?…\n、“”]/u;

/**
 * Sets a folded text beside its folded source: the chain of runs that holds most of it, where each run and each leap from
 * one place of the source to another costs something (Chao and Miller 1995 on chaining fragments).
 */
export const alignRuns = keepLastBy((claim, source) => `${claim}\0${source}`, chainRuns);

interface Link {
  readonly run: AlignedRun;
  readonly score: number;
  readonly before: Link | undefined;
}

function chainRuns(claim: string, source: string): readonly AlignedRun[] {
  const links: Link[] = [];
  for (const run of commonRuns(claim, source)) {
    let best: Link = { run, score: run.length - price.run, before: undefined };
    for (const before of links) {
      const next = behind(before.run, run);
      if (next === undefined) continue;
      const score =
        before.score + next.length - price.run - leap(before.run, next, { claim, text: source });
      if (score > best.score) best = { run: next, score, before };
    }
    links.push(best);
  }
  let link = links.reduce<Link | undefined>(
    (best, one) => (best === undefined || one.score > best.score ? one : best),
    undefined,
  );
  const chain: AlignedRun[] = [];
  for (; link !== undefined; link = link.before) chain.unshift(link.run);
  return chain;
}

/** All longest runs of two characters or more, by where they begin in the claim. */
function commonRuns(claim: string, source: string): readonly AlignedRun[] {
  const runs: AlignedRun[] = [];
  for (let start = 0; start + 1 < claim.length; start += 1) {
    const pair = claim.slice(start, start + shortest);
    for (let at = source.indexOf(pair); at !== -1; at = source.indexOf(pair, at + 1)) {
      const isInside = start > 0 && at > 0 && claim[start - 1] === source[at - 1];
      if (isInside) continue;
      const length = commonLength(claim.slice(start), source.slice(at));
      if (/[\p{L}\p{N}]/u.test(claim.slice(start, start + length)))
        runs.push({ start, at, length });
    }
  }
  return runs;
}

/** How many characters two texts begin with alike. */
function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** A run as far as it stands behind another one. */
function behind(before: AlignedRun, run: AlignedRun): AlignedRun | undefined {
  const overlap = Math.max(0, endOf(before) - run.start);
  const end = endAt(before);
  const twice = run.at >= before.at && run.at < end ? end - run.at : 0;
  const cut = Math.max(overlap, twice);
  if (run.start <= before.start || run.length - cut < shortest) return undefined;
  return { start: run.start + cut, at: run.at + cut, length: run.length - cut };
}

function leap(
  before: AlignedRun,
  run: AlignedRun,
  texts: { readonly claim: string; readonly text: string },
): number {
  if (standTogether(before, run, texts)) return 0;
  return run.at >= endAt(before) ? price.onward : price.back;
}

/**
 * Whether one run stands close behind the other in the source. The end of a sentence may stand between them only where the
 * claim has a mark too.
 */
export function standTogether(
  before: AlignedRun,
  run: AlignedRun,
  { claim, text }: { readonly claim: string; readonly text: string },
): boolean {
  const end = endAt(before);
  const between = run.at - end;
  if (between < 0 || between > mostBetween) return false;
  if (!sentenceEnd.test(text.slice(end, run.at))) return true;
  return between <= mostAcross && mark.test(claim.slice(endOf(before) - 1, run.start + 1));
}

/** The place in the claim behind a run. */
export function endOf({ start, length }: AlignedRun): number {
  return start + length;
}

/** The place in the source behind a run. */
export function endAt({ at, length }: AlignedRun): number {
  return at + length;
}
