import type { Article } from '../../corpus/article.ts';
import { foldText } from '../../corpus/fold-text.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import type { Hit } from '../../retrieval/passage.ts';
import { splitArticle } from '../../retrieval/split-passages.ts';
import type { CitedQuote, DraftClaim } from '../draft-claim.ts';
import { leadInFor } from '../lead-in.ts';
import { countAlike } from '../measure-words.ts';
import { namesOrganisation, organisationOf } from '../organisation.ts';
import { type NumberInContext, readNumbers } from '../verify/numbers/number-context.ts';

/** Two articles that give different figures for one organisation and thing. */
export interface DifferingFigures {
  readonly figures: readonly [StatedFigure, StatedFigure];
  /** The sentence with the second figure, to be shown beside the first. */
  readonly claim: DraftClaim;
}

interface StatedFigure {
  readonly article: Article;
  /** As printed, with what it counts. */
  readonly figure: string;
}

const mostDifferences = 2;

/** Finds figures of the claims for which another article found gives another one. */
export function findDifferingFigures(
  claims: readonly DraftClaim[],
  hits: readonly Hit[],
): readonly DifferingFigures[] {
  const quotes = claims.flatMap((claim) => claim.quotes);
  const differing = quotes.flatMap((quote) =>
    hits
      .filter(({ article }) => isSameOrganisation(article, quote.article))
      .flatMap(({ article }) => compareFigures(quote, article)),
  );
  const byPair = new Map(differing.map((one) => [pairKey(one), one]));
  return [...byPair.values()].slice(0, mostDifferences);
}

function pairKey({ figures }: DifferingFigures): string {
  return figures
    .map(({ article, figure }) => `${article.id} ${figure}`)
    .toSorted()
    .join('|');
}

function isSameOrganisation(one: Article, other: Article): boolean {
  const [first, second] = [organisationOf(one), organisationOf(other)];
  if (one.id === other.id || first === null || second === null) return false;
  return namesOrganisation(first, second) || namesOrganisation(second, first);
}

function compareFigures(quote: CitedQuote, article: Article): readonly DifferingFigures[] {
  const quoted = figuresOf(quote.quote);
  if (quoted.length === 0) return [];
  const told = figuresOf(article.body);
  const stated = quoted.filter((one) => !told.some(isSameFigure(one)));
  if (stated.length === 0) return [];
  const known = figuresOf(quote.article.body);
  return sentencesOf(article).flatMap((other) => {
    const text = foldText(other.quote);
    if (isOfAnotherYear(foldText(quote.quote), text)) return [];
    return figuresOf(text)
      .filter((number) => !known.some(isSameFigure(number)))
      .flatMap((number) => {
        const rival = stated.find((one) => countsTheSame(one, number));
        if (rival === undefined) return [];
        const figures = [
          { article: quote.article, figure: tellFigure(rival) },
          { article, figure: tellFigure(number) },
        ] as const;
        return [{ figures, claim: claimOf(other) }];
      });
  });
}

function figuresOf(text: string): readonly NumberInContext[] {
  return readNumbers(foldText(text)).filter(isFigure);
}

/** What both articles say is no difference: of 「76家」 and 「34家」 each may stand beside the same word. */
function isSameFigure({ numeral }: NumberInContext): (other: NumberInContext) => boolean {
  return (other) =>
    other.numeral.value === numeral.value && countAlike(other.numeral.unit, numeral.unit);
}

function sentencesOf(article: Article): readonly CitedQuote[] {
  return splitArticle(article).flatMap((passage) =>
    splitSentences(passage.text).map(({ text }) => ({ article, passage, quote: text })),
  );
}

function claimOf(cited: CitedQuote): DraftClaim {
  const leadIn = leadInFor(cited);
  return {
    text: leadIn === undefined ? cited.quote : `${leadIn}：${cited.quote}`,
    quotes: [cited],
  };
}

function isFigure({ numeral }: NumberInContext): boolean {
  return (numeral.kind === 'count' || numeral.kind === 'percent') && numeral.unit !== null;
}

function countsTheSame(one: NumberInContext, other: NumberInContext): boolean {
  if (one.numeral.value === other.numeral.value || one.numeral.kind !== other.numeral.kind)
    return false;
  if (!countAlike(one.numeral.unit, other.numeral.unit)) return false;
  const things = thingsOf(one);
  return thingsOf(other).some((thing) => things.includes(thing));
}

/** What is counted: the word behind the figure, or the one before it: 68个「网格」, 「网格」68个. */
function thingsOf({ before, after }: NumberInContext): readonly string[] {
  const behind = /^\p{Script=Han}{2}/u.exec(after)?.[0];
  const ahead = /(\p{Script=Han}{2})(?:有|共|共有|达|达到|为|是|约|近|超|出|了|成|仅)*$/u.exec(
    before,
  )?.[1];
  return [behind ?? ahead].filter((thing) => thing !== undefined);
}

function isOfAnotherYear(one: string, other: string): boolean {
  const years = (text: string) => new Set(text.match(/(?:19|20)\d{2}年/gu) ?? []);
  const [first, second] = [years(one), years(other)];
  return first.size > 0 && second.size > 0 && first.isDisjointFrom(second);
}

function tellFigure({ numeral, before, after }: NumberInContext): string {
  const behind = /^\p{Script=Han}{2,4}/u.exec(after)?.[0];
  // Not from the middle of 「一年来送餐」.
  const ahead = /\p{Script=Han}{2,4}$/u.exec(before)?.[0].replace(/^[年月日天]来?/u, '') ?? '';
  return behind === undefined ? `${ahead}${numeral.text}` : `${numeral.text}${behind}`;
}
