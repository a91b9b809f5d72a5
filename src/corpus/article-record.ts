import { basename } from 'node:path';
import { z } from 'zod';
import { type Article, articleSchema, type Source } from './article.ts';
import { isRecord } from './front-matter.ts';
import { printableFields } from './printable-fields.ts';
import { unprintableReason } from './unprintable.ts';

/** What the person who ingests a file says about where it was printed. */
export type StatedSource = Partial<Pick<Source, 'publication' | 'date' | 'page'>>;

/** The articles of one text, and what did not go in. `line` counts from 1. */
export interface ReadText {
  readonly articles: readonly Article[];
  readonly problems: readonly { readonly line: number | null; readonly reason: string }[];
}

export interface TextContext {
  /** Base name. */
  readonly file: string;
  readonly source: StatedSource;
  /** A short id that stays the same as long as the file stays where it is. */
  idAt(line: number | null): string;
}

interface RecordContext {
  /** Base name of the file. */
  readonly file: string;
  /** The id of an article that states none. */
  readonly id: string;
  /** Stands where the record itself is silent. */
  readonly source: StatedSource;
}

interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}

interface ReadRecord {
  readonly article: Article | null;
  readonly problems: readonly FieldProblem[];
}

const listFields: ReadonlySet<string> = new Set([
  'reporters',
  'correspondents',
  'photographers',
  'organisations',
  'orgTypes',
  'places',
  'themes',
  'asked',
  'defects',
  'gaps',
]);

/**
 * Makes an article of what front matter or a line of JSON says. A field that cannot be read is left
 * empty and named; only without a body is there no article.
 */
export function readRecord(
  written: Readonly<Record<string, unknown>>,
  context: RecordContext,
): ReadRecord {
  const { record, stripped } = printableFields(written);
  const problems: FieldProblem[] = stripped.map((field) => ({
    field,
    reason: `“${field}”${unprintableReason}`,
  }));
  const { body, rest } = takeBody(record);
  if (body === '') {
    return { article: null, problems: [{ field: 'body', reason: '正文是空的，没有收入' }] };
  }
  const fields: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(articleSchema.shape)) {
    if (field === 'source' || field === 'body') continue;
    const value = tidyValue(field, rest[field]);
    if (value === undefined) continue;
    const parsed = z.safeParse(schema, value);
    if (parsed.success) fields[field] = parsed.data;
    else problems.push({ field, reason: `“${field}”的内容不合要求，没有采用` });
  }
  const source = readSource(rest, context, problems);
  return { article: articleSchema.parse({ id: context.id, ...fields, body, source }), problems };
}

/** `text` is an alias of `body` only where there is no `body`: else it says whose words the body is in. */
function takeBody(record: Readonly<Record<string, unknown>>): {
  body: string;
  rest: Readonly<Record<string, unknown>>;
} {
  if (typeof record.body === 'string' || typeof record.text !== 'string') {
    return { body: tidyBody(record.body), rest: record };
  }
  const { text, ...rest } = record;
  return { body: tidyBody(text), rest };
}

function tidyBody(value: unknown): string {
  if (typeof value !== 'string') return '';
  const lines = value.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** Blank is the same as absent; a number or a single word stands for its text or a list of one. */
function tidyValue(field: string, value: unknown): unknown {
  if (value === null || value === undefined) return;
  const tidy = typeof value === 'number' ? String(value) : value;
  if (typeof tidy === 'string') {
    const trimmed = tidy.trim();
    if (trimmed === '') return;
    return listFields.has(field) ? [trimmed] : trimmed;
  }
  return tidy;
}

function readSource(
  rest: Readonly<Record<string, unknown>>,
  { file, source: stated }: RecordContext,
  problems: FieldProblem[],
): Source {
  const nested = isRecord(rest.source) ? rest.source : {};
  const read = (field: 'publication' | 'page' | 'url') => {
    const value = tidyValue(field, nested[field]) ?? tidyValue(field, rest[field]);
    if (value === undefined || typeof value === 'string') return value;
    problems.push({ field, reason: `“${field}”的内容不合要求，没有采用` });
    return;
  };
  const publication = read('publication');
  const { date: statedDate, page: statedPage } = statedOf(publication, stated);
  const written = tidyValue('date', nested.date) ?? tidyValue('date', rest.date);
  const date = written === undefined ? undefined : readDate(written);
  if (date === null)
    problems.push({ field: 'date', reason: '日期看不懂，应写成 2023-05-04 的样子，没有采用' });
  return {
    // A kept article names the file it was printed in, which is not the one it stands in now.
    file: typeof nested.file === 'string' && nested.file !== '' ? basename(nested.file) : file,
    publication: publication ?? stated.publication ?? null,
    date: date ?? statedDate ?? null,
    page: read('page') ?? statedPage ?? null,
    url: read('url') ?? null,
  };
}

/** A date and a page belong to one paper: what is stated of another one is not about this article. */
function statedOf(publication: string | undefined, stated: StatedSource): StatedSource {
  const isAnother =
    publication !== undefined &&
    stated.publication !== undefined &&
    stated.publication !== publication;
  return isAnother ? {} : stated;
}

const writtenDate = /^(\d{4})(?:[-/.年])?(\d{1,2})(?:[-/.月])?(\d{1,2})日?(?:[T ].*)?$/;

/** `2023-05-04`, `2023/5/4`, `20230504`, `2023年5月4日` or a timestamp as `YYYY-MM-DD`; null when it is no date. */
export function readDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const [, year = '', month = '', day = ''] = writtenDate.exec(value.trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(date).success ? date : null;
}
