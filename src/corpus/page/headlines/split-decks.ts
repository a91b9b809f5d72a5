import {
  type Deck,
  type DeckSplit,
  type Habits,
  partsOf,
  type ReadDeck,
  readDeck,
  readFeatures,
} from './deck-features.ts';
import { deckWeights } from './deck-weights.ts';

/**
 * Tells kicker, title and subtitle of the headlines of one page: for each the likeliest of all ways to split it, by a
 * log-linear model of what kickers, titles and subtitles look like and of what the page's other headlines are made of.
 */
export function splitDecks(decks: readonly Deck[]): readonly DeckSplit[] {
  const read = decks.map((deck) => readDeck(deck));
  const alone = read.map((deck) => rateSplits(deck, noHabits));
  const habits = readHabits(read, alone);
  return read.map((deck, index) => {
    const chances = rateSplits(deck, habits[index] ?? noHabits);
    const best = deck.splits[chances.indexOf(Math.max(...chances))];
    return best ?? { kickers: deck.kickers, titles: deck.lines.length - deck.kickers };
  });
}

/** Of a page that shows no habits. */
export const noHabits: Habits = [0, 0, 0];

function rateSplits(deck: ReadDeck, habits: Habits): readonly number[] {
  // What nothing can be learned from is not rated.
  if (deck.splits.length < 2) return deck.splits.map(() => 1);
  return toChances(
    deck.splits.map((split) => {
      let score = 0;
      readFeatures({ deck, split, habits }, ([table, row, at], value) => {
        score += value * (deckWeights[table][row]?.[at] ?? 0);
      });
      return score;
    }),
  );
}

/** Scores as chances, in all 1. */
export function toChances(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The share of headlines of more than one line that have each part, on the whole; and as many of them as count for it on each page. */
const usual: Habits = [0.5, 0.4, 0.3];
const imagined = 2;

/** For each deck what the others of its page are made of, by the chances of their splits. */
export function readHabits(
  decks: readonly ReadDeck[],
  chances: readonly (readonly number[])[],
): readonly Habits[] {
  const own = decks.map((deck, index) => expectParts(deck, chances[index] ?? []));
  const all = own.reduce(addHabits, noHabits);
  const many = decks.filter(({ lines }) => lines.length > 1).length;
  return decks.map(({ lines }, index) => {
    const others = many - (lines.length > 1 ? 1 : 0);
    const beyond = (part: 0 | 1 | 2) =>
      (2 * (all[part] - (own[index]?.[part] ?? 0) - others * usual[part])) / (others + imagined);
    return [beyond(0), beyond(1), beyond(2)];
  });
}

function addHabits(first: Habits, second: Habits): Habits {
  return [first[0] + second[0], first[1] + second[1], first[2] + second[2]];
}

/** How likely a deck has each part; one line has none. */
function expectParts(deck: ReadDeck, chances: readonly number[]): Habits {
  if (deck.lines.length < 2) return noHabits;
  return deck.splits.reduce((sum, split, index) => {
    const [kicker, secondTitle, subtitle] = partsOf(deck, split).map((has) =>
      has ? (chances[index] ?? 0) : 0,
    );
    return addHabits(sum, [kicker ?? 0, secondTitle ?? 0, subtitle ?? 0]);
  }, noHabits);
}
