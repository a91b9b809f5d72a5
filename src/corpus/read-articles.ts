import { createHash } from 'node:crypto';
import { basename, extname, resolve } from 'node:path';
import type { Article } from './article.ts';
import type { StatedSource, TextContext } from './article-record.ts';
import { decodeText } from './decode-text.ts';
import { foldText } from './fold-text.ts';
import { readHtmlPage } from './formats/read-html-page.ts';
import { readPdfPage } from './formats/read-pdf-page.ts';
import type { ExplainedLine } from './page/explain-page.ts';
import { findKeyFigures } from './page/key-figures.ts';
import { findOrganisations } from './page/organisations.ts';
import { sourceFromFileName } from './page/page-source.ts';
import { type ReadPage, readTextPage } from './page/read-text-page.ts';
import { readBytes, whyNoFile } from './read-bytes.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readMarkdown } from './read-markdown.ts';
import { stripUnprintable, unprintableReason } from './unprintable.ts';
import { adviceFor } from './unread-kinds.ts';
import { classifyArticle, type Vocabulary } from './vocabulary.ts';

/** What kept a file, or one line of it, from going in. */
export interface FileProblem {
  /** Absolute path. */
  readonly file: string;
  /** Counted from 1; null when the whole file is meant. */
  readonly line: number | null;
  /** A plain Chinese sentence that names the cause. */
  readonly reason: string;
}

export interface ArticleFile {
  /** Absolute. */
  readonly path: string;
  /** SHA-256 of the content, hexadecimal; empty when the file could not be read. */
  readonly hash: string;
  readonly articles: readonly Article[];
  readonly problems: readonly FileProblem[];
}

interface ReadOptions {
  readonly vocabulary: Vocabulary;
  readonly source?: StatedSource;
}

/** The articles of a page, with what every line of it was taken for; no lines for Markdown and JSON lines. */
export interface ParsedPage extends ArticleFile {
  readonly lines: readonly ExplainedLine[];
}

/** What an article file's name may end in. */
export const articleExtensions: ReadonlySet<string> = new Set([
  '.md',
  '.jsonl',
  '.txt',
  '.html',
  '.htm',
  '.pdf',
]);

const mebibyte = 1024 * 1024;
const limits: ReadonlyMap<string, number> = new Map([
  ['.jsonl', 96 * mebibyte],
  ['.pdf', 64 * mebibyte],
]);
/** Bytes. */
export const pageLimit = 8 * mebibyte;

/** Reads one file into articles. What cannot go in is named, with line and reason; the rest goes in. */
export async function readArticleFile(path: string, options: ReadOptions): Promise<ArticleFile> {
  const { lines: _lines, ...file } = await parsePage(path, options);
  return file;
}

/** Reads one file into articles and tells of every line of a page what it was taken for. */
export async function parsePage(path: string, options: ReadOptions): Promise<ParsedPage> {
  const absolute = resolve(path);
  const extension = extname(absolute).toLowerCase();
  const failed = (reason: string, hash = ''): ParsedPage => ({
    path: absolute,
    hash,
    articles: [],
    lines: [],
    problems: [{ file: absolute, line: null, reason }],
  });
  if (!articleExtensions.has(extension)) {
    const unread = `不认识“${extension}”这种文件，${adviceFor(extension)}`;
    return failed((await whyNoFile(absolute)) ?? unread);
  }
  const read = await readBytes(absolute, limits.get(extension) ?? pageLimit);
  if ('reason' in read) return failed(read.reason);
  if (read.bytes.length === 0) return failed('文件是空的', read.hash);
  const context = contextOf(absolute, options);
  const page =
    extension === '.pdf'
      ? await readPdfPage(absolute, context)
      : await readText(read.bytes, { extension, context });
  if ('reason' in page) return failed(page.reason, read.hash);
  return {
    path: absolute,
    hash: read.hash,
    articles: withContentIds(page.articles, extension).map((article) =>
      describeArticle(article, options.vocabulary),
    ),
    lines: page.lines,
    problems: page.problems.map((problem) => ({ file: absolute, ...problem })),
  };
}

function contextOf(path: string, { source }: ReadOptions): TextContext {
  return {
    file: basename(path),
    source: { ...sourceFromFileName(path), ...source },
    idAt: (line) => idOf(line === null ? path : `${path}#${line}`),
  };
}

interface TextFile {
  readonly extension: string;
  readonly context: TextContext;
}

async function readText(
  bytes: Uint8Array,
  file: TextFile,
): Promise<ReadPage | { readonly reason: string }> {
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return decoded;
  const { text, line } = stripUnprintable(decoded.text.replaceAll('\r\n', '\n'));
  const page = await readFormat(text, file);
  if (line === null) return page;
  return { ...page, problems: [{ line, reason: unprintableReason }, ...page.problems] };
}

async function readFormat(text: string, { extension, context }: TextFile): Promise<ReadPage> {
  if (extension === '.txt') return readTextPage(text, context);
  if (extension.startsWith('.htm')) return await readHtmlPage(text, context);
  const read = extension === '.md' ? readMarkdown(text, context) : readJsonLines(text, context);
  return { ...read, lines: [] };
}

/** Fills what the file does not state: themes, kinds and places, organisations, key figures. */
function describeArticle(article: Article, vocabulary: Vocabulary): Article {
  // A study note or a commentary tells of organisations in general: none of them is whose practice it is.
  const isGeneral = article.kind === 'study-note' || article.kind === 'commentary';
  const isStated = article.organisations.length > 0;
  const organisations = isStated || isGeneral ? article.organisations : findOrganisations(article);
  const keyFigures =
    article.keyFigures.length > 0 ? article.keyFigures : findKeyFigures(article.body);
  return classifyArticle({ ...article, organisations, keyFigures }, vocabulary);
}

/** Formats whose articles are records with a place of their own. */
const recordExtensions: ReadonlySet<string> = new Set(['.md', '.jsonl']);

/**
 * An article of a page is known by what it says: the same one in two files is one article, and two with one headline
 * are two.
 */
function withContentIds(articles: readonly Article[], extension: string): readonly Article[] {
  if (recordExtensions.has(extension)) return articles;
  const seen = new Map<string, number>();
  return articles.map((article) => {
    const { kicker, title, body } = article;
    const id = idOf(foldText([kicker, title, body].join('\n')).replace(/\s+/gu, ''));
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...article, id: times === 1 ? id : `${id}-${times}` };
  });
}

function idOf(place: string): string {
  return createHash('sha256').update(place).digest('hex').slice(0, 16);
}
