import { z } from 'zod';

// Lengths are not in the schema: endpoints refuse what they do not know of JSON Schema. They are looked at below.
const citationsSchema = z.array(z.object({ passage: z.int(), quote: z.string() }));

// Quotes come first: a model then writes what they say.
export const claimSchema = z.object({ citations: citationsSchema, text: z.string() });

export const practiceSchema = z.object({
  citations: citationsSchema,
  did: z.string(),
  result: z.string(),
});

const verdictSchema = z.enum(['answered', 'not-in-passages']);

/** The reply to a question: claims in the order in which they are read. */
export const claimsReplySchema = z.object({
  verdict: verdictSchema,
  claims: z.array(claimSchema),
});

/** The reply to a question for practices. */
export const practicesReplySchema = z.object({
  verdict: verdictSchema,
  practices: z.array(practiceSchema),
});

/** Where a follow-up question leads. */
export const rewriteReplySchema = z.object({
  /** A question of its own, about articles of the last answer, or more of the same. */
  relation: z.enum(['new', 'about', 'more']),
  /** The question as somebody would ask it who has not read what came before. */
  question: z.string(),
  /** Numbers of the articles it is about; empty unless `about`. */
  articles: z.array(z.int()),
});

/** Questions, one a line. */
export const questionsReplySchema = z.object({ questions: z.array(z.string()) });

/** How far each passage helps to answer, 0 to 3, by the numbers of the passages. */
export const ratingsReplySchema = z.object({
  ratings: z.array(z.object({ passage: z.int(), use: z.int() })),
});

/** A judge's verdict on one claim. */
export const judgementReplySchema = z.object({
  claim: z.enum(['fully', 'partly', 'not']),
  /** In the order of the citations: whether each supports the claim. */
  citations: z.array(z.boolean()),
});

export type ModelCitation = z.infer<typeof citationsSchema>[number];
