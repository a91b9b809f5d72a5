import { looksLikeColumn } from '../headlines/column-names.ts';
import type { HeadingGroup } from '../headlines/heading-group.ts';
import type { Segment } from '../segments/segment.ts';
import type { Body, Evidence } from './headline-evidence.ts';
import { assignOptimally } from './optimal-assignment.ts';
import { alignInOrder } from './ordered-alignment.ts';

/** Where the headlines of a page stand beside their bodies. */
export interface Arrangement {
  /** The body the page's arrangement gives a headline, if it shows one. */
  readonly placeOf: ReadonlyMap<HeadingGroup, Body>;
  /** Headlines that stand in a block of headlines: the body right below need not be theirs. */
  readonly blocks: ReadonlySet<HeadingGroup>;
}

/** Reads off a page whether its headlines stand above or below bodies, and whether blocks of them keep the order. */
export function readArrangement(
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
  evidence: Evidence,
): Arrangement {
  const written = bodies
    .filter(({ segment }) => isWritten(segment))
    .toSorted((a, b) => a.firstLine - b.firstLine);
  const blocks = findBlocks(headlines, bodies);
  const lone = headlines.filter((headline) => !blocks.has(headline));
  const above = neighbours(lone, (headline) =>
    written.find(({ segment }) => segment.heading === headline),
  );
  const below = neighbours(lone, (headline) => bodyBefore(headline, written, headlines));
  const sum = (places: ReadonlyMap<HeadingGroup, Body>) =>
    [...places].reduce((total, [headline, body]) => total + evidence(headline, body), 0);
  const standBelow = below.size >= fewest && sum(below) > sum(above) * clearly;
  const beside = standBelow ? below : above;
  const best = bestSum(tabulate(lone, written, evidence));
  // Where bodies tell of other headlines than those beside them, the page is out of order.
  const places = sum(beside) < atLeast * best ? new Map<HeadingGroup, Body>() : beside;
  const taken = new Set(places.values());
  const inOrder = alignBlocks(
    headlines.filter((headline) => blocks.has(headline)),
    written.filter((body) => !taken.has(body)),
    evidence,
  );
  return { placeOf: new Map([...places, ...inOrder]), blocks };
}

/** Fewer pairs show no arrangement. */
const fewest = 2;
const clearly = 1.3;
const atLeast = 0.5;

/** Bodies of articles, and not pictures, briefs or notes; those that lost their beginning lost their headline. */
export function isWritten({ starts, paragraphs, heading }: Segment): boolean {
  if (['caption', 'mark', 'note'].includes(starts)) return false;
  return paragraphs[0]?.startsFlush !== true || heading !== null;
}

/** Headlines with no body between them; a column name above one headline makes no block. */
function findBlocks(
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
): ReadonlySet<HeadingGroup> {
  const runs: HeadingGroup[][] = [];
  for (const headline of headlines) {
    const [run, line] = [runs.at(-1), headline.lines[0]?.number ?? 0];
    const before = run?.at(-1)?.lines.at(-1)?.number ?? 0;
    const isApart = bodies.some(({ firstLine }) => firstLine > before && firstLine < line);
    if (run === undefined || isApart) runs.push([headline]);
    else run.push(headline);
  }
  const isBlock = ([first, ...rest]: readonly HeadingGroup[]) =>
    rest.length > 1 || (rest.length > 0 && first !== undefined && !looksLikeColumn(first));
  return new Set(runs.filter((run) => isBlock(run)).flat());
}

function neighbours(
  headlines: readonly HeadingGroup[],
  find: (headline: HeadingGroup) => Body | undefined,
): ReadonlyMap<HeadingGroup, Body> {
  return new Map(
    headlines.flatMap((headline) => {
      const body = find(headline);
      return body === undefined ? [] : [[headline, body] as const];
    }),
  );
}

/** The body that ends above a headline, with no other headline between. */
function bodyBefore(
  headline: HeadingGroup,
  bodies: readonly Body[],
  headlines: readonly HeadingGroup[],
): Body | undefined {
  const line = headline.lines[0]?.number ?? 0;
  const before = bodies.findLast(({ lastLine }) => lastLine < line);
  const isFirst = !headlines.some(({ lines }) => {
    const own = lines[0]?.number ?? 0;
    return own < line && before !== undefined && own > before.lastLine;
  });
  return isFirst ? before : undefined;
}

const fewestInOrder = 3;
/** Two pairs of one order count for little; any more must tell nearly as much as the best pairs in any order. */
const nearly = 0.8;
/** A pair without evidence is still one more pair in order. */
const pairWorth = 0.15;
const mostTold = 1.5;

/** The pairs of headlines and bodies in one order, when the evidence agrees with that order. */
function alignBlocks(
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
  evidence: Evidence,
): ReadonlyMap<HeadingGroup, Body> {
  const none = new Map<HeadingGroup, Body>();
  if (Math.min(headlines.length, bodies.length) < fewestInOrder) return none;
  // One pair, however plain, tells no more of the order than another.
  const scores = tabulate(headlines, bodies, (headline, body) =>
    Math.min(mostTold, evidence(headline, body)),
  );
  const best = bestSum(scores);
  const aligned = alignInOrder(scores.map((row) => row.map((score) => score + pairWorth)));
  const told = aligned.reduce((sum, [row, column]) => sum + (scores[row]?.[column] ?? 0), 0);
  if (told < nearly * best) return none;
  return new Map(
    aligned.flatMap(([row, column]) => {
      const [headline, body] = [headlines[row], bodies[column]];
      return headline === undefined || body === undefined ? [] : [[headline, body] as const];
    }),
  );
}

type Scores = readonly (readonly number[])[];

function tabulate(
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
  evidence: Evidence,
): Scores {
  return headlines.map((headline) => bodies.map((body) => evidence(headline, body)));
}

/** What the best pairs tell in any order. */
function bestSum(scores: Scores): number {
  return assignOptimally(scores).reduce<number>(
    (sum, column, row) => sum + (column === null ? 0 : (scores[row]?.[column] ?? 0)),
    0,
  );
}
