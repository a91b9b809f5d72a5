import { foldText } from '../../corpus/fold-text.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import type { CitedQuote } from '../draft-claim.ts';
import { charactersAndPairs } from './align-clauses.ts';
import { keepLast } from './keep-last.ts';
import { namePersons } from './names/name-persons.ts';
import { writeAlike } from './write-alike.ts';

/** All that a claim may draw on, folded. */
export interface Evidence {
  /** The quoted sentences where the claim tells of them, else the cited passages. */
  readonly text: string;
  /** What is quoted, whole sentences or not. */
  readonly quoted: string;
  /** The sentences of the text, in order. */
  readonly sentences: readonly string[];
  /** The cited passages. */
  readonly passages: string;
  /** The bodies of the cited articles. */
  readonly bodies: string;
  /** The persons these name. */
  readonly persons: readonly string[];
  /** Where organisations may stand too: kickers and organisations of the cited articles; a headline may say anything. */
  readonly headings: string;
  /** What the cited articles are about: their first organisations, kickers and titles. */
  readonly subjects: string;
  /** Issue dates of the cited articles, `YYYY-MM-DD`. */
  readonly issued: readonly string[];
}

/** Reads the evidence of a folded claim from its citations. */
export function readEvidence(claim: string, quotes: readonly CitedQuote[]): Evidence {
  const texts = new Map(quotes.map(({ passage }) => [passage.id, passage.text]));
  const articles = [...new Map(quotes.map(({ article }) => [article.id, article])).values()];
  const passages = writeAlike(foldText([...texts.values()].join('\n')));
  const text = quotedSentences(claim, { quotes, passages }) ?? passages;
  const { bodies, persons } = readBodies(articles.map(({ body }) => body).join('\n'));
  const headings = articles.flatMap((article) => [article.kicker ?? '', ...article.organisations]);
  return {
    text,
    quoted: writeAlike(foldText(quotes.map(({ quote }) => quote).join('\n'))),
    passages,
    bodies,
    persons,
    sentences: splitSentences(text).map((sentence) => sentence.text),
    headings: writeAlike(foldText(headings.join('\n'))),
    subjects: foldText(
      articles
        .flatMap(({ organisations, kicker, title }) => [organisations[0], kicker, title])
        .join('\n'),
    ),
    issued: articles.flatMap(({ source }) => source.date ?? []),
  };
}

const readBodies = keepLast((printed) => {
  const bodies = writeAlike(foldText(printed));
  return { bodies, persons: namePersons(bodies) };
});

// A claim that quotes whole sentences tells of them when they hold most of what the passages hold of it.
const mostly = 0.5;

/** The quotes, where they are whole sentences and what the claim tells of; undefined when the rest is needed. */
function quotedSentences(
  claim: string,
  { quotes, passages }: { readonly quotes: readonly CitedQuote[]; readonly passages: string },
): string | undefined {
  if (!quotes.every(isWholeSentences)) return undefined;
  const text = writeAlike(foldText(asPrinted(quotes).join('\n')));
  const parts = charactersAndPairs(claim);
  return heldOf(parts, text) >= mostly * heldOf(parts, passages) ? text : undefined;
}

/** The quotes in the order of their article: 「当年11月」 is of the year told before it, whichever is cited first. */
function asPrinted(quotes: readonly CitedQuote[]): readonly string[] {
  return quotes
    .toSorted(
      (a, b) =>
        a.article.id.localeCompare(b.article.id) ||
        a.passage.ordinal - b.passage.ordinal ||
        a.passage.text.indexOf(a.quote) - b.passage.text.indexOf(b.quote),
    )
    .map(({ quote }) => quote);
}

function isWholeSentences({ passage, quote }: CitedQuote): boolean {
  const at = passage.text.indexOf(quote);
  const before = passage.text.slice(0, Math.max(0, at));
  return (
    at !== -1 && /(?:^|[。！？!?…\n][”」"]?)$/u.test(before) && /[。！？!?…][”」"]?$/u.test(quote)
  );
}

function heldOf(parts: ReadonlySet<string>, text: string): number {
  return [...parts].reduce((sum, part) => (text.includes(part) ? sum + part.length : sum), 0);
}
