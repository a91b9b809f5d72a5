import { type HtmlNode, linesOf, readTree } from './html-tree.ts';

/** Elements; a page with more is no article, and looking for one would take minutes. */
const mostElements = 50_000;
/** Characters from which Mozilla's Readability takes what it found for the article. */
const shortestArticle = 20;

/**
 * The lines of what Mozilla's Readability takes for the article of a page whose system marks none; none when it
 * finds no article. The libraries are loaded at the first such page: they take longer than the bot's start.
 */
export async function readableContent(
  html: string,
  nodes: readonly HtmlNode[],
): Promise<readonly string[]> {
  if (nodes.filter((node) => 'tagName' in node).length > mostElements) return [];
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  const { document } = parseHTML(html);
  const found = new Readability(document, { charThreshold: shortestArticle }).parse();
  return linesOf(readTree(found?.content ?? '') ?? []);
}
