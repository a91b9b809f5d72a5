import { createHash } from 'node:crypto';
import type { Article, Source } from '../../corpus/article.ts';
import { foldText } from '../../corpus/fold-text.ts';
import type { ArticleFile, FileProblem } from '../../corpus/read-articles.ts';
import type { FileRecord } from './file-records.ts';
import type { StoredArticle } from './stored-articles.ts';

/** What has to be done so that the index holds what a file holds. */
export interface FilePlan {
  readonly path: string;
  readonly added: readonly PlannedArticle[];
  readonly updated: readonly PlannedArticle[];
  /** Files whose articles had ids of articles of this one, which outranks them: they are to be read again. */
  readonly evicted: readonly string[];
  /** Ids of articles that are not taken, because others have them. */
  readonly refused: readonly string[];
  /** Articles of other files that stand in this one too, with this source among their `alsoIn`. */
  readonly shared: readonly SharedArticle[];
  readonly removed: readonly string[];
  /** Articles of other files that stood in this one too, and do no more. */
  readonly left: readonly string[];
  readonly unchanged: number;
  /** All articles of the file, those it shares with another file included. */
  readonly articleIds: readonly string[];
  readonly problems: readonly FileProblem[];
}

export interface PlannedArticle {
  readonly article: Article;
  readonly hash: string;
}

interface SharedArticle extends PlannedArticle {
  /** Full path of the file that holds it. */
  readonly file: string;
}

interface PlanContext {
  /** What the last ingest kept of the file. */
  readonly record: FileRecord | undefined;
  readonly originOf: (articleId: string) => StoredArticle | undefined;
  readonly readArticle: (articleId: string) => Promise<Article | undefined>;
  /** Whether the articles of this file have their ids for themselves, whoever came first. */
  readonly outranks: (path: string) => boolean;
}

/**
 * Compares a file with the index. An article whose id another file has taken is one article with two sources when the
 * two say the same, and a problem when they do not; unless this file outranks the other one.
 */
export async function planFile(file: ArticleFile, context: PlanContext): Promise<FilePlan> {
  const steps: PlanStep[] = [];
  for (const article of file.articles) steps.push(await planArticle(article, file.path, context));
  const articleIds = steps.flatMap((step) => (step.does === 'refuse' ? [] : [step.article.id]));
  const present = new Set(articleIds);
  const gone = (context.record?.articleIds ?? []).filter((id) => !present.has(id));
  const isOwn = (id: string) => context.originOf(id)?.file === file.path;
  return {
    path: file.path,
    added: steps.flatMap((step) => (step.does === 'add' ? [step] : [])),
    updated: steps.flatMap((step) =>
      step.does === 'update' || step.does === 'take-over' ? [step] : [],
    ),
    evicted: steps.flatMap((step) => (step.does === 'take-over' ? [step.from] : [])),
    refused: steps.flatMap((step) => (step.does === 'refuse' ? [step.id] : [])),
    shared: steps.flatMap((step) => (step.does === 'share' ? [step] : [])),
    removed: gone.filter((id) => isOwn(id)),
    left: gone.filter((id) => !isOwn(id)),
    unchanged: steps.filter((step) => step.does === 'nothing').length,
    articleIds,
    problems: steps.flatMap((step) => (step.does === 'refuse' ? [step.problem] : [])),
  };
}

type PlanStep =
  | ({ readonly does: 'add' | 'update' | 'nothing' } & PlannedArticle)
  | ({ readonly does: 'share' } & SharedArticle)
  | ({ readonly does: 'take-over'; readonly from: string } & PlannedArticle)
  | { readonly does: 'refuse'; readonly id: string; readonly problem: FileProblem };

async function planArticle(
  article: Article,
  path: string,
  { originOf, readArticle, outranks }: PlanContext,
): Promise<PlanStep> {
  const hash = hashArticle(article);
  const origin = originOf(article.id);
  if (origin === undefined) return { does: 'add', article, hash };
  if (origin.file === path) {
    return { does: origin.hash === hash ? 'nothing' : 'update', article, hash };
  }
  if (outranks(origin.file)) return { does: 'take-over', article, hash, from: origin.file };
  const holder = await readArticle(article.id);
  if (holder === undefined || !saysTheSame(holder, article)) {
    const problem = takenId(article, { file: path, owner: origin.file });
    return { does: 'refuse', id: article.id, problem };
  }
  const both = addSource(holder, article.source);
  if (both === holder) return { does: 'nothing', article, hash };
  return { does: 'share', article: both, hash: origin.hash, file: origin.file };
}

/** Whether two print the same text: spacing and width of characters come and go with the file it was read from. */
function saysTheSame(one: Article, other: Article): boolean {
  const folded = ({ body }: Article) => foldText(body).replace(/\s+/gu, '');
  return one.body === other.body || folded(one) === folded(other);
}

/** The article itself when it names the source already. */
function addSource(article: Article, source: Source): Article {
  const known = [article.source, ...article.alsoIn].map((each) => JSON.stringify(each));
  if (known.includes(JSON.stringify(source))) return article;
  return { ...article, alsoIn: [...article.alsoIn, source] };
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
