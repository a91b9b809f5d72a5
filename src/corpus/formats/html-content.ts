import { attributeOf, type HtmlElement, type HtmlNode, isElement, linesOf } from './html-tree.ts';

const contentName =
  /^(?:founder-content|ozoom|article-?(?:content|body|text)|content-?(?:text|body)?|main-?text|zhengwen|detail-?content|text)$/i;

/**
 * The lines of the article itself: what the e-paper system marks as content, else the element that holds
 * most running text after the scoring of Arc90's Readability: commas and length count for a paragraph's
 * parent whole and for its grandparent half, links against both.
 */
export function readHtmlContent(nodes: readonly HtmlNode[]): readonly string[] {
  const between = markedContent(nodes);
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
  if (named !== undefined && linesOf([named]).join('').length >= 30) return linesOf([named]);
  const best = mostText(elements);
  return best === null ? [] : linesOf([best]);
}

/** `<!--enpcontent-->…<!--/enpcontent-->`: siblings between two comments. */
function markedContent(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const start = nodes.find((node) => 'data' in node && node.data.trim() === 'enpcontent');
  if (start?.parentNode === undefined || start.parentNode === null) return [];
  const siblings = start.parentNode.childNodes;
  const from = siblings.indexOf(start);
  const to = siblings.findIndex((node) => 'data' in node && node.data.trim() === '/enpcontent');
  return siblings.slice(from + 1, to < 0 ? undefined : to);
}

function mostText(elements: readonly HtmlElement[]): HtmlElement | null {
  const scores = new Map<HtmlElement, number>();
  for (const element of elements) {
    const score = scoreOf(element);
    if (score === 0) continue;
    const parent = element.tagName === 'p' ? element.parentNode : element;
    addScore(scores, parent, score);
    if (parent !== null && 'parentNode' in parent) addScore(scores, parent.parentNode, score / 2);
  }
  return [...scores].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function scoreOf(element: HtmlElement): number {
  if (!['p', 'td', 'div', 'pre'].includes(element.tagName)) return 0;
  const own = ownText(element);
  if (own.length < 15) return 0;
  return 1 + (own.match(/[，。,、；]/g)?.length ?? 0) + Math.min(3, own.length / 100);
}

function addScore(scores: Map<HtmlElement, number>, node: unknown, score: number): void {
  const isCandidate = (value: unknown): value is HtmlElement =>
    typeof value === 'object' && value !== null && 'tagName' in value;
  if (isCandidate(node) && node.tagName !== 'body')
    scores.set(node, (scores.get(node) ?? 0) + score);
}

/** The text right in an element and its inline children; links do not count. */
function ownText(element: HtmlElement): string {
  return element.childNodes
    .flatMap((node) => {
      if ('value' in node) return [node.value];
      if (!isElement(node) || !['span', 'font', 'strong', 'b', 'em', 'i'].includes(node.tagName))
        return [];
      return linesOf([node]);
    })
    .join('')
    .trim();
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
