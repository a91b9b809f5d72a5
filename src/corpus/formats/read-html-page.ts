import { type Article, articleSchema } from '../article.ts';
import type { TextContext } from '../article-record.ts';
import type { ExplainedLine } from '../page/explain-page.ts';
import { nobody, type People, readPeople, unite } from '../page/lines/bylines.ts';
import { readLine } from '../page/lines/line-roles.ts';
import { widthOf } from '../page/lines/page-lines.ts';
import type { ReadPage } from '../page/read-text-page.ts';
import { readLead, readTail } from '../page/segments/paragraph-ends.ts';
import { linkedFiles, markedContent } from './html-content.ts';
import { type HtmlFields, readHtmlFields } from './html-fields.ts';
import { type HtmlNode, readTree } from './html-tree.ts';
import { readableContent } from './readable-content.ts';

/** The shortest text that makes an article of an HTML file. */
const shortestBody = 20;

/** Reads an e-paper's HTML file: one article a file. Nothing is fetched. */
export async function readHtmlPage(html: string, context: TextContext): Promise<ReadPage> {
  const refused = (reason: string): ReadPage => ({
    articles: [],
    lines: [],
    problems: [{ line: null, reason }],
  });
  const nodes = readTree(html);
  if (nodes === null) return refused('网页的标签嵌套太深，不像正常的报纸网页，没有收入');
  const fields = readHtmlFields(nodes);
  const content = await contentOf(html, nodes);
  if (content.join('').length < shortestBody) {
    const links = linkedFiles(nodes).length;
    return links > 0
      ? { articles: [], lines: [], problems: [] }
      : refused('网页里没有找到文章正文');
  }
  const read = sortLines(content, fields);
  if (read.body.length === 0) return refused('网页里没有找到文章正文');
  return { articles: toArticles(read, fields, context), lines: explain(read), problems: [] };
}

/** The article files that a page index links to, base names of the same folder; empty when it is no index. */
export async function linkedArticleFiles(html: string): Promise<readonly string[]> {
  const nodes = readTree(html);
  if (nodes === null) return [];
  const links = linkedFiles(nodes);
  if (links.length === 0 || links.length >= mostLinks) return links;
  return (await contentOf(html, nodes)).join('').length < shortestBody ? links : [];
}

async function contentOf(html: string, nodes: readonly HtmlNode[]): Promise<readonly string[]> {
  const marked = markedContent(nodes);
  return marked.length > 0 ? marked : await readableContent(html, nodes);
}

/** An article's file links to the one before, the one after and its page; an index to many. */
const mostLinks = 5;

interface SortedLines {
  readonly body: string[];
  readonly captions: { readonly text: string; readonly people: People }[];
  readonly furniture: string[];
  people: People;
}

function sortLines(content: readonly string[], { author, ...fields }: HtmlFields): SortedLines {
  const people = author === null ? nobody : (readPeople(author) ?? nobody);
  const sorted: SortedLines = { body: [], captions: [], furniture: [], people };
  const repeated = new Set([fields.title, fields.kicker, fields.subtitle]);
  for (const text of content) if (!repeated.has(text)) sortLine(sorted, text);
  return sorted;
}

function sortLine(sorted: SortedLines, text: string): void {
  const { role, people } = readLine({ text, width: widthOf(text) });
  if (role === 'furniture' || role === 'jump') sorted.furniture.push(text);
  else if (role === 'byline' || role === 'signature') {
    sorted.people = unite(sorted.people, people ?? nobody);
  } else {
    const tail = readTail(text);
    sorted.people = unite(sorted.people, unite(readLead(text) ?? nobody, tail.signature ?? nobody));
    if (tail.credit === null) sorted.body.push(tail.text);
    else sorted.captions.push({ text: tail.text, people: tail.credit });
  }
}

function toArticles(
  read: SortedLines,
  fields: HtmlFields,
  context: TextContext,
): readonly Article[] {
  const source = { file: context.file, ...fields.source, ...context.source };
  const { unlabelled, reporters, ...others } = read.people;
  const article = articleSchema.parse({
    id: context.idAt(null),
    kicker: fields.kicker?.replace(/[:：]$/, '') ?? null,
    title: fields.title,
    subtitle: fields.subtitle,
    ...others,
    reporters: [...new Set([...reporters, ...unlabelled])],
    body: read.body.join('\n'),
    source,
  });
  const captions = read.captions.map(({ text, people }, index) =>
    articleSchema.parse({
      id: context.idAt(index + 1),
      kind: 'photo-caption',
      photographers: people.photographers,
      body: text,
      source,
    }),
  );
  return [article, ...captions];
}

function explain({ body, captions, furniture }: SortedLines): readonly ExplainedLine[] {
  const lines = [
    ...body.map((text) => ({ text, takenFor: '正文' as const, article: 0 })),
    ...captions.map(({ text }, index) => ({ text, takenFor: '正文' as const, article: index + 1 })),
    ...furniture.map((text) => ({ text, takenFor: '版面信息' as const, article: null })),
  ];
  return lines.map((line, index) => ({ ...line, line: index + 1, why: '网页正文里的一段' }));
}
