import { createHash } from 'node:crypto';
import { z } from 'zod';
import { articleTexts, sourceSchema } from '../../corpus/article.ts';

const reasonSchema = z.discriminatedUnion('why', [
  z.object({ why: z.enum(['new', 'study', 'unseen']) }),
  z.object({ why: z.literal('theme'), theme: z.string() }),
]);

const itemSchema = z.object({
  articleId: z.string(),
  /** Null when none is printed. */
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  /** Verbatim and verified, in the order of the article. */
  sentences: z.array(z.string()).readonly(),
  text: z.enum(articleTexts),
  source: sourceSchema,
  reason: reasonSchema,
});

const sentenceSchema = z.object({
  text: z.string(),
  /** The items it tells of, from 1. */
  items: z.array(z.int()).readonly(),
});

/** What one digest says. Readers with the same wishes and the same past get the same. */
export const digestContentSchema = z.object({
  /** `YYYY-MM-DD`. */
  day: z.string(),
  items: z.array(itemSchema).readonly(),
  /** Two sentences that a model wrote of the items, verified; absent where there are none. */
  opening: z.array(sentenceSchema).readonly().optional(),
});

export const openingSchema = z.array(sentenceSchema).readonly();

export type DigestContent = Readonly<z.infer<typeof digestContentSchema>>;
export type DigestItem = Readonly<z.infer<typeof itemSchema>>;
export type Reason = z.infer<typeof reasonSchema>;

/** 12 characters of `A-Za-z0-9_-`, the same for the same content. */
export function contentIdOf(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 12);
}
