import type { HeadingGroup } from '../headlines/heading-group.ts';
import { type Segment, textOf } from '../segments/segment.ts';
import type { TextSimilarity } from '../text-similarity.ts';

/** A segment as a headline is held against it. */
export interface Body {
  readonly segment: Segment;
  readonly text: string;
  readonly opening: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** How much a headline says of what a body tells, from 0; above 1 hardly by chance. */
export type Evidence = (headline: HeadingGroup, body: Body) => number;

const openingLength = 220;

export function readBody(segment: Segment): Body {
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

/** Weighs the organisation at a body's opening and the subject in all of it; what was weighed is kept. */
export function weighEvidence(similarity: TextSimilarity): Evidence {
  const known = new Map<HeadingGroup, Map<Body, number>>();
  return (headline, body) => {
    const row = known.get(headline) ?? new Map<Body, number>();
    known.set(headline, row);
    const value = row.get(body) ?? weigh(headline, body, similarity);
    row.set(body, value);
    return value;
  };
}

/**
 * The share of a title's characters that stand in one of some bodies and in no other: weaker than words, but telling where
 * few bodies are left.
 */
export function shareOfOwn({ title }: HeadingGroup, body: Body, bodies: readonly Body[]): number {
  const characters = [...new Set((title ?? '').match(/\p{Script=Han}/gu))];
  const own = characters.filter(
    (one) =>
      body.text.includes(one) &&
      !bodies.some((other) => other !== body && other.text.includes(one)),
  );
  return characters.length === 0 ? 0 : own.length / characters.length;
}

function weigh(headline: HeadingGroup, body: Body, similarity: TextSimilarity): number {
  const title = `${headline.title ?? ''} ${headline.subtitle ?? ''}`;
  const subject = 2.5 * similarity.coverage(title, body.text);
  const { kicker } = headline;
  if (kicker === null) return subject;
  const organisation = similarity.coverage(kicker, body.opening);
  const named = body.opening.includes(kicker) ? 1.5 : 0;
  return subject + named + 2 * organisation;
}
