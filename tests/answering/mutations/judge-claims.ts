import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DraftClaim } from '../../../src/answering/draft-claim.ts';
import { type Fault, verifyClaim } from '../../../src/answering/verify/verify.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { splitArticle } from '../../../src/retrieval/split-passages.ts';
import { makeArticle } from '../sample-articles.ts';

const claimSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  /** What it cites of the article; in the sets a model's answers were made into, one or more. */
  quote: z.union([z.string().transform((quote) => [quote]), z.array(z.string())]),
  claim: z.string(),
  truth: z.boolean(),
  mutation: z.string().nullable(),
  hand: z.boolean(),
  swap: z.boolean().default(false),
  /** True by arithmetic or counting alone: a figure that the quote does not give, which verify must not let pass. */
  derived: z.boolean().default(false),
});

export type SuiteClaim = z.infer<typeof claimSchema>;

export interface JudgedClaim extends SuiteClaim {
  /** Undefined for a claim that verify lets pass. */
  readonly fault: Fault | undefined;
}

const articleSchema = z.object({
  id: z.string(),
  title: z.string(),
  organisations: z.array(z.string()),
  body: z.string(),
});

/** Holds every claim of a file against the invented articles in the `articles.json` beside it. */
export function judgeClaims(file: URL): readonly JudgedClaim[] {
  return readClaims(file).map(({ claim, draft }) => ({ ...claim, fault: verifyClaim(draft) }));
}

/** The claims of a file with their quotes as citations. */
export function readClaims(
  file: URL,
): readonly { readonly claim: SuiteClaim; readonly draft: DraftClaim }[] {
  const articles = new Map(readArticles(file).map((article) => [article.id, article]));
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => claimSchema.parse(JSON.parse(line)))
    .map((claim) => ({ claim, draft: draftOf(claim, articles.get(claim.articleId)) }));
}

function readArticles(claims: URL): readonly Article[] {
  const text = readFileSync(new URL('articles.json', claims), 'utf8');
  return z.array(articleSchema).parse(JSON.parse(text)).map(makeArticle);
}

/** A quote over the border of two passages is cited from both. */
function draftOf({ id, claim, quote }: SuiteClaim, article: Article | undefined): DraftClaim {
  if (article === undefined) throw new Error(`${id}: no such article`);
  const passages = splitArticle(article);
  const quotes = quote.flatMap((one) =>
    passages.flatMap((passage) => {
      const part = sharedPart(one, passage.text);
      return part === '' ? [] : [{ article, passage, quote: part }];
    }),
  );
  return { text: claim, quotes };
}

/** The longest run of whole sentences, or parts of one between semicolons, of a quote that stands in a passage. */
function sharedPart(quote: string, passage: string): string {
  if (passage.includes(quote)) return quote;
  const sentences = quote.split(/(?<=[。！？；\n][”’」』）]*)(?![”’」』）])/u);
  const runs = sentences.flatMap((_, from) =>
    sentences.map((_, to) =>
      sentences
        .slice(from, to + 1)
        .join('')
        .trim(),
    ),
  );
  return runs
    .filter((run) => /\p{L}/u.test(run) && passage.includes(run))
    .reduce((best, run) => (run.length > best.length ? run : best), '');
}

/** How many of a group of claims verify stopped. */
export interface Rate {
  readonly stopped: number;
  readonly all: number;
}

export function rateOf(
  judged: readonly JudgedClaim[],
  belongs: (claim: JudgedClaim) => boolean,
): Rate {
  const group = judged.filter(belongs);
  return { stopped: group.filter(({ fault }) => fault !== undefined).length, all: group.length };
}
