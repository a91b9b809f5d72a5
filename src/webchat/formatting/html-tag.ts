import { Refusal } from '../refusal.ts';
import { decodeReference } from './decode-reference.ts';

export interface StartTag {
  readonly name: string;
  /** What the tag says beyond its name: address, language, emoji id, `1` for an expandable quote; else empty. */
  readonly argument: string;
  /** Index behind `>`. */
  readonly end: number;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

const tagNames = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji span pre code blockquote'.split(' '),
);

/** Reads the tag that begins at `at`. @throws Refusal in Telegram's words, offsets in UTF-8 bytes. */
export function readStartTag(html: string, at: number): StartTag {
  const word = matchAt(/[^\s>]*/y, html, at + 1);
  let end = at + 1 + word.length;
  if (end === html.length) throw complain('Unclosed start tag', html, at);
  const name = word.toLowerCase();
  if (!tagNames.has(name)) throw complain(`Unsupported start tag "${name}"`, html, at);
  let argument = '';
  for (;;) {
    end += matchAt(/\s*/y, html, end).length;
    if (html[end] === '>') break;
    const attribute = readAttribute(html, end, { name, at });
    argument = readArgument(name, attribute) ?? argument;
    end = attribute.end;
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw complain('Tag "span" must have class "tg-spoiler"', html, at);
  }
  return { name, argument, end: end + 1 };
}

/** Reads `</name>`; a bare `</>` closes whatever is open, as on Telegram. Returns the index behind it. */
export function readEndTag(html: string, at: number, expected: string | undefined): number {
  if (expected === undefined) throw complain('Unexpected end tag', html, at);
  const word = matchAt(/[^\s>]*/y, html, at + 2);
  const end = at + 2 + word.length + matchAt(/\s*/y, html, at + 2 + word.length).length;
  if (html[end] !== '>') throw complain('Unclosed end tag', html, at);
  const name = word.toLowerCase();
  if (name !== '' && name !== expected) {
    const found = `, expected "</${expected}>", found "</${name}>"`;
    throw new Refusal(complain('Unmatched end tag', html, at).message + found);
  }
  return end + 1;
}

function readAttribute(html: string, at: number, tag: { name: string; at: number }): Attribute {
  const name = matchAt(/[^\s=>/"']*/y, html, at);
  if (name === '' && at < html.length) {
    throw complain(`Empty attribute name in the tag "${tag.name}"`, html, tag.at);
  }
  const equals = at + name.length + matchAt(/\s*/y, html, at + name.length).length;
  if (equals >= html.length) throw complain(`Unclosed start tag "${tag.name}"`, html, tag.at);
  if (html[equals] !== '=') return { name, value: '', end: equals };
  const start = equals + 1 + matchAt(/\s*/y, html, equals + 1).length;
  const quote = html[start];
  if (quote === undefined) throw complain(`Unclosed start tag "${tag.name}"`, html, tag.at);
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, start + 1);
    if (close === -1) throw complain('Unclosed start tag', html, tag.at);
    return { name, value: decodeAll(html.slice(start + 1, close)), end: close + 1 };
  }
  const token = matchAt(/[a-z\d.-]*/iy, html, start);
  const end = start + token.length;
  if (end === html.length) throw complain('Unclosed start tag', html, tag.at);
  if (!/[\s>]/.test(html.charAt(end))) throw complain('Unexpected end of name token', html, start);
  return { name, value: token.toLowerCase(), end };
}

function readArgument(tag: string, { name, value }: Attribute): string | undefined {
  switch (`${tag} ${name}`) {
    case 'a href':
    case 'tg-emoji emoji-id':
      return value;
    case 'code class':
      return value.startsWith('language-') ? value.slice('language-'.length) : undefined;
    case 'span class':
      return value.startsWith('tg-') ? value.slice('tg-'.length) : undefined;
    case 'blockquote expandable':
      return '1';
    default:
      return undefined;
  }
}

function decodeAll(text: string): string {
  let decoded = '';
  for (let at = 0; at < text.length; ) {
    const next = text[at] === '&' ? decodeReference(text, at) : undefined;
    decoded += next?.value ?? text.charAt(at);
    at = next?.end ?? at + 1;
  }
  return decoded;
}

/** What the sticky pattern matches at an index, maybe nothing. */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function complain(what: string, html: string, at: number): Refusal {
  const bytes = Buffer.byteLength(html.slice(0, at));
  return new Refusal(`Bad Request: can't parse entities: ${what} at byte offset ${bytes}`);
}
