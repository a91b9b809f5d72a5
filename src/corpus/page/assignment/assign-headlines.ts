import { looksLikeColumn, mayBeHeadline } from '../headlines/column-names.ts';
import type { HeadingGroup } from '../headlines/heading-group.ts';
import { tellsDeed } from '../lines/line-traits.ts';
import { startsBroken } from '../segments/mend-paragraphs.ts';
import type { Segment } from '../segments/segment.ts';
import type { TextSimilarity } from '../text-similarity.ts';
import {
  type Body,
  type Evidence,
  readBody,
  shareOfOwn,
  weighEvidence,
} from './headline-evidence.ts';
import { assignOptimally } from './optimal-assignment.ts';
import { type Arrangement, readArrangement } from './page-arrangement.ts';

/** Which headline belongs to which segment, and which belongs to none. */
export interface Headlines {
  readonly of: ReadonlyMap<Segment, HeadingGroup>;
  readonly unassigned: readonly HeadingGroup[];
}

/** So many headlines have no page: beyond, each body keeps the headline above it. */
const largestPage = 200;

/**
 * Assigns the headlines of a page to its bodies as one optimal assignment: by what both are about, the
 * organisation in the kicker above all, and by where they stand.
 */
export function assignHeadlines(
  headlines: readonly HeadingGroup[],
  segments: readonly Segment[],
  similarity: TextSimilarity,
): Headlines {
  if (headlines.length > largestPage) return headlinesAbove(headlines, segments);
  const bodies = segments.map((segment) => readBody(segment));
  const evidence = weighEvidence(similarity);
  const arrangement = readArrangement(headlines, bodies, evidence);
  const assign = (
    some: readonly HeadingGroup[],
    to: readonly Body[],
    isEnough: Measure['isEnough'],
  ) =>
    pairUp(some, to, (headline, body) =>
      scoreOf({ headline, body }, { ...arrangement, evidence, isEnough }),
    );
  const tells = (least: number) => (pair: Pair) => evidence(pair.headline, pair.body) >= least;
  const first = assign(headlines, bodies, tells(usualEvidence));
  // What is left on both sides may belong together on weaker evidence.
  const left = headlines.filter((headline) => !first.has(headline) && mayBeHeadline(headline));
  const taken = new Set(first.values());
  const wanting = bodies.filter((body) => !taken.has(body) && wantsHeadline(body));
  const second = assign(left, wanting, tells(leastEvidence));
  const third = pairByCharacters(left, wanting, second);
  const found = new Map([...second, ...third]);
  const all = new Map([...first, ...found, ...lastPair(left, wanting, found)]);
  const pairs = [...all].map(([headline, { segment }]) => [segment, headline] as const);
  return {
    of: new Map(pairs),
    unassigned: headlines.filter((headline) => !all.has(headline)),
  };
}

/** So much a headline has in common with many a body of its page; by chance it is less. */
const usualEvidence = 0.9;
const leastEvidence = 0.3;

const shortestArticle = 100;

function pairUp(
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
  score: (headline: HeadingGroup, body: Body) => number,
): ReadonlyMap<HeadingGroup, Body> {
  const scores = headlines.map((headline) => bodies.map((body) => score(headline, body)));
  const pairs = assignOptimally(scores).flatMap((column, row) => {
    const [headline, body] = [headlines[row], column === null ? undefined : bodies[column]];
    return headline === undefined || body === undefined ? [] : [[headline, body] as const];
  });
  return new Map(pairs);
}

/** What no word ties may be tied by characters: 隧, 心 and 线 that stand in one of the bodies left, and in no other. */
function pairByCharacters(
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
  found: ReadonlyMap<HeadingGroup, Body>,
): ReadonlyMap<HeadingGroup, Body> {
  const taken = new Set(found.values());
  const left = headlines.filter((one) => !found.has(one) && tellsOfBody(one));
  const wanting = bodies.filter((body) => !taken.has(body));
  if (wanting.length < 2) return new Map();
  return pairUp(left, wanting, (headline, body) => {
    const share = shareOfOwn(headline, body, wanting);
    return share < leastOwn ? 0 : share;
  });
}

