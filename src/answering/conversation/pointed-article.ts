import type { Answer, Citation } from '../answer.ts';

/** An article that was shown, as far as it must be known to look into it. */
export type ShownArticle = Pick<Citation, 'articleId' | 'title' | 'organisation'>;

/** What an ordinal of a message points at. */
export interface Pointed {
  /** Empty when it points beyond what was shown. */
  readonly articles: readonly ShownArticle[];
  /** How many there were to point at. */
  readonly shown: number;
}

const numerals = '一二三四五六七八九';
// 「第二是……」 and 「第一书记」 point at nothing.
const ordinal =
  /第([一二三四五六七八九1-9])(个|家|条|种|篇|项|位|点|则|处|份|句)(?!季度|月|星期)|\[([1-9])\]|^第([一二三四五六七八九1-9])(?:呢|的)?[?？。]?$/gu;
const lastOne = /最后一?(?:个|家|条|种|篇|项)/u;
// Counted by the numbers that stand behind the sentences: 「第2条出处」, 「[2]」.
const numberedUnits = /[条点句处]/u;

/**
 * Reads 「第二个」: the second organisation or practice, as paragraphs and buttons show them, whatever number stands
 * behind its sentences. The numbers count where the message says so. After an answer that was not found it is the
 * list of titles.
 */
export function readPointed(text: string, last: Answer): Pointed | undefined {
  if (!pointsAtOne(text)) return undefined;
  const pointing = [...text.matchAll(ordinal)];
  const [, , unit = '', marked] = pointing[0] ?? [];
  const isNumber = numberedUnits.test(unit) || marked !== undefined;
  const numbered = last.citations.toSorted((a, b) => a.n - b.n);
  const shown = last.kind === 'answered' && isNumber ? numbered : sourcesOf(last);
  const places = pointing.map(([, counted, , number, bare]) => placeOf(counted ?? number ?? bare));
  if (lastOne.test(text)) places.push(shown.length - 1);
  const articles = places.flatMap((place) => shown[place] ?? []);
  const byId = new Map(articles.map((one) => [one.articleId, one]));
  return { articles: [...byId.values()], shown: shown.length };
}

/** Whether a message counts among things that were shown. */
export function pointsAtOne(text: string): boolean {
  return text.search(ordinal) >= 0 || lastOne.test(text);
}

function placeOf(digit = ''): number {
  return numerals.includes(digit) ? numerals.indexOf(digit) : Number(digit) - 1;
}

/** The sources of an answer in the order of their first number, or the titles it lists instead. */
function sourcesOf({ kind, citations, nearest }: Answer): readonly ShownArticle[] {
  const shown: readonly ShownArticle[] =
    kind === 'answered' ? citations : nearest.map((one) => ({ organisation: null, ...one }));
  return [...new Map(shown.toReversed().map((one) => [one.articleId, one])).values()].toReversed();
}
