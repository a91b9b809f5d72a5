import { z } from 'zod';

/** What an item of a page is. */
const articleKinds = [
  'article',
  'brief',
  'photo-caption',
  'editor-note',
  'study-note',
  'commentary',
] as const;

/** Whose words the body is in: as printed, our own after the printed ones, or a reader's. */
export const articleTexts = ['original', 'rewritten', 'contributed'] as const;

const nullableText = z.string().min(1).nullable().default(null);
const textList = z.array(z.string().min(1)).readonly().default([]);

/** Where an article was printed. `file` is a base name; all else is null when nobody said it. */
export const sourceSchema = z.object({
  file: z.string(),
  publication: nullableText,
  /** Issue date, `YYYY-MM-DD`. */
  date: z.iso.date().nullable().default(null),
  page: nullableText,
  url: nullableText,
});

/** One figure of an article: `{ value: '68', unit: '个', counts: '网格' }`, as printed. */
const keyFigureSchema = z.object({
  value: z.string(),
  unit: z.string(),
  counts: z.string(),
});

/** One item of a page, or one Markdown file: the unit that is found, cited and opened. */
export const articleSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(articleKinds).default('article'),
  column: nullableText,
  kicker: nullableText,
  title: nullableText,
  subtitle: nullableText,
  reporters: textList,
  correspondents: textList,
  photographers: textList,
  organisations: textList,
  orgTypes: textList,
  places: textList,
  themes: textList,
  asked: textList,
  keyFigures: z.array(keyFigureSchema).readonly().default([]),
  defects: textList,
  alsoIn: z.array(sourceSchema).readonly().default([]),
  /** Paragraphs joined by `\n`. */
  body: z.string().min(1),
  complete: z.boolean().default(true),
  gaps: textList,
  text: z.enum(articleTexts).default('original'),
  source: sourceSchema,
});

export type Article = Readonly<z.infer<typeof articleSchema>>;
export type Source = Readonly<z.infer<typeof sourceSchema>>;
export type KeyFigure = Readonly<z.infer<typeof keyFigureSchema>>;
