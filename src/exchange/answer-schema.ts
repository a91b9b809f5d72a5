import { z } from 'zod';
import type { Answer } from '../answering/answer.ts';
import { articleTexts, sourceSchema } from '../corpus/article.ts';

const claimSchema = z.object({
  text: z.string(),
  citations: z.tuple([z.int().positive()], z.int().positive()),
});

const citationSchema = z.object({
  n: z.int().positive(),
  articleId: z.string(),
  passageId: z.string(),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  quote: z.string(),
  text: z.enum(articleTexts),
  source: sourceSchema,
});

const filterSchema = z.object({
  kind: z.enum(['orgTypes', 'places', 'themes', 'dates']),
  label: z.string(),
  filters: z.object({
    orgTypes: z.array(z.string()).optional(),
    places: z.array(z.string()).optional(),
    themes: z.array(z.string()).optional(),
    dateFrom: z.string().optional(),
    dateTo: z.string().optional(),
  }),
});

const baseSchema = z.object({
  question: z.string(),
  filters: z.array(filterSchema).optional(),
  notes: z.array(z.string()),
  nearest: z.array(
    z.object({
      articleId: z.string(),
      title: z.string().nullable(),
      organisation: z.string().optional(),
    }),
  ),
  ms: z.object({ retrieve: z.number(), answer: z.number(), total: z.number() }),
});

/** An Answer as it is kept in the database. */
export const answerSchema: z.ZodType<Answer> = z.discriminatedUnion('kind', [
  baseSchema.extend({
    kind: z.literal('answered'),
    by: z.enum(['model', 'extract']),
    claims: z.tuple([claimSchema], claimSchema),
    citations: z.tuple([citationSchema], citationSchema),
  }),
  baseSchema.extend({
    kind: z.enum(['not-found', 'refused', 'chat']),
    by: z.null(),
    claims: z.tuple([]),
    citations: z.tuple([]),
  }),
]);
