import type { Article, Source } from '../../corpus/article.ts';
import type { ArticleFile } from '../../corpus/read-articles.ts';
import type { FileRecord } from './file-records.ts';
import type { IndexWriter } from './index-writer.ts';

interface Renewal {
  readonly writer: IndexWriter;
  /** All files as they are on record after the ingest. */
  readonly records: Iterable<FileRecord>;
  readonly readFile: (path: string) => Promise<ArticleFile>;
}

/**
 * Tells articles anew which files they also stand in, when one of these has vanished or holds the article no more, or when
 * the file that the article is stored from has changed.
 */
export async function renewSources({ writer, records, readFile }: Renewal): Promise<void> {
  const mayDiffer = new Set([...writer.left, ...writer.updated]);
  const holders = holdersOf(mayDiffer, records);
  for (const id of mayDiffer) {
    const origin = writer.originOf(id);
    const others = (holders.get(id) ?? []).filter((path) => path !== origin?.file).toSorted();
    if (origin === undefined || (others.length === 0 && !writer.left.has(id))) continue;
    const article = await writer.readArticle(id);
    if (article === undefined) continue;
    const sources = await readSources(article, others, readFile);
    await writer.renew({ ...article, alsoIn: differing(article.source, sources) });
  }
}

/** The paths of all files that hold each of the articles. */
function holdersOf(
  articleIds: ReadonlySet<string>,
  records: Iterable<FileRecord>,
): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  for (const { path, articleIds: held } of records) {
    for (const id of held) {
      if (articleIds.has(id)) holders.set(id, [...(holders.get(id) ?? []), path]);
    }
  }
  return holders;
}

async function readSources(
  { id, body }: Article,
  paths: readonly string[],
  readFile: Renewal['readFile'],
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const path of paths) {
    const { articles } = await readFile(path);
    const same = articles.find((article) => article.id === id && article.body === body);
    if (same !== undefined) sources.push(same.source);
  }
  return sources;
}

function differing(own: Source, others: readonly Source[]): readonly Source[] {
  const known = new Set([JSON.stringify(own)]);
  return others.filter((source) => {
    const text = JSON.stringify(source);
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}
