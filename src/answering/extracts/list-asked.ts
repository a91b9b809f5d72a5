import { foldText } from '../../corpus/fold-text.ts';
import type { DraftClaim } from '../draft-claim.ts';

const numbers = '一二三四五六七八九十';
// Two things need no list: 「乐园及码头」.
const shortestList = 3;

/** How many things a question wants told one by one: 5 for 「是哪五级」; undefined when it asks for no such list, or for two. */
export function readListAsked(question: string): number | undefined {
  const [, digit, character] =
    /哪(?:(\d)|([三四五六七八九十]))(?!\d|号|位|年|天|次|条?路)/u.exec(foldText(question)) ?? [];
  const length = character === undefined ? Number(digit) : numbers.indexOf(character) + 1;
  return length >= shortestList ? length : undefined;
}

/** Whether the article that answers first tells so many things one by one, in the claims or by its ordinals. */
export function holdsList(claims: readonly DraftClaim[], length: number): boolean {
  const article = claims[0]?.quotes[0]?.article;
  const last = `第${numbers.charAt(length - 1)}`;
  return claims.some(({ quotes }) => {
    const cited = quotes.filter((quote) => quote.article === article);
    // A list may go on in the next passage.
    const text = foldText(cited.map(({ quote }) => quote).join(''));
    return (
      listLengths(text).includes(length) || cited.some((one) => one.article.body.includes(last))
    );
  });
}

const quoted = /(?:“[^“”]*”[、和及与,，;；]?){2,}/gu;

/** How many items stand in a row: between 「、」, in quotation marks side by side, between semicolons. */
function listLengths(text: string): readonly number[] {
  const clauses = text.split(/[。!?;:：,，\n]/u);
  const listed = clauses.map((clause) => clause.split(/、|和(?=“)|以及/u).length);
  const marked = Array.from(text.matchAll(quoted), ([row]) => row.split('“').length - 1);
  const parted = text.split(/[。!?\n]/u).map((sentence) => sentence.split(';').length);
  return [...listed, ...marked, ...parted].filter((count) => count > 1);
}
