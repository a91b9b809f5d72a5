import { z } from 'zod';
import type { Article } from '../../../src/corpus/article.ts';

export const expectedSchema = z.object({
  articles: z.array(
    z.object({
      title: z.string().nullable(),
      kicker: z.string().nullable(),
      subtitle: z.string().nullable(),
      reporters: z.array(z.string()),
      correspondents: z.array(z.string()),
      photographers: z.array(z.string()),
      body: z.string(),
      credits: z.array(z.string()),
      complete: z.boolean(),
    }),
  ),
});
/** An article as a careful human reads it. */
export type Expected = z.infer<typeof expectedSchema>['articles'][number];

/** Without white space and marks, which are layout. */
export function bare(text: string | null): string {
  return (text ?? '').replace(/[\s\u3000●◆★■▲△□◎]/gu, '');
}

function trigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index + 3 <= text.length; index += 1) {
    const gram = text.slice(index, index + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

export function shared(first: string, second: string): number {
  const there = trigrams(second);
  let count = 0;
  for (const [gram, times] of trigrams(first)) count += Math.min(times, there.get(gram) ?? 0);
  return count;
}

function nearest(expected: Expected, articles: readonly Article[]): Article {
  const body = bare(expected.body);
  return articles.toSorted((a, b) => shared(body, bare(b.body)) - shared(body, bare(a.body)))[0]!;
}

/** At least 95 % of the characters, and at most 5 % that are no part of the article. */
export function hasBody(expected: Expected, article: Article): boolean {
  const [wanted, found, credits] = [expected.body, article.body, expected.credits.join('')].map(
    bare,
  );
  const right = shared(wanted!, found!);
  const own = right + shared(credits!, found!);
  return right >= 0.95 * (wanted!.length - 2) && own >= 0.95 * (found!.length - 2);
}

export function hasHeadline(expected: Expected, article: Article): boolean {
  const plain = (text: string | null) => bare(text).replace(/^[—–-]+|[:：]$/g, '');
  return (['title', 'kicker', 'subtitle'] as const).every(
    (field) => plain(expected[field]) === plain(article[field]),
  );
}

export function hasPeople(expected: Expected, article: Article): boolean {
  const people = ({ reporters, correspondents, photographers }: Expected | Article) =>
    [[...reporters, ...correspondents], photographers].map((names) => [...names].toSorted().join());
  return people(expected).join('/') === people(article).join('/');
}

export type IsRight = (expected: Expected, found: Article) => boolean;

interface Pair {
  readonly name: string;
  readonly expected: Expected;
  readonly found: Article;
}

export function pairUp(
  name: string,
  expected: readonly Expected[],
  articles: readonly Article[],
): readonly Pair[] {
  return expected.map((article) => ({
    name,
    expected: article,
    found: nearest(article, articles),
  }));
}

export function shareOf(pairs: readonly Pair[], isRight: IsRight): number {
  return pairs.filter(({ expected, found }) => isRight(expected, found)).length / pairs.length;
}
