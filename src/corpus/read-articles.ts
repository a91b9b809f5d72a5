import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Article } from './article.ts';
import type { StatedSource, TextContext } from './article-record.ts';
import { decodeText } from './decode-text.ts';
import type { ExplainedLine } from './explain-page.ts';
import { findKeyFigures } from './key-figures.ts';
import { findOrganisations } from './organisations.ts';
import { sourceFromFileName } from './page-source.ts';
import { readBytes, reasonOf } from './read-bytes.ts';
import { linkedArticleFiles, readHtmlPage } from './read-html-page.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdfPage } from './read-pdf-page.ts';
import { type ReadPage, readTextPage } from './read-text-page.ts';
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

export interface ReadOptions {
  readonly vocabulary: Vocabulary;
  readonly source?: StatedSource;
}

/** The articles of a page, with what every line of it was taken for; no lines for Markdown and JSON lines. */
export interface ParsedPage extends ArticleFile {
  readonly lines: readonly ExplainedLine[];
}

type ReadText = (text: string, context: TextContext) => ReadPage;

const withoutLines =
  (read: (text: string, context: TextContext) => Omit<ReadPage, 'lines'>): ReadText =>
  (text, context) => ({ ...read(text, context), lines: [] });

const textFormats: ReadonlyMap<string, ReadText> = new Map([
  ['.md', withoutLines(readMarkdown)],
  ['.jsonl', withoutLines(readJsonLines)],
  ['.txt', readTextPage],
  ['.html', readHtmlPage],
  ['.htm', readHtmlPage],
]);

const extensions: ReadonlySet<string> = new Set([...textFormats.keys(), '.pdf']);

const mebibyte = 1024 * 1024;
const limits: ReadonlyMap<string, number> = new Map([
  ['.jsonl', 96 * mebibyte],
  ['.pdf', 64 * mebibyte],
]);
const pageLimit = 8 * mebibyte;

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
  if (!extensions.has(extension)) {
    return failed(`不认识“${extension}”这种文件，能收的是 ${[...extensions].join(' ')}`);
  }
  const read = await readBytes(absolute, limits.get(extension) ?? pageLimit);
  if ('reason' in read) return failed(read.reason);
  if (read.bytes.length === 0) return failed('文件是空的', read.hash);
  const context = contextOf(absolute, options);
  const page =
    extension === '.pdf'
      ? await readPdfPage(absolute, context)
      : readText(read.bytes, { extension, context });
  if ('reason' in page) return failed(page.reason, read.hash);
  return {
    path: absolute,
    hash: read.hash,
    articles: page.articles.map((article) => describeArticle(article, options.vocabulary)),
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

function readText(
  bytes: Uint8Array,
  { extension, context }: { readonly extension: string; readonly context: TextContext },
): ReadPage | { readonly reason: string } {
  const read = textFormats.get(extension);
  if (read === undefined) throw new Error(`No reader for ${extension}.`);
  const decoded = decodeText(bytes);
  return 'reason' in decoded ? decoded : read(decoded.text.replaceAll('\r\n', '\n'), context);
}

/** Fills what the file does not state: themes, kinds and places, organisations, key figures. */
function describeArticle(article: Article, vocabulary: Vocabulary): Article {
  const organisations =
    article.organisations.length > 0 ? article.organisations : findOrganisations(article);
  const keyFigures =
    article.keyFigures.length > 0 ? article.keyFigures : findKeyFigures(article.body);
  return classifyArticle({ ...article, organisations, keyFigures }, vocabulary);
}

function idOf(place: string): string {
  return createHash('sha256').update(place).digest('hex').slice(0, 16);
}

interface FoundFiles {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
}

/**
 * Lists the article files at or below the paths, absolute and sorted, each once.
 *
 * A file that is named is taken. A folder with a sub-folder `articles` keeps its articles there, and
 * what lies beside it (the vocabulary, the questions) is left alone; any other folder is walked whole,
 * but for hidden files and README.md. Folders behind symbolic links are not entered.
 */
export async function findArticleFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const problems: FileProblem[] = [];
  for (const path of paths.map((given) => resolve(given))) {
    try {
      for (const file of await filesAt(path)) files.add(file);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw new Error(`查看 ${path} 时出错`, { cause: error });
      problems.push({ file: path, line: null, reason });
    }
  }
  return { files: [...files].toSorted(), problems };
}

async function filesAt(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return filesOfIndex(path);
  const entries = await readdir(path, { withFileTypes: true });
  const kept = entries.some((entry) => entry.isDirectory() && entry.name === 'articles');
  return filesBelow(kept ? join(path, 'articles') : path);
}

/** The article files that an e-paper's page index leads to, for the index itself; any other file as it is. */
async function filesOfIndex(path: string): Promise<readonly string[]> {
  if (!/\.html?$/i.test(path)) return [path];
  const read = await readBytes(path, pageLimit);
  const decoded = 'reason' in read ? read : decodeText(read.bytes);
  if ('reason' in decoded) return [path];
  const beside = new Set(await readdir(dirname(path)));
  const linked = linkedArticleFiles(decoded.text).filter(
    (name) => beside.has(name) && name !== basename(path),
  );
  return linked.length === 0 ? [path] : linked.map((name) => join(dirname(path), name));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return filesBelow(path);
        return (await isArticleFile(path)) ? [path] : [];
      }),
  );
  return found.flat();
}

async function isArticleFile(path: string): Promise<boolean> {
  if (!extensions.has(extname(path).toLowerCase())) return false;
  return basename(path).toLowerCase() !== 'readme.md' && (await stat(path)).isFile();
}
