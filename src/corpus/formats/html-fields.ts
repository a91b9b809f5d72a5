import { readDate, type StatedSource } from '../article-record.ts';
import { findNamed, readDeck, textOf } from './html-deck.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isElement } from './html-tree.ts';

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
  const named = (pattern: RegExp) => textOf(findNamed(elements, pattern));
  const deck = readDeck(elements);
  return {
    title: first(
      enp.get('title'),
      meta.get('articletitle'),
      deck.title,
      meta.get('og:title'),
      textOf(elements.find(({ tagName }) => tagName === 'title'))?.split(/[_|-]/)[0],
    ),
    kicker: first(
      enp.get('introtitle'),
      named(/^(?:yinti|intro-?title|kicker|title1|jianti)$/i),
      deck.kicker,
    ),
    subtitle: first(enp.get('subtitle'), named(/^(?:futi|sub-?title|title3)$/i), deck.subtitle),
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
    textOf(findNamed(elements, /^(?:banci|bc|page-?(?:no|name|number))$/i)) ??
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
