import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PageDesk } from './bot/page-desk.ts';
import type { Article } from './corpus/article.ts';
import { type FileProblem, parsePage } from './corpus/read-articles.ts';
import type { Vocabulary } from './corpus/vocabulary.ts';
import type { IngestReport } from './retrieval/index/ingest-articles.ts';

interface DeskParts {
  /** Pages that were sent in lie here, each in a folder named after its content. */
  readonly folder: string;
  readonly vocabulary: Vocabulary;
  readonly ingest: (paths: readonly string[]) => Promise<IngestReport>;
  readonly readArticle: (articleId: string) => Promise<Article | undefined>;
}

/** Reads pages sent in the chat; they are kept on disk, so that a button works after a restart. */
export function createPageDesk({ folder, vocabulary, ingest, readArticle }: DeskParts): PageDesk {
  const placeOf = (pageId: string) => join(folder, pageId);
  return {
    async look({ name, bytes }) {
      const file = safeName(name);
      const hash = createHash('sha256').update(`${file}\n`).update(bytes);
      const pageId = hash.digest('base64url').slice(0, 12);
      await mkdir(placeOf(pageId), { recursive: true });
      const path = join(placeOf(pageId), file);
      await writeFile(path, bytes, { flush: true });
      const { articles, problems } = await parsePage(path, { vocabulary });
      const found = articles.map(async ({ id, title, body, complete }) => {
        // An article of a page is known by its content.
        const known = (await readArticle(id)) !== undefined;
        return { title, opening: body.slice(0, 16), complete, known };
      });
      return {
        pageId,
        file,
        articles: await Promise.all(found),
        problems: problems.map(sentenceOf),
      };
    },
    async takeIn(pageId) {
      const place = placeOf(pageId);
      if (!existsSync(place)) return undefined;
      const files = await readdir(place);
      const report = await ingest(files.map((file) => join(place, file)));
      return { ...report.articles, problems: report.problems.map(sentenceOf) };
    },
    drop: (pageId) => rm(placeOf(pageId), { recursive: true, force: true }),
  };
}

/** A base name that no file system refuses; its ending tells what it is. */
function safeName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}<>:"|?*]/gu, '_');
  const dot = plain.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '.txt'];
  return `${stem.slice(0, 60)}${ending.slice(0, 12)}`;
}

function sentenceOf({ line, reason }: FileProblem): string {
  return line === null ? reason : `第 ${line} 行：${reason}`;
}
