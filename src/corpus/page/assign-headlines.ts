import { type HeadingGroup, looksLikeColumn, widestColumnName } from './heading-groups.ts';
import { assignOptimally } from './optimal-assignment.ts';
import { widthOf } from './page-lines.ts';
import { type Segment, textOf } from './segment.ts';
import type { TextSimilarity } from './text-similarity.ts';

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
  const stacked = new Set(headlines.filter((one) => isOfStack(one, headlines, bodies)));
  const assign = (some: readonly HeadingGroup[], to: readonly Body[], least: number) =>
    pairUp(some, to, (headline, body) =>
      scoreOf({ headline, body, isStacked: stacked.has(headline) }, { similarity, least }),
    );
  const first = assign(headlines, bodies, usualEvidence);
  // What is left on both sides may belong together on weaker evidence.
  const left = headlines.filter(
    (headline) => !first.has(headline) && headline.kicker === null && !looksLikeColumn(headline),
  );
  const taken = new Set(first.values());
  const wanting = bodies.filter((body) => !taken.has(body) && wantsHeadline(body));
  const all = new Map([...first, ...assign(left, wanting, leastEvidence)]);
  const pairs = [...all].map(([headline, { segment }]) => [segment, headline] as const);
  return raiseKickers({
    of: new Map(pairs),
    unassigned: headlines.filter((headline) => !all.has(headline)),
  });
}

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

/** A text of some length that a byline or 本报讯 opens hardly stands without a headline. */
function wantsHeadline({ segment: { starts }, text }: Body): boolean {
  return (starts === 'lead' || starts === 'byline') && text.length >= 150;
}

/** A line that belongs to no body, right above a headline without a kicker, is its kicker. */
function raiseKickers({ of, unassigned }: Headlines): Headlines {
  const raised = new Map(of);
  const used = new Set<HeadingGroup>();
  for (const [segment, headline] of of) {
    const first = headline.lines[0];
    const above = unassigned.find(
      ({ kicker, lines, title }) =>
        kicker === null &&
        title !== null &&
        first !== undefined &&
        (lines.at(-1)?.number ?? 0) === first.number - first.blanksBefore - 1 &&
        widthOf(title) > widestColumnName,
    );
    if (above === undefined || headline.kicker !== null || headline.title === null) continue;
    used.add(above);
    raised.set(segment, {
      ...headline,
      kicker: above.title,
      lines: [...above.lines, ...headline.lines],
    });
  }
  return { of: raised, unassigned: unassigned.filter((headline) => !used.has(headline)) };
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

interface Body {
  readonly segment: Segment;
  readonly text: string;
  readonly opening: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

const openingLength = 220;

function readBody(segment: Segment): Body {
  const lines = segment.paragraphs.flatMap(({ lines: own }) => own.map(({ number }) => number));
  const text = textOf(segment);
  return {
    segment,
    text,
    opening: text.slice(0, openingLength),
    firstLine: Math.min(...lines),
    lastLine: Math.max(...lines),
  };
}

/** Other headlines stand right above it: then the body below need not be its own. */
function isOfStack(
  headline: HeadingGroup,
  headlines: readonly HeadingGroup[],
  bodies: readonly Body[],
): boolean {
  const before = headlines[headlines.indexOf(headline) - 1];
  const [from, to] = [before?.lines.at(-1)?.number, headline.lines[0]?.number];
  if (from === undefined || to === undefined) return false;
  return !bodies.some(({ firstLine }) => firstLine > from && firstLine < to);
}

interface Measure {
  readonly similarity: TextSimilarity;
  /** Below this evidence only the body right below may have the headline. */
  readonly least: number;
}

interface Pair {
  readonly headline: HeadingGroup;
  readonly body: Body;
  readonly isStacked: boolean;
}

/** What a headline and a body are worth together; 0 or less when they do not belong to one another. */
function scoreOf(pair: Pair, { similarity, least }: Measure): number {
  const { headline, body, isStacked } = pair;
  const { segment } = body;
  const isAbove = segment.heading === headline;
  // Its beginning stands elsewhere, and with it its headline.
  if (segment.paragraphs[0]?.startsFlush === true && !isAbove) return 0;
  if (['caption', 'mark', 'note'].includes(segment.starts)) {
    return isAbove && headline.kicker === null ? 1.5 : 0;
  }
  const evidence = evidenceOf(pair, similarity);
  if (!isAbove && evidence < least) return 0;
  const above = isStacked ? 0.5 : 1.2;
  const wanted = segment.starts === 'orphan' ? 0 : 0.3;
  return evidence + (isAbove ? above : nearness(headline, body)) + wanted;
}

/** So much a headline has in common with many a body of its page; by chance it is less. */
const usualEvidence = 0.9;
const leastEvidence = 0.3;

/** How much a headline says of what a body tells: the organisation at its opening, the subject in all of it. */
function evidenceOf({ headline, body }: Pair, similarity: TextSimilarity): number {
  const title = `${headline.title ?? ''} ${headline.subtitle ?? ''}`;
  const subject = 2.5 * similarity.coverage(title, body.text);
  const { kicker } = headline;
  if (kicker === null) return subject;
  const organisation = similarity.coverage(kicker, body.opening);
  const named = body.opening.includes(kicker) ? 1.5 : 0;
  return subject + named + 2 * organisation;
}

function nearness(headline: HeadingGroup, { firstLine, lastLine }: Body): number {
  const line = headline.lines[0]?.number ?? 0;
  const distance = line < firstLine ? firstLine - line : Math.max(0, line - lastLine);
  const isBelow = line > lastLine && distance <= 3;
  return (isBelow ? 0.5 : 0) - Math.min(0.5, distance / 400);
}
