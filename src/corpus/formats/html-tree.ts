import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Deeper than this no page nests its elements; a file that does is made to exhaust a parser. */
const deepest = 512;
const voidTags =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|!|p|li|td|tr|th|dd|dt|option)/i;

/** The nodes of a page in document order, or null when its elements nest too deeply. */
export function readTree(html: string): readonly HtmlNode[] | null {
  if (nestingOf(html) > deepest) return null;
  const nodes: HtmlNode[] = [];
  const waiting: HtmlNode[] = [...parse(html).childNodes].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return nodes;
}

function nestingOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [, close, name = '', end] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)[^<>]*?(\/?)>/gi)) {
    if (voidTags.test(name) || end === '/') continue;
    depth = close === '/' ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
  }
  return most;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attributeOf(element: HtmlElement, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
}

const skipped = new Set([
  'script',
  'style',
  'noscript',
  'nav',
  'select',
  'button',
  'form',
  'head',
  'iframe',
  'map',
]);
const blocks = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'td',
  'section',
  'article',
  'figcaption',
  'table',
  'ul',
]);

/** The text of some nodes and all below them, a line for each block; script, navigation and forms left out. */
export function linesOf(nodes: readonly HtmlNode[]): readonly string[] {
  let text = '';
  const waiting: (HtmlNode | '\n')[] = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === '\n') text += '\n';
    else if (node.nodeName === '#text' && 'value' in node) text += node.value.replace(/\s+/g, ' ');
    else if (isElement(node) && !skipped.has(node.tagName)) {
      const edge: readonly '\n'[] = blocks.has(node.tagName) ? ['\n'] : [];
      text += edge.join('');
      waiting.push(...edge, ...node.childNodes.toReversed());
    }
  }
  const lines = text.split('\n').map((line) => line.replace(/[\s\u3000]+/gu, ' ').trim());
  return lines.filter((line) => line !== '');
}
