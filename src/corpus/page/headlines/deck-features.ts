import { foldText } from '../../fold-text.ts';
import {
  type DeckLine,
  namesOrganisation,
  readLineTraits,
  readPairTraits,
  type Traits,
} from '../lines/line-traits.ts';
import { widthOf } from '../lines/page-lines.ts';

/** The lines of one headline, without marks. */
export interface Deck {
  readonly lines: readonly string[];
  /** So many lines at its head are the kicker, since a colon or a mark says so. */
  readonly kickers: number;
  /** So many lines at its foot are the subtitle, since a dash says so. */
  readonly subtitles: number;
}

/** How many of a headline's lines are kicker and title; the rest is the subtitle. */
export interface DeckSplit {
  readonly kickers: number;
  readonly titles: number;
}

/** A deck with what can be seen of its lines, and the ways to split it. */
export interface ReadDeck extends Deck {
  readonly splits: readonly DeckSplit[];
  readonly lineTraits: readonly Traits[];
  readonly pairTraits: readonly Traits[];
}

/** Beyond the usual, how many of a page's headlines have a kicker, a second line of the title, a subtitle. */
export type Habits = readonly [kicker: number, secondTitle: number, subtitle: number];

/** What a weight is for: a table of weights, its row, and the place in the row. */
type Feature = readonly [table: 'shape' | 'line' | 'pair' | 'page', row: string, at: number];

type TakeFeature = (feature: Feature, value: number) => void;

export function readDeck(deck: Deck): ReadDeck {
  const all = listSplits(deck);
  const lines = (all.length > 1 ? deck.lines : []).map((line): DeckLine => {
    const text = foldText(line).replace(/:$/u, '');
    return { text, width: widthOf(line) };
  });
  // The name of an organisation alone is the title of nothing, where there are other lines.
  const splits = all.filter(({ kickers, titles }) => {
    const only = titles === 1 ? lines[kickers] : undefined;
    return only === undefined || !namesOrganisation(only.text);
  });
  return {
    ...deck,
    splits,
    lineTraits: lines.map((line) => readLineTraits(line)),
    pairTraits: lines.slice(1).map((line, index) => readPairTraits(lines[index] ?? line, line)),
  };
}

const mostKickers = 2;
const mostTitles = 3;

function listSplits({ lines, kickers: fixed, subtitles }: Deck): readonly DeckSplit[] {
  const end = lines.length - subtitles;
  const most = fixed > 0 ? fixed : Math.min(mostKickers, end - 1);
  const splits: DeckSplit[] = [];
  for (let kickers = fixed; kickers <= most; kickers += 1) {
    for (let titles = 1; titles <= Math.min(mostTitles, end - kickers); titles += 1)
      splits.push({ kickers, titles });
  }
  return splits;
}

/** Which of the parts that not every headline has there are in a split: kicker, second line of the title, subtitle. */
export function partsOf({ lines }: Deck, { kickers, titles }: DeckSplit) {
  return [kickers > 0, titles > 1, kickers + titles < lines.length] as const;
}

interface Case {
  readonly deck: ReadDeck;
  readonly split: DeckSplit;
  readonly habits: Habits;
}

/** Tells all that may speak for or against a way to split a deck. */
export function readFeatures({ deck, split, habits }: Case, take: TakeFeature): void {
  readShape(deck, split, take);
  for (const [index, has] of partsOf(deck, split).entries())
    if (has) take(['page', pageRows[index] ?? '', 0], habits[index] ?? 0);
  const end = deck.lines.length - deck.subtitles;
  for (let line = deck.kickers; line < end; line += 1) {
    const own = partOf(line, split);
    takeTraits(deck.lineTraits[line], (row, value) => take(['line', row, own], value));
    if (line + 1 === end) continue;
    // Kicker, kicker and title, title, title and subtitle, subtitle.
    const both = own + partOf(line + 1, split);
    takeTraits(deck.pairTraits[line], (row, value) => take(['pair', row, both], value));
  }
}

function takeTraits(traits: Traits | undefined, take: (row: string, value: number) => void): void {
  for (const [row, value] of traits ?? []) take(row, value);
}

const pageRows = ['kicker', 'second line of the title', 'subtitle'];

/** 0 in the kicker, 1 in the title, 2 in the subtitle. */
function partOf(line: number, { kickers, titles }: DeckSplit): number {
  if (line < kickers) return 0;
  return line < kickers + titles ? 1 : 2;
}

function readShape(deck: Deck, { kickers, titles }: DeckSplit, take: TakeFeature): void {
  const below = deck.lines.length - deck.subtitles - kickers - titles;
  const above = kickers - deck.kickers;
  const isAboveDash = deck.subtitles > 0;
  const shapes: readonly (readonly [string, boolean])[] = [
    ['kicker', above > 0],
    ['second line of the kicker', above > 1],
    ['second line of the title', titles > 1],
    ['third line of the title', titles > 2],
    ['subtitle', below > 0],
    ['second line of the subtitle', below > 1],
    ['many lines of the subtitle', below > 2],
    ['kicker and subtitle', above > 0 && below > 0],
    ['kicker and second line of the title', above > 0 && titles > 1],
    ['kicker, above a dash', above > 0 && isAboveDash],
    ['second line of the title, above a dash', titles > 1 && isAboveDash],
    ['subtitle, above a dash', below > 0 && isAboveDash],
  ];
  const at = deck.kickers > 0 ? 1 : 0;
  for (const [row, holds] of shapes) if (holds) take(['shape', row, at], 1);
}
