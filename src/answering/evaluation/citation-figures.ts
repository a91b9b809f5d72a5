import { foldQuote } from '../verify/verify-quotes.ts';
import type { CaseResult } from './question-case.ts';
import { shareOf } from './share-of.ts';

/** All shares 0 to 1; null when there is nothing to share. */
export interface CitationFigures {
  readonly claims: number;
  /** Claims with at least one citation that the answer lists. */
  readonly claimsCited: number | null;
  /** Citations whose quote stands verbatim in the article's body. */
  readonly quotesVerbatim: number | null;
  /** Of the questions that name right answers: those with one of them in the claims. */
  readonly answerFound: number | null;
  /** The same, in the first three claims. */
  readonly answerInFirstThree: number | null;
  /** Of the questions with right articles: those whose answer cites one of them. */
  readonly goldCited: number | null;
}

/** Figures over the claims and citations of answers. */
export async function citationFigures(
  results: readonly CaseResult[],
  readBody: (articleId: string) => Promise<string | undefined>,
): Promise<CitationFigures> {
  const claims = results.flatMap(({ answer }) =>
    answer.claims.map(({ citations }) => {
      const listed = new Set(answer.citations.map(({ n }) => n));
      return citations.length > 0 && citations.every((n) => listed.has(n));
    }),
  );
  const quotes: boolean[] = [];
  for (const { answer } of results)
    for (const { articleId, quote } of answer.citations)
      quotes.push((await readBody(articleId))?.includes(quote) ?? false);
  const withAnswers = results.filter(({ asked }) => asked.answers.length > 0);
  const withGold = results.filter(({ asked }) => asked.gold.length > 0);
  return {
    claims: claims.length,
    claimsCited: shareOf(claims),
    quotesVerbatim: shareOf(quotes),
    answerFound: shareOf(withAnswers.map((result) => tells(result, Number.POSITIVE_INFINITY))),
    answerInFirstThree: shareOf(withAnswers.map((result) => tells(result, 3))),
    goldCited: shareOf(withGold.map(citesGold)),
  };
}

function tells({ asked, answer }: CaseResult, within: number): boolean {
  const told = foldQuote(
    answer.claims
      .slice(0, within)
      .map(({ text }) => text)
      .join(''),
  );
  return asked.answers.some((right) => told.includes(foldQuote(right)));
}

function citesGold({ asked, answer }: CaseResult): boolean {
  return answer.citations.some(({ articleId }) => asked.gold.includes(articleId));
}
