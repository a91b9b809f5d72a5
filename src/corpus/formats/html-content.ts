import { attributeOf, type HtmlNode, isElement, linesOf } from './html-tree.ts';

const contentName =
  /^(?:founder-content|ozoom|article-?(?:content|body|text)|content-?(?:text|body)?|main-?text|zhengwen|detail-?content|text)$/i;

/** The lines of what the e-paper system marks as the article, in comments or by its class names; else none. */
export function markedContent(nodes: readonly HtmlNode[]): readonly string[] {
  const between = contentBetween(nodes);
  if (between.length > 0) return linesOf(between);
  const elements = nodes.filter((node) => isElement(node));
  const named = elements.find(
    (element) =>
      contentName.test(element.tagName) ||
      contentName.test(attributeOf(element, 'id')) ||
      attributeOf(element, 'class')
        .split(/\s+/)
        .some((name) => contentName.test(name)),
  );
  const lines = named === undefined ? [] : linesOf([named]);
  return lines.join('').length >= 30 ? lines : [];
}

/** `<!--enpcontent-->…<!--/enpcontent-->`: siblings between two comments. */
function contentBetween(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const start = nodes.find((node) => 'data' in node && node.data.trim() === 'enpcontent');
  if (start?.parentNode === undefined || start.parentNode === null) return [];
  const siblings = start.parentNode.childNodes;
  const from = siblings.indexOf(start);
  const to = siblings.findIndex((node) => 'data' in node && node.data.trim() === '/enpcontent');
  return siblings.slice(from + 1, to < 0 ? undefined : to);
}

/** The files beside an e-paper's page index that its links lead to. */
export function linkedFiles(nodes: readonly HtmlNode[]): readonly string[] {
  const links = nodes
    .filter((node) => isElement(node))
    .filter(({ tagName }) => tagName === 'a' || tagName === 'area')
    .map((element) =>
      attributeOf(element, 'href')
        .replace(/[?#].*$/, '')
        .replace(/^\.\//, ''),
    )
    // Nothing outside the folder is read: no address, no path, no step upwards.
    .filter((link) => /^[^/\\:]+\.html?$/i.test(link) && !link.startsWith('..'));
  return [...new Set(links)];
}
