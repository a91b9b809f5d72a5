import { readDate, type StatedSource } from '../article-record.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isElement, linesOf } from './html-tree.ts';

/** What an e-paper's file says of its article in fields made for it. */
export interface HtmlFields {
  readonly title: string | null;
  readonly kicker: string | null;
  readonly subtitle: string | null;
  readonly author: string | null;
  readonly source: StatedSource;
}

/**
 * Reads the fields of common Chinese e-paper systems: the `enpproperty` comment of Founder, the `meta`
 * names of news and government sites, the class names of headline, kicker (引题) and subtitle (副题).
 */
export function readHtmlFields(nodes: readonly HtmlNode[]): HtmlFields {
  const elements = nodes.filter((node) => isElement(node));
  const enp = readProperties(nodes);
  const meta = readMeta(elements);
  const first = (...values: readonly (string | null | undefined)[]) =>
    values.find((value) => value !== undefined && value !== null && value.trim() !== '')?.trim() ??
    null;
  const named = (pattern: RegExp) => textOfNamed(elements, pattern);
  const title = first(
    enp.get('title'),
    meta.get('articletitle'),
    named(/^(?:founder-title|article-?title|main-?title|zhengti|title2|bt)$/i),
    textOfTag(elements, 'h1'),
    textOfTag(elements, 'h2'),
    meta.get('og:title'),
    textOfTag(elements, 'title')?.split(/[_|-]/)[0],
  );
  return {
    title,
    kicker: first(enp.get('introtitle'), named(/^(?:yinti|intro-?title|kicker|title1|jianti)$/i)),
    subtitle: first(enp.get('subtitle'), named(/^(?:futi|sub-?title|title3)$/i)),
    author: first(enp.get('author'), meta.get('author'), named(/^(?:author|zuozhe|byline)$/i)),
    source: readSource({ elements, enp, meta }),
  };
}

interface Found {
  readonly elements: readonly HtmlElement[];
  readonly enp: ReadonlyMap<string, string>;
  readonly meta: ReadonlyMap<string, string>;
}

function readSource({ elements, enp, meta }: Found): StatedSource {
  const date = readDate(
    enp.get('date') ??
      meta.get('pubdate') ??
      meta.get('publishdate') ??
      meta.get('date') ??
      meta.get('article:published_time'),
  );
  const publication =
    enp.get('paper') ??
    meta.get('contentsource') ??
    meta.get('source') ??
    meta.get('og:site_name') ??
    '';
  const place =
    enp.get('nodename') ??
    meta.get('page') ??
    meta.get('banci') ??
    textOfNamed(elements, /^(?:banci|bc|page-?(?:no|name|number))$/i) ??
    '';
  const page = /第?\s*([A-Z]?\d{1,2})\s*版|^([A-Z]?\d{1,2})\b/u.exec(place);
  const number = (page?.[1] ?? page?.[2])?.replace(/^0+(?=\d)/, '');
  return {
    ...(date === null ? {} : { date }),
    ...(publication.trim() === '' ? {} : { publication: publication.trim() }),
    ...(number === undefined ? {} : { page: number }),
  };
}

/** `<!--enpproperty <title>…</title><introtitle>…</introtitle>…/enpproperty-->` */
function readProperties(nodes: readonly HtmlNode[]): ReadonlyMap<string, string> {
  const comment = nodes
    .map((node) => ('data' in node ? node.data : ''))
    .find((data) => data.trimStart().startsWith('enpproperty'));
  return new Map(
    [...(comment ?? '').matchAll(/<([a-z]+)>([^<]*)<\/\1>/gi)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  );
}

function readMeta(elements: readonly HtmlElement[]): ReadonlyMap<string, string> {
  return new Map(
    elements
      .filter(({ tagName }) => tagName === 'meta')
      .map((element) => [
        (attributeOf(element, 'name') || attributeOf(element, 'property')).toLowerCase(),
        attributeOf(element, 'content'),
      ]),
  );
}

function textOfTag(elements: readonly HtmlElement[], tag: string): string | undefined {
  const element = elements.find(({ tagName }) => tagName === tag);
  if (element === undefined) return;
  return tag === 'title'
    ? element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
    : linesOf([element]).join(' ');
}

/** The text of the first element of such a class, id or tag. */
function textOfNamed(elements: readonly HtmlElement[], pattern: RegExp): string | undefined {
  const element = elements.find(
    (candidate) =>
      pattern.test(candidate.tagName) ||
      pattern.test(attributeOf(candidate, 'id')) ||
      attributeOf(candidate, 'class')
        .split(/\s+/)
        .some((name) => pattern.test(name)),
  );
  return element === undefined ? undefined : linesOf([element]).join(' ');
}
