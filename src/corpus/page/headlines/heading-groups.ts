import type { PageStyle } from '../lines/page-style.ts';
import type { RoleLine } from '../lines/role-line.ts';
import { isOccasion } from './column-names.ts';
import type { Deck, DeckSplit } from './deck-features.ts';
import type { HeadingGroup } from './heading-group.ts';
import { splitDecks } from './split-decks.ts';
import { type HeadingStack, isSubtitle, wordsOf } from './stack-headings.ts';

/** Tells kicker, title and subtitle of all stacks of a page. */
export function readStacks(
  stacks: readonly HeadingStack[],
  { usualBlanks }: PageStyle,
): ReadonlyMap<HeadingStack, HeadingGroup> {
  const splits = splitDecks(stacks.map((stack) => toDeck(stack)));
  return new Map(
    stacks.map((stack, index) => {
      const parts = readPrinted(stack) ?? cutAt(stack, splits[index]);
      return [stack, toGroup(stack, parts, usualBlanks)];
    }),
  );
}

function toGroup(
  stack: HeadingStack,
  { above, main, below }: Parts,
  usualBlanks: number,
): HeadingGroup {
  return {
    kicker: textOf(above, '')?.replace(/[:：]$/, '') ?? null,
    title: textOf(main, ' '),
    subtitle: textOf(below, ' '),
    lines: stack.map(({ line }) => line),
    mark: stack.find(({ mark }) => mark !== '')?.mark ?? '',
    afterGap: (stack[0]?.line.blanksBefore ?? 0) > usualBlanks + 1,
  };
}

/** The parts where font size or letter-spacing tells them. */
function readPrinted(stack: HeadingStack): Parts | null {
  return stack[0]?.line.size === null ? bySpacing(stack) : bySize(stack);
}

interface Parts {
  readonly above: readonly RoleLine[];
  readonly main: readonly RoleLine[];
  readonly below: readonly RoleLine[];
}

/** The largest lines are the headline; what stands above them the kicker, below them the subtitle. */
function bySize(stack: readonly RoleLine[]): Parts {
  const kickerEnd = stack.findIndex(({ role }) => role === 'kicker') + 1;
  const rest = stack.slice(kickerEnd);
  const largest = Math.max(0, ...rest.map(({ line }) => line.size ?? 1));
  const isLarge = ({ line }: RoleLine) => (line.size ?? 1) >= largest / 1.12;
  const start = rest.findIndex((line) => isLarge(line));
  const end = rest.findLastIndex((line) => isLarge(line)) + 1;
  return {
    above: [...stack.slice(0, kickerEnd), ...rest.slice(0, Math.max(0, start))],
    main: rest.slice(Math.max(0, start), end).filter((line) => !isSubtitle(line)),
    below: [...rest.slice(Math.max(0, start), end).filter(isSubtitle), ...rest.slice(end)],
  };
}

/** Letter-spaced lines among others are the headline. */
function bySpacing(stack: readonly RoleLine[]): Parts | null {
  const kickerEnd = stack.findIndex(({ role }) => role === 'kicker') + 1;
  const rest = stack.slice(kickerEnd);
  const start = rest.findIndex(({ line }) => line.isSpaced);
  const end = rest.findLastIndex(({ line }) => line.isSpaced) + 1;
  if (start < 0 || end - start === rest.length) return null;
  return {
    above: [...stack.slice(0, kickerEnd), ...rest.slice(0, start)],
    main: rest.slice(start, end),
    below: rest.slice(end),
  };
}

/** A colon, or the mark of the next line, ends the kicker, a dash begins the subtitle; what stands between is open. */
function toDeck(stack: HeadingStack): Deck {
  const marked = stack.findIndex(({ mark }) => mark !== '');
  const dash = stack.findIndex((line, index) => index > 0 && isSubtitle(line));
  return {
    lines: stack.map((line) => wordsOf(line)),
    kickers: Math.max(
      stack.findIndex(({ role }) => role === 'kicker') + 1,
      marked,
      namesDay(stack),
    ),
    subtitles: dash < 0 ? 0 : stack.length - dash,
  };
}

/** 1 where 高考首日 or the like stands above a title, which is longer by far; else 0. */
function namesDay([first, second]: HeadingStack): number {
  if (first === undefined || second === undefined || !isOccasion(wordsOf(first))) return 0;
  return second.line.width >= first.line.width + longerBy ? 1 : 0;
}

const longerBy = 3;

function cutAt(stack: HeadingStack, split: DeckSplit | undefined): Parts {
  const { kickers, titles } = split ?? { kickers: 0, titles: stack.length };
  return {
    above: stack.slice(0, kickers),
    main: stack.slice(kickers, kickers + titles),
    below: stack.slice(kickers + titles),
  };
}

function textOf(lines: HeadingStack, separator: string): string | null {
  const text = lines.map((line) => wordsOf(line)).join(separator);
  return text === '' ? null : text;
}
