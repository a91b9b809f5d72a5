import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { StatedSource } from './article-record.ts';
import { parseJson } from './parse-json.ts';
import type { ArticleFile } from './read-articles.ts';

/**
 * Articles taken in from outside the corpus folder, as JSON lines, one kept file per original file, so that the index
 * can be made again without the originals. Each line is an Article with the full path of its original as `origin` and what was
 * `stated` about it beside the file.
 */
export interface KeptArticles {
  readonly folder: string;
  /** Keeps what was read of a file in place of what was kept of it before; a file without articles is dropped. */
  keep(file: ArticleFile, stated: StatedSource): Promise<void>;
  /** The original of a kept file; undefined for any other path. */
  originOf(keptFile: string): Promise<string | undefined>;
  /** What was stated about the file when it was kept. */
  statedFor(path: string): Promise<StatedSource>;
  /** Drops these articles of a kept file, no other file; the dropped lines. */
  drop(keptFile: string, articleIds: ReadonlySet<string>): Promise<readonly string[]>;
  /** Drops what was kept of files that were at or below the path, but for those (full paths) that are to stay. */
  dropVanished(path: string, stays: (origin: string) => boolean): Promise<void>;
}

const text = z.string().optional();
const lineSchema = z.object({
  origin: z.string(),
  stated: z.object({ publication: text, date: text, page: text }).default({}),
});

const idSchema = z.object({ id: z.string() });

/** Opens the folder, making it when it is missing. */
export async function openKeptArticles(folder: string): Promise<KeptArticles> {
  await mkdir(folder, { recursive: true });
  const placeOf = (origin: string) => join(folder, `${nameOf(origin)}.jsonl`);
  return {
    folder,
    async keep({ path, articles }, stated) {
      const place = placeOf(path);
      if (articles.length === 0) {
        await rm(place, { force: true });
        return;
      }
      await writeLines(
        place,
        articles.map((article) => JSON.stringify({ ...article, origin: path, stated })),
      );
    },
    async drop(keptFile, articleIds) {
      if (dirname(keptFile) !== resolve(folder) || !existsSync(keptFile)) return [];
      const lines = (await readFile(keptFile, 'utf8')).split('\n').filter((line) => line !== '');
      const { dropped = [], left = [] } = Object.groupBy(lines, (line) =>
        articleIds.has(idSchema.safeParse(parseJson(line)).data?.id ?? '') ? 'dropped' : 'left',
      );
      if (left.length === 0) await rm(keptFile, { force: true });
      else if (dropped.length > 0) await writeLines(keptFile, left);
      return dropped;
    },
    async dropVanished(path, stays) {
      const below = resolve(path);
      for (const place of await keptFiles(folder)) {
        const origin = (await readFirstLine(place))?.origin;
        if (origin === undefined || stays(origin)) continue;
        if (origin === below || origin.startsWith(below + sep)) await rm(place, { force: true });
      }
    },
    originOf: async (keptFile) =>
      dirname(keptFile) === resolve(folder) ? (await readFirstLine(keptFile))?.origin : undefined,
    statedFor: async (path) => (await readFirstLine(placeOf(path)))?.stated ?? {},
  };
}

async function writeLines(file: string, lines: readonly string[]): Promise<void> {
  const unfinished = `${file}.part`;
  await writeFile(unfinished, lines.map((line) => `${line}\n`).join(''), { flush: true });
  await rename(unfinished, file);
}

/** Readable, and different for files of one name in different folders. */
function nameOf(origin: string): string {
  const hash = createHash('sha256').update(origin).digest('hex').slice(0, 12);
  return `${basename(origin).slice(0, 60)}.${hash}`;
}

async function keptFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.jsonl')).map((name) => join(folder, name));
}

/** Tells where a kept file is from; undefined when it is missing or of another kind. */
async function readFirstLine(file: string) {
  if (!existsSync(file)) return undefined;
  const lines = createInterface({ input: createReadStream(file, 'utf8') });
  for await (const line of lines) {
    lines.close();
    return lineSchema.safeParse(parseJson(line)).data;
  }
  return undefined;
}
