import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { decodeText } from './decode-text.ts';
import { linkedArticleFiles } from './formats/read-html-page.ts';
import { articleExtensions, type FileProblem, pageLimit } from './read-articles.ts';
import { readBytes, reasonOf } from './read-bytes.ts';

interface FoundFiles {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
  /** Files in the folders that are of a kind nobody reads here: pictures, Word files and the like. */
  readonly skipped: readonly string[];
}

/**
 * Lists the article files at or below the paths, absolute and sorted, each once.
 *
 * A file that is named is taken. A folder with a sub-folder `articles` keeps its articles there, and
 * what lies beside it (the vocabulary, the questions) is left alone; any other folder is walked whole,
 * but for hidden files, what systems leave behind, and README.md. Folders behind symbolic links are not entered. What can not be
 * looked at (a link that leads nowhere, a folder without permission) is named; all else is listed.
 */
export async function findArticleFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const problems: FileProblem[] = [];
  const skipped = new Set<string>();
  for (const path of paths.map((given) => resolve(given))) {
    const found = await lookAt(path, () => filesAt(path));
    for (const file of found.files) files.add(file);
    for (const file of found.skipped) skipped.add(file);
    problems.push(...found.problems);
  }
  return { files: [...files].toSorted(), problems, skipped: [...skipped].toSorted() };
}

/** What keeps a path from being looked at is its own problem, and nobody else's. */
async function lookAt(path: string, look: () => Promise<FoundFiles>): Promise<FoundFiles> {
  try {
    return await look();
  } catch (error) {
    const reason = (await isLink(path))
      ? '这个符号链接打不开：它指向的文件不在，或者绕成了圈'
      : reasonOf(error);
    if (reason === undefined) throw new Error(`查看 ${path} 时出错`, { cause: error });
    return { ...nothing, problems: [{ file: path, line: null, reason }] };
  }
}

const nothing: FoundFiles = { files: [], problems: [], skipped: [] };

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isSymbolicLink() ?? false;
}

async function filesAt(path: string): Promise<FoundFiles> {
  if (!(await stat(path)).isDirectory()) return { ...nothing, files: await filesOfIndex(path) };
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
  const links = await linkedArticleFiles(decoded.text);
  const linked = links.filter((name) => beside.has(name) && name !== basename(path));
  return linked.length === 0 ? [path] : linked.map((name) => join(dirname(path), name));
}

async function filesBelow(folder: string): Promise<FoundFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !isLeftBehind(name))
      .map((entry) => {
        const path = join(folder, entry.name);
        return lookAt(path, () => (entry.isDirectory() ? filesBelow(path) : fileAt(path)));
      }),
  );
  return {
    files: found.flatMap(({ files }) => files),
    problems: found.flatMap(({ problems }) => problems),
    skipped: found.flatMap(({ skipped }) => skipped),
  };
}

/** Hidden files, what Windows and Office leave in a folder, and the folder's own README. */
function isLeftBehind(name: string): boolean {
  return /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini|readme\.md)$/iu.test(name);
}

async function fileAt(path: string): Promise<FoundFiles> {
  if (!(await stat(path)).isFile()) return nothing;
  const isArticleFile = articleExtensions.has(extname(path).toLowerCase());
  return isArticleFile ? { ...nothing, files: [path] } : { ...nothing, skipped: [path] };
}
