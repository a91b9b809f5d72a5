import type { HeadingGroup } from '../headlines/heading-group.ts';
import { type People, unite } from '../lines/bylines.ts';
import type { Byline, Segment } from './segment.ts';

/** A byline below a headline goes with it to the body that the headline belongs to. */
export function moveBylines(
  segments: readonly Segment[],
  headlineOf: ReadonlyMap<Segment, HeadingGroup>,
  bylines: ReadonlyMap<HeadingGroup, Byline>,
): void {
  const owners = new Map([...headlineOf].map(([segment, headline]) => [headline, segment]));
  const printedBelow = new Set(bylines.values());
  for (const [headline, byline] of bylines) {
    const holder = segments.find((segment) => segment.byline === byline);
    const owner = owners.get(headline);
    if (owner === undefined || owner === holder) continue;
    // It has its byline above its text, and its headline below.
    if (owner.byline !== null && !printedBelow.has(owner.byline)) continue;
    if (holder !== undefined) takeAway(holder, byline);
    owner.people = unite(owner.people, byline.people);
    owner.signLines.push(...byline.lines);
  }
}

function takeAway(segment: Segment, { people, lines }: Byline): void {
  const without = (names: readonly string[], gone: readonly string[]) =>
    names.filter((name) => !gone.includes(name));
  const left: People = {
    reporters: without(segment.people.reporters, people.reporters),
    correspondents: without(segment.people.correspondents, people.correspondents),
    photographers: without(segment.people.photographers, people.photographers),
    unlabelled: without(segment.people.unlabelled, people.unlabelled),
  };
  segment.people = left;
  const kept = segment.signLines.filter((line) => !lines.includes(line));
  segment.signLines.splice(0, segment.signLines.length, ...kept);
  if (segment.starts === 'byline') segment.starts = 'heading';
}