const leastOwn = 0.25;

function tellsOfBody(headline: HeadingGroup): boolean {
  return !looksLikeColumn(headline) || tellsDeed(headline.title ?? '');
}

/** When all others have found one another, the last headline belongs to the last body that wants one. */
function lastPair(
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
  found: ReadonlyMap<HeadingGroup, Body>,
): readonly (readonly [HeadingGroup, Body])[] {
  const taken = new Set(found.values());
  const left = headlines.filter((headline) => !found.has(headline));
  const wanting = bodies.filter((body) => !taken.has(body) && !isBare(body));
  const [headline, body] = [left[0], wanting[0]];
  const isLast = left.length === 1 && wanting.length === 1;
  if (!isLast || headline === undefined || body === undefined) return [];
  return tellsOfBody(headline) ? [[headline, body]] : [];
}

/** Nothing opens or closes it: an article whose byline stands at its headline, or a part of another one. */
function isBare({ segment: { starts, closed } }: Body): boolean {
  return starts === 'orphan' && !closed;
}

/** A text of some length that a byline or 本报讯 opens, that a signature closes or that nothing opens hardly stands without a headline. */
function wantsHeadline({ segment, text }: Body): boolean {
  const { starts, closed } = segment;
  if (lacksBeginning(segment, text)) return false;
  const isMarked = starts === 'lead' || starts === 'byline' || starts === 'orphan' || closed;
  return starts !== 'caption' && isMarked && text.length >= shortestArticle;
}

function headlinesAbove(
  headlines: readonly HeadingGroup[],
  segments: readonly Segment[],
): Headlines {
  const of = new Map<Segment, HeadingGroup>();
  for (const segment of segments) if (segment.heading !== null) of.set(segment, segment.heading);
  const taken = new Set(of.values());
  return { of, unassigned: headlines.filter((headline) => !taken.has(headline)) };
}

interface Pair {
  readonly headline: HeadingGroup;
  readonly body: Body;
}

interface Measure extends Arrangement {
  readonly evidence: Evidence;
  readonly isEnough: (pair: Pair) => boolean;
}

/** What a headline and a body are worth together; 0 or less when they do not belong to one another. */
function scoreOf(pair: Pair, { evidence, isEnough, placeOf, blocks }: Measure): number {
  const { headline, body } = pair;
  const { segment } = body;
  const isAbove = segment.heading === headline;
  // Its beginning stands elsewhere, and with it its headline.
  if (!isAbove && lacksBeginning(segment, body.text)) return 0;
  if (['caption', 'mark', 'note'].includes(segment.starts)) {
    return isAbove && headline.kicker === null ? 1.5 : 0;
  }
  const isPlaced = placeOf.get(headline) === body;
  const value = evidence(headline, body);
  if (!isPlaced && !(isAbove && blocks.has(headline)) && !isEnough(pair)) return 0;
  const place = isPlaced ? 1.2 : nearness(headline, body);
  const wanted = segment.starts === 'orphan' ? 0 : 0.3;
  return value + place + wanted;
}

function lacksBeginning({ starts, paragraphs }: Segment, text: string): boolean {
  return paragraphs[0]?.startsFlush === true || (starts === 'orphan' && startsBroken(text));
}

function nearness(headline: HeadingGroup, { segment, firstLine, lastLine }: Body): number {
  if (segment.heading === headline) return 0.5;
  const line = headline.lines[0]?.number ?? 0;
  const distance = line < firstLine ? firstLine - line : Math.max(0, line - lastLine);
  const isBelow = line > lastLine && distance <= 3;
  return (isBelow ? 0.5 : 0) - Math.min(0.5, distance / 400);
}
