import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Article } from './article.ts';
import type { ReadText, StatedSource, TextContext } from './article-record.ts';
import { decodeText } from './decode-text.ts';
import { readBytes, reasonOf } from './read-bytes.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readMarkdown } from './read-markdown.ts';
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

type ReadFormat = (text: string, context: TextContext) => ReadText;

const formats: ReadonlyMap<string, ReadFormat> = new Map([
  ['.md', readMarkdown],
  ['.jsonl', readJsonLines],
]);

const mebibyte = 1024 * 1024;
const limits: ReadonlyMap<string, number> = new Map([['.jsonl', 96 * mebibyte]]);
const pageLimit = 8 * mebibyte;

/** Reads one file into articles. What cannot go in is named, with line and reason; the rest goes in. */
export async function readArticleFile(path: string, options: ReadOptions): Promise<ArticleFile> {
  const absolute = resolve(path);
  const extension = extname(absolute).toLowerCase();
  const failed = (reason: string, hash = ''): ArticleFile => ({
    path: absolute,
    hash,
    articles: [],
    problems: [{ file: absolute, line: null, reason }],
  });
  const format = formats.get(extension);
  if (format === undefined) {
    return failed(`不认识“${extension}”这种文件，能收的是 ${[...formats.keys()].join(' ')}`);
  }
  const read = await readBytes(absolute, limits.get(extension) ?? pageLimit);
  if ('reason' in read) return failed(read.reason);
  if (read.bytes.length === 0) return failed('文件是空的', read.hash);
  const decoded = decodeText(read.bytes);
  if ('reason' in decoded) return failed(decoded.reason, read.hash);
  const { articles, problems } = format(decoded.text.replaceAll('\r\n', '\n'), {
    file: basename(absolute),
    source: options.source ?? {},
    idAt: (line) => idOf(line === null ? absolute : `${absolute}#${line}`),
  });
  return {
    path: absolute,
    hash: read.hash,
    articles: articles.map((article) => classifyArticle(article, options.vocabulary)),
    problems: problems.map((problem) => ({ file: absolute, ...problem })),
  };
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
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const kept = entries.some((entry) => entry.isDirectory() && entry.name === 'articles');
  return filesBelow(kept ? join(path, 'articles') : path);
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
  if (!formats.has(extname(path).toLowerCase())) return false;
  return basename(path).toLowerCase() !== 'readme.md' && (await stat(path)).isFile();
}
