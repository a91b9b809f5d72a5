import type { Article, KeyFigure } from '../../corpus/article.ts';
import { foldText } from '../../corpus/fold-text.ts';
import { hanBigrams } from '../../retrieval/tokenize.ts';
import type { CitedQuote } from '../draft-claim.ts';
import { namesOrganisation, organisationOf } from '../organisation.ts';
import type { Candidate } from './candidate.ts';
import { chooseCardSentences, cite, sentencesOf, wholeText } from './card-sentences.ts';

/** What a card says in one field, and the sentences it stands on: none when it stands in the heading. */
export interface CardField {
  readonly text: string;
  readonly quotes: readonly CitedQuote[];
}

/** A practice at a glance. A field is null when the text does not say it. */
export interface PracticeCard {
  readonly article: Article;
  readonly organisation: CardField | null;
  readonly place: CardField | null;
  readonly orgType: CardField | null;
  readonly problem: CardField | null;
  readonly deeds: CardField | null;
  readonly results: CardField | null;
  readonly figures: CardField | null;
}

const mostPlaces = 2;
const mostTypes = 2;
const mostFigures = 4;

/** Makes the card of an article from its own sentences, for a question or for none; by rules, no model. */
export function makePracticeCard(article: Article, question = ''): PracticeCard {
  const sentences = sentencesOf(article);
  const { problem, deeds, results } = chooseCardSentences(article, question);
  const organisation = organisationField(article, sentences);
  return {
    article,
    organisation,
    place: placeField(article, sentences),
    orgType: typeField(article, organisation),
    problem: sentenceField(problem),
    deeds: sentenceField(deeds),
    results: sentenceField(results),
    figures: figureField(article, sentences),
  };
}

function sentenceField(quotes: readonly CitedQuote[]): CardField | null {
  return quotes.length === 0 ? null : { text: quotes.map(({ quote }) => quote).join(''), quotes };
}

type Sentences = readonly Candidate[];

/** The first of its organisations that the text names. */
function organisationField(article: Article, sentences: Sentences): CardField | null {
  const main = organisationOf(article);
  const names = new Set([...(main === null ? [] : [main]), ...article.organisations]);
  for (const name of names) {
    const short = name.replace(/^[^市]{2,4}市(?=.{4})/u, '');
    const says = (text: string) => namesOrganisation(text, name) || text.includes(short);
    const field = fieldWhere(name, { article, sentences, says });
    if (field !== null) return field;
  }
  return null;
}

/** Where an article says that it happened, the widest place first. */
export function placesTold(article: Article): readonly string[] {
  return shownPlaces(article, sentencesOf(article));
}

/** The places the text names itself, the city left out when it names two within it. */
function shownPlaces(article: Article, sentences: Sentences): readonly string[] {
  const named = article.places.filter((place) => findSaying(place, { article, sentences }));
  const within = named.filter((place) => !/[市盟]$/u.test(place));
  return (within.length < mostPlaces ? named : within).slice(0, mostPlaces);
}

function placeField(article: Article, sentences: Sentences): CardField | null {
  const shown = shownPlaces(article, sentences);
  const narrowest = shown.at(-1);
  if (narrowest === undefined) return null;
  const says = (text: string) => saysPlace(text, narrowest);
  return fieldWhere(shown.join(' '), { article, sentences, says });
}

function findSaying(place: string, { article, sentences }: Omit<Said, 'says'>): boolean {
  const says = (text: string) => saysPlace(text, place);
  return fieldWhere(place, { article, sentences, says }) !== null;
}

/** 「呼和浩特」 says 呼和浩特市 as well. */
function saysPlace(text: string, place: string): boolean {
  return foldText(text).includes(foldText(place.replace(/(?<=.{2})市$/u, '')));
}

/** The kind of organisation is read off its name. */
function typeField({ orgTypes }: Article, organisation: CardField | null): CardField | null {
  if (orgTypes.length === 0 || organisation === null) return null;
  return { text: orgTypes.slice(0, mostTypes).join('、'), quotes: organisation.quotes };
}

interface Said {
  readonly article: Article;
  readonly sentences: Sentences;
  readonly says: (text: string) => boolean;
}

/** A field that stands in a sentence, else in the heading; null when it stands in neither. */
function fieldWhere(text: string, { article, sentences, says }: Said): CardField | null {
  const sentence = sentences.find((one) => says(wholeText(one)));
  if (sentence !== undefined) return { text, quotes: cite(sentence) };
  const heading = [article.kicker, article.title, article.subtitle].filter(Boolean).join('\n');
  return says(heading) ? { text, quotes: [] } : null;
}

function figureField({ keyFigures }: Article, sentences: Sentences): CardField | null {
  const found = keyFigures.flatMap((figure) => {
    const sentence = sentences.find((one) => saysFigure(wholeText(one), figure));
    return sentence === undefined ? [] : [{ figure, sentence }];
  });
  const shown = found.slice(0, mostFigures);
  if (shown.length === 0) return null;
  return {
    text: shown.map(({ figure }) => describeFigure(figure)).join('；'),
    quotes: [...new Set(shown.map(({ sentence }) => sentence))].flatMap(cite),
  };
}

// Of what a figure counts so much must stand in its sentence: the words around it are our own.
const leastCounted = 0.5;

/** The figure as printed, whole, with what it counts in the same sentence. */
function saysFigure(text: string, { value, unit, counts }: KeyFigure): boolean {
  const printed = new RegExp(`(?<!\\d)${RegExp.escape(`${value}${unit}`)}`, 'u');
  if (!printed.test(text)) return false;
  if (text.includes(counts)) return true;
  const pairs = hanBigrams(counts).filter((pair) => pair.length === 2);
  const held = pairs.filter((pair) => text.includes(pair));
  return pairs.length > 0 && held.length / pairs.length >= leastCounted;
}

function describeFigure({ value, unit, counts }: KeyFigure): string {
  return `${counts} ${value}${unit}`;
}
