import { createHash } from 'node:crypto';
import type { Article } from '../corpus/article.ts';
import type { ArticleFile, FileProblem } from '../corpus/read-articles.ts';
import type { FileRecord } from './file-records.ts';
import type { StoredArticle } from './stored-articles.ts';

/** What has to be done so that the index holds what a file holds. */
export interface FilePlan {
  readonly path: string;
  readonly added: readonly PlannedArticle[];
  readonly updated: readonly PlannedArticle[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** All articles of the file, those it shares with another file included. */
  readonly articleIds: readonly string[];
  readonly problems: readonly FileProblem[];
}

export interface PlannedArticle {
  readonly article: Article;
  readonly hash: string;
}

interface PlanContext {
  /** What the last ingest kept of the file. */
  readonly record: FileRecord | undefined;
  readonly originOf: (articleId: string) => StoredArticle | undefined;
}

/**
 * Compares a file with the index. An article whose id another file has taken stays out: silently when it is the same
 * article, as a problem when it is another one.
 */
export function planFile(file: ArticleFile, { record, originOf }: PlanContext): FilePlan {
  const added: PlannedArticle[] = [];
  const updated: PlannedArticle[] = [];
  const problems: FileProblem[] = [];
  const articleIds: string[] = [];
  let unchanged = 0;
  for (const article of file.articles) {
    const hash = hashArticle(article);
    const origin = originOf(article.id);
    const own = origin === undefined || origin.file === file.path;
    if (!own && origin.hash !== hash) {
      problems.push(takenId(article, { file: file.path, owner: origin.file }));
      continue;
    }
    articleIds.push(article.id);
    if (origin === undefined) added.push({ article, hash });
    else if (origin.hash === hash) unchanged += 1;
    else updated.push({ article, hash });
  }
  const present = new Set(articleIds);
  const removed = (record?.articleIds ?? []).filter(
    (id) => !present.has(id) && originOf(id)?.file === file.path,
  );
  return { path: file.path, added, updated, removed, unchanged, articleIds, problems };
}

/** Over all that a reader or a search may see; not over the name of the file it stands in. */
function hashArticle(article: Article): string {
  const { source, ...rest } = article;
  const content = JSON.stringify([rest, { ...source, file: '' }]);
  return createHash('sha256').update(content).digest('hex');
}

function takenId(article: Article, { file, owner }: { file: string; owner: string }): FileProblem {
  const reason = `编号“${article.id}”已被 ${owner} 里的另一篇文章用了，这一篇没有收入，请换一个编号`;
  return { file, line: null, reason };
}
