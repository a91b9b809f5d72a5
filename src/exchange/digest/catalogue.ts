import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { organisationOf } from '../../answering/organisation.ts';
import type { Article } from '../../corpus/article.ts';
import { clusterArticles } from './cluster-articles.ts';
import { excerptArticle } from './excerpt-article.ts';

/** An article that can stand in a digest. */
export interface Entry {
  readonly article: Article;
  readonly organisation: string | null;
  /** Articles of one event have the same. */
  readonly cluster: number;
  readonly isNew: boolean;
  readonly sentences: readonly string[];
  /** Where it stands among the older ones this day, for everybody. */
  readonly lot: string;
}

/** The articles of one day, those that come first first. */
export interface Catalogue {
  readonly day: string;
  readonly entries: readonly Entry[];
  /** The cluster of every article, by its id. */
  readonly clusters: ReadonlyMap<string, number>;
}

interface CatalogueOptions {
  readonly articles: readonly Article[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly isNew: (articleId: string) => boolean;
}

const articlesPerTurn = 5;

/** Makes the articles ready to be chosen from: new ones first, the others in an order that changes from day to day. */
export async function openCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const { articles, day, isNew } = options;
  const clusters = await clusterArticles(articles);
  const entries: Entry[] = [];
  for (const [index, article] of articles.entries()) {
    if (index % articlesPerTurn === articlesPerTurn - 1) await breathe();
    const sentences = excerptArticle(article);
    if (sentences.length === 0) continue;
    entries.push({
      article,
      organisation: organisationOf(article),
      cluster: clusters[index] ?? index,
      isNew: isNew(article.id),
      sentences,
      lot: lotOf(day, article.id),
    });
  }
  return {
    day,
    entries: entries.toSorted(inOrder),
    clusters: new Map(articles.map(({ id }, index) => [id, clusters[index] ?? index])),
  };
}

function inOrder(left: Entry, right: Entry): number {
  if (left.isNew !== right.isNew) return left.isNew ? -1 : 1;
  return left.lot < right.lot ? -1 : 1;
}

function lotOf(day: string, articleId: string): string {
  return createHash('sha256').update(`${day} ${articleId}`).digest('hex');
}
